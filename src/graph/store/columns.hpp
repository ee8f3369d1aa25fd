// Values of the model as columns: how a date, a span or an optional word lies in a row, and how it is read back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "dateline/model/date.hpp"
#include "dateline/model/span.hpp"
#include "graph/store/statement.hpp"

namespace dateline::store {

/// NULL for "", which is how the model writes "unknown".
std::optional<std::string_view> known(std::string_view text);

/// first_day, last_day, start_date, end_date: an interval as day numbers and as ISO 8601.
using DayColumns = std::tuple<std::optional<DayNumber>, std::optional<DayNumber>, std::optional<std::string>,
                              std::optional<std::string>>;
DayColumns day_columns(const DayInterval& days);

/// date, the four of DayColumns, precision, basis: all NULL without a date. Its alternatives have a table of their own.
using DateColumns = std::tuple<std::optional<std::string_view>, DayColumns, std::optional<std::string_view>,
                               std::optional<std::string_view>>;
DateColumns date_columns(const std::optional<EventDate>& date);

inline std::tuple<std::uint32_t, std::uint32_t> span_columns(Span span) { return {span.begin, span.end}; }

/// Ids of rows in ascending order, to find the index of a row that another one points to.
class Positions {
 public:
  void add(std::int64_t id) { ids_.push_back(id); }
  /// Nothing when the row is not there.
  std::optional<std::uint32_t> find(std::int64_t id) const;
  std::size_t size() const { return ids_.size(); }
  std::int64_t id(std::size_t index) const { return ids_[index]; }

 private:
  std::vector<std::int64_t> ids_;
};

/// Reads a row's columns from left to right.
class Columns {
 public:
  explicit Columns(const Statement& row) : row_(row) {}

  std::int64_t integer() { return row_.integer(at_++); }
  std::uint32_t place() { return static_cast<std::uint32_t>(integer()); }
  int count() { return static_cast<int>(integer()); }
  bool flag() { return integer() != 0; }
  std::string text() { return row_.text(at_++); }
  Span span();
  bool missing() const { return row_.missing(at_); }
  void skip(int columns) { at_ += columns; }
  std::optional<std::int64_t> optional_integer();
  /// Where the row lies whose id stands here. Throws Error{store} when there is none.
  std::uint32_t index(const Positions& positions);
  std::optional<std::uint32_t> optional_index(const Positions& positions);
  std::optional<double> optional_real();
  /// What day_columns wrote.
  DayInterval days();
  /// What date_columns wrote.
  std::optional<EventDate> date();

  /// An enumeration by its name. Throws Error{store} for a word that this program does not know.
  template <class Value>
  Value named(std::optional<Value> (*read)(std::string_view)) {
    const std::string word = text();
    const std::optional<Value> value = read(word);
    if (!value) unknown_word(word);
    return *value;
  }

  /// Throws Error{store}: the file is damaged, it has `what`.
  [[noreturn]] void damaged(const std::string& what) const;

 private:
  [[noreturn]] void unknown_word(const std::string& word) const;

  const Statement& row_;
  int at_ = 0;
};

}  // namespace dateline::store
