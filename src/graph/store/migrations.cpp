#include "graph/store/migrations.hpp"

#include <string>

#include "dateline/base/error.hpp"
#include "graph/store/schema/schema.hpp"
#include "graph/store/transaction.hpp"

namespace dateline::store {
namespace {

struct Identity {
  std::int64_t application = 0, version = 0, tables = 0;
};

Identity identity(const Database& database) {
  return {database.integer("PRAGMA application_id"), database.integer("PRAGMA user_version"),
          database.integer("SELECT count(*) FROM sqlite_master")};
}

/// Not half before and half after another program made the file a store.
Identity identity_in_one_state(const Database& database) {
  const Snapshot snapshot(database);
  return identity(database);
}

[[noreturn]] void refuse(const Database& database, const std::string& why) {
  throw Error(ErrorKind::store, database.path(), why);
}

void refuse_strangers(const Database& database, const Identity& found, std::int64_t newest) {
  const bool blank = found.application == 0 && found.version == 0 && found.tables == 0;
  if (!blank && found.application != application_id) {
    refuse(database, "is an SQLite file of another program, not a dateline store: name another file");
  }
  if (found.version < 0) refuse(database, "is damaged: its schema has the version " + std::to_string(found.version));
  if (found.version > newest) {
    refuse(database, "was written by a newer dateline (schema " + std::to_string(found.version) + ", this one knows " +
                         std::to_string(newest) + "): use that version or a newer one");
  }
  if (database.mode() == StoreMode::read && blank) {
    refuse(database, "is empty, not a dateline store: ingest documents into it first");
  }
  if (database.mode() == StoreMode::read && found.version < newest) {
    refuse(database, "was written by an older dateline (schema " + std::to_string(found.version) + ", this one reads " +
                         std::to_string(newest) + "): run an ingest on it once, which brings it forward");
  }
}

}  // namespace

std::span<const Migration> migrations() {
  static const std::vector<Migration> steps = {
      {{documents_sql, findings_sql, knowledge_sql, views_sql}},  // 1
      {{anchors_sql}},                                            // 2
      {{items_sql}},                                              // 3
      {{temporal_sql}},                                           // 4
      {{parts_sql}},                                              // 5
      {{retold_sql}},                                             // 6
      {{own_words_sql}},                                          // 7
  };
  return steps;
}

bool migrate(Database& database, std::span<const Migration> steps) {
  const auto newest = static_cast<std::int64_t>(steps.size());
  const Identity before = identity_in_one_state(database);
  refuse_strangers(database, before, newest);
  if (database.mode() == StoreMode::read) return false;
  if (database.has_log()) database.write_ahead();  // to be folded at the end, should its writer have been killed
  if (before.version == newest) return false;
  Transaction transaction(database);
  const Identity found = identity(database);  // again, under the lock: another program may have been faster
  refuse_strangers(database, found, newest);
  for (const Migration& step : steps.subspan(static_cast<std::size_t>(found.version))) {
    for (const char* sql : step.sql) database.run(sql);
  }
  database.run("PRAGMA application_id = " + std::to_string(application_id));
  database.run("PRAGMA user_version = " + std::to_string(newest));
  transaction.commit();
  return true;
}

}  // namespace dateline::store
