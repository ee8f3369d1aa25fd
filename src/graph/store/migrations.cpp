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

[[noreturn]] void refuse(const Database& database, const std::string& why) {
  throw Error(ErrorKind::store, database.path(), why);
}

void refuse_strangers(const Database& database, const Identity& found, std::int64_t newest) {
  const bool blank = found.application == 0 && found.version == 0 && found.tables == 0;
  if (!blank && found.application != application_id) {
    refuse(database, "is an SQLite file of another program, not a dateline store: name another file");
  }
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
  };
  return steps;
}

void migrate(Database& database, std::span<const Migration> steps) {
  const auto newest = static_cast<std::int64_t>(steps.size());
  refuse_strangers(database, identity(database), newest);
  if (database.mode() == StoreMode::read) return;
  database.write_ahead();
  Transaction transaction(database);
  const Identity found = identity(database);  // again, under the lock: another program may have been faster
  refuse_strangers(database, found, newest);
  if (found.version == newest) return;
  for (const Migration& step : steps.subspan(static_cast<std::size_t>(found.version))) {
    for (const char* sql : step.sql) database.run(sql);
  }
  database.run("PRAGMA application_id = " + std::to_string(application_id));
  database.run("PRAGMA user_version = " + std::to_string(newest));
  transaction.commit();
}

}  // namespace dateline::store
