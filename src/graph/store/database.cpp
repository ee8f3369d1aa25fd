#include "graph/store/database.hpp"

#include <cstring>
#include <filesystem>
#include <utility>

#include "dateline/base/error.hpp"
#include "graph/store/failure.hpp"
#include "graph/store/statement.hpp"

namespace dateline::store {
namespace {

void refuse_what_cannot_be_a_store(const std::string& path, StoreMode mode) {
  if (path.empty()) throw Error(ErrorKind::store, "--db", "needs the name of a file");
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) throw Error(ErrorKind::store, path, "is a folder, not a store");
  if (mode == StoreMode::read && !std::filesystem::exists(path, ignored)) {
    throw Error(ErrorKind::store, path, "does not exist: ingest documents into it first");
  }
}

}  // namespace

Database::Database(std::string path, StoreMode mode, int patience) : path_(std::move(path)), mode_(mode) {
  refuse_what_cannot_be_a_store(path_, mode_);
  const int flags = SQLITE_OPEN_NOMUTEX |
                    (mode_ == StoreMode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path_.c_str(), &raw, flags, nullptr);
  handle_.reset(raw);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(raw, 1);
  sqlite3_busy_timeout(raw, patience);
  run("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536");
}

Database::~Database() {
  if (!handle_ || !logged_) return;
  // Best effort: when another program still reads, the log stays and the last one to close folds it.
  sqlite3_busy_timeout(handle_.get(), 0);
  sqlite3_exec(handle_.get(), "PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE", nullptr,
               nullptr, nullptr);
}

void Database::write_ahead() {
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  logged_ = true;
}

void Database::run(const std::string& sql) const {
  const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::integer(const std::string& sql) const {
  Statement statement(*this, sql);
  return statement.next() ? statement.integer(0) : 0;
}

void Database::fail(int code) const {
  std::string detail = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  const int cause = handle_ ? sqlite3_system_errno(handle_.get()) : 0;
  if ((code & 0xFF) == SQLITE_CANTOPEN && cause != 0) detail = std::strerror(cause);
  throw Error(ErrorKind::store, path_, explain(code, detail));
}

}  // namespace dateline::store
