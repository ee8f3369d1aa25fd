// A connection to one SQLite file, closed with the object. Every failure is an Error{store} that names the file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <sqlite3.h>

#include "dateline/store.hpp"

namespace dateline::store {

/// How long a statement waits for another program's lock, in milliseconds.
inline constexpr int default_patience = 10'000;

class Database {
 public:
  /// read: the file must exist and is opened read-only. write: it is made when missing. Foreign keys are held.
  Database(std::string path, StoreMode mode, int patience = default_patience);
  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;
  /// After write_ahead(): folds the log into the file, so that what is left is one file that needs no other beside it.
  ~Database();

  /// From here on the journal is a write-ahead log, so that readers are never blocked by the writer. Transaction calls it: a
  /// file that is opened and not written to keeps its bytes.
  void write_ahead();
  /// Whether the file is set for a write-ahead log: another program is writing, or was killed when it wrote.
  bool has_log() const;

  /// Runs statements that have no parameters and whose rows nobody reads.
  void run(const std::string& sql) const;
  /// The first column of the first row of a query; 0 without rows.
  std::int64_t integer(const std::string& sql) const;

  const std::string& path() const { return path_; }
  StoreMode mode() const { return mode_; }
  sqlite3* handle() const { return handle_.get(); }

  /// Throws what the last call on this connection said.
  [[noreturn]] void fail(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::string path_;
  StoreMode mode_;
  int patience_;
  bool logged_ = false;
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace dateline::store
