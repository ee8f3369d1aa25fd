// The door: what a store can do, each in one transaction.
#include "dateline/store.hpp"

#include <utility>

#include "graph/store/database.hpp"
#include "graph/store/knowledge_reader.hpp"
#include "graph/store/knowledge_writer.hpp"
#include "graph/store/migrations.hpp"
#include "graph/store/reading_reader.hpp"
#include "graph/store/reading_writer.hpp"
#include "graph/store/removal.hpp"
#include "graph/store/search.hpp"
#include "graph/store/statement.hpp"
#include "graph/store/transaction.hpp"
#include "graph/store/verification.hpp"

namespace dateline {

struct Store::Connection {
  store::Database database;
};

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::string& path, StoreMode mode) {
  auto connection = std::make_unique<Connection>(Connection{store::Database(path, mode)});
  while (store::migrate(connection->database, store::migrations())) connection->database = store::Database(path, mode);
  return Store(std::move(connection));
}

bool Store::has(const Document& document, std::string_view made_by) const {
  store::Statement statement(connection_->database,
                             "SELECT 1 FROM documents WHERE source = ? AND sha256 = ? AND published IS ? AND "
                             "published_from IS ? AND made_by IS ?");
  const auto& published = document.published;
  statement.start(document.source, document.sha256, published ? std::optional(published->edtf) : std::nullopt,
                  published ? std::optional(published->from) : std::nullopt, made_by);
  return statement.next();
}

void Store::put(const std::vector<Reading>& readings, std::string_view ingested) {
  store::Database& database = connection_->database;
  store::Transaction transaction(database);
  store::Removal older(database);
  store::ReadingWriter writer(database, ingested);
  for (const Reading& reading : readings) {
    older.remove(reading.document.source);
    writer.write(reading);
  }
  older.finish();
  if (!readings.empty()) database.run("UPDATE state SET merged = 0");
  transaction.commit();
}

bool Store::remove(std::string_view source) {
  store::Transaction transaction(connection_->database);
  store::Removal removal(connection_->database);
  const bool removed = removal.remove(source);
  removal.finish();
  transaction.commit();
  return removed;
}

std::vector<Reading> Store::readings() const {
  const store::Snapshot snapshot(connection_->database);
  return store::read_readings(connection_->database);
}

void Store::put_knowledge(const Knowledge& knowledge) {
  store::Transaction transaction(connection_->database);
  store::write_knowledge(connection_->database, knowledge);
  transaction.commit();
}

Knowledge Store::knowledge() const {
  const store::Snapshot snapshot(connection_->database);
  return store::read_knowledge(connection_->database);
}

bool Store::merged() const { return connection_->database.integer("SELECT merged FROM state") != 0; }

std::vector<SearchHit> Store::search(std::string_view query, int limit) const {
  const store::Snapshot snapshot(connection_->database);
  return store::search(connection_->database, query, limit);
}

StoreCounts Store::counts() const {
  const store::Snapshot snapshot(connection_->database);
  const auto rows = [&](const char* table) {
    return static_cast<long>(connection_->database.integer(std::string("SELECT count(*) FROM ") + table));
  };
  StoreCounts counts;
  counts.documents = rows("documents");
  counts.sentences = rows("sentences");
  counts.entities = rows("entities");
  counts.mentions = rows("mentions");
  counts.times = rows("time_mentions");
  counts.event_mentions = rows("event_mentions");
  counts.events = rows("events");
  counts.relations = rows("relations");
  return counts;
}

std::vector<std::string> Store::verify() const {
  const store::Snapshot snapshot(connection_->database);
  return store::problems(connection_->database);
}

}  // namespace dateline
