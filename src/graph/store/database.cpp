#include "graph/store/database.hpp"

#include <cstring>
#include <filesystem>
#include <utility>

#include <unistd.h>

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

/// Fails early, before hours of reading: SQLite opens what it may not write and says so at the first write.
void refuse_what_cannot_be_written(const Database& database) {
  const std::filesystem::path folder = std::filesystem::path(database.path()).parent_path();
  const bool locked_folder = access(folder.empty() ? "." : folder.c_str(), W_OK) != 0;
  if (locked_folder || sqlite3_db_readonly(database.handle(), "main") == 1) database.fail(SQLITE_READONLY);
}

}  // namespace

Database::Database(std::string path, StoreMode mode, int patience)
    : path_(std::move(path)), mode_(mode), patience_(patience) {
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
  if (mode_ == StoreMode::write) refuse_what_cannot_be_written(*this);
}

Database::~Database() {
  if (!handle_ || !logged_) return;
  // No PRAGMA optimize: its statistics would change the schema under programs that have the file open.
  // Best effort: when another program still reads, the log stays and the last one to close folds it.
  sqlite3_busy_timeout(handle_.get(), 0);
  sqlite3_exec(handle_.get(), "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE", nullptr, nullptr,
               nullptr);
}

void Database::write_ahead() {
  if (logged_ || mode_ == StoreMode::read) return;
  // SQLite does not wait by itself when two programs change the kind of journal at once.
  constexpr int pause = 10;
  const char* const sql = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL";
  int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  for (int waited = 0; (code & 0xFF) == SQLITE_BUSY && waited < patience_; waited += pause) {
    sqlite3_sleep(pause);
    code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  }
  if (code != SQLITE_OK) fail(code);
  logged_ = true;
}

bool Database::has_log() const {
  Statement mode(*this, "PRAGMA journal_mode");
  return mode.next() && mode.text(0) == "wal";
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
