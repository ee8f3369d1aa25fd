// What is written together, and what is read together.
#pragma once

#include "graph/store/database.hpp"

namespace dateline::store {

/// All or nothing: what was written since the beginning is undone unless commit() was reached.
class Transaction {
 public:
  /// Takes the write lock at once, so that a second writer waits here and not half-way.
  explicit Transaction(Database& database) : database_(database) {
    database_.write_ahead();
    database_.run("BEGIN IMMEDIATE");
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }

  void commit() {
    database_.run("COMMIT");
    open_ = false;
  }

 private:
  Database& database_;
  bool open_ = true;
};

/// All that is read while it lives is one state of the file, whoever writes meanwhile.
class Snapshot {
 public:
  explicit Snapshot(const Database& database) : database_(database) { database_.run("BEGIN"); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() { sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr); }

 private:
  const Database& database_;
};

}  // namespace dateline::store
