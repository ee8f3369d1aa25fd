// One prepared statement: values in by place, rows out by column.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include <sqlite3.h>

#include "graph/store/database.hpp"

namespace dateline::store {

class Statement {
 public:
  /// Throws Error{store} when `sql` does not fit the schema. The database must outlive the statement.
  Statement(const Database& database, std::string_view sql);

  /// Binds the values in order (integers, doubles, texts, optionals of them, tuples of all these) and runs to the end.
  template <class... Values>
  void run(const Values&... values) {
    start(values...);
    while (next()) {
    }
  }

  /// As run; gives the id of the row that was inserted.
  template <class... Values>
  std::int64_t insert(const Values&... values) {
    run(values...);
    return sqlite3_last_insert_rowid(database_->handle());
  }

  /// Binds the values; the rows follow by next().
  template <class... Values>
  void start(const Values&... values) {
    sqlite3_reset(handle_.get());
    [[maybe_unused]] int place = 1;
    (bind(place, values), ...);
  }

  /// Steps to the next row; false after the last one, and the statement is ready to be started again.
  bool next();

  std::int64_t integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }
  double real(int column) const { return sqlite3_column_double(handle_.get(), column); }
  std::string text(int column) const;  ///< "" for NULL
  bool missing(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

  const Database& database() const { return *database_; }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };

  void check(int code) const {
    if (code != SQLITE_OK) database_->fail(code);
  }
  template <std::integral Value>
  void bind(int& place, Value value) {
    check(sqlite3_bind_int64(handle_.get(), place++, static_cast<std::int64_t>(value)));
  }
  void bind(int& place, double value) { check(sqlite3_bind_double(handle_.get(), place++, value)); }
  void bind(int& place, std::nullopt_t) { check(sqlite3_bind_null(handle_.get(), place++)); }
  void bind(int& place, std::string_view text);
  template <class Value>
  void bind(int& place, const std::optional<Value>& value) {
    value ? bind(place, *value) : bind(place, std::nullopt);
  }
  template <class... Values>
  void bind(int& place, const std::tuple<Values...>& values) {
    std::apply([&](const auto&... value) { (bind(place, value), ...); }, values);
  }

  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// A statement that inserts into `table`; `columns` are separated by commas.
Statement inserting(const Database& database, std::string_view table, std::string_view columns);

}  // namespace dateline::store
