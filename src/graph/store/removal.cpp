#include "graph/store/removal.hpp"

namespace dateline::store {
namespace {

const Database& with_notes(const Database& database) {
  database.run(
      "CREATE TEMP TABLE IF NOT EXISTS touched_events (id INTEGER PRIMARY KEY);"
      "CREATE TEMP TABLE IF NOT EXISTS touched_relations (id INTEGER PRIMARY KEY);"
      "DELETE FROM touched_events; DELETE FROM touched_relations");
  return database;
}

}  // namespace

Removal::Removal(const Database& database)
    : database_(with_notes(database)),
      find_(database, "SELECT id FROM documents WHERE source = ?"),
      delete_(database, "DELETE FROM documents WHERE id = ?"),
      touch_events_(database,
                    "INSERT OR IGNORE INTO touched_events SELECT event_id FROM evidence "
                    "WHERE document_id = ? AND event_id IS NOT NULL"),
      touch_relations_(database,
                       "INSERT OR IGNORE INTO touched_relations SELECT relation_id FROM evidence "
                       "WHERE document_id = ? AND relation_id IS NOT NULL") {}

bool Removal::remove(std::string_view source) {
  find_.start(source);
  if (!find_.next()) return false;
  const std::int64_t id = find_.integer(0);
  while (find_.next()) {
  }
  touch_events_.run(id);
  touch_relations_.run(id);
  delete_.run(id);
  removed_ = true;
  return true;
}

void Removal::finish() {
  if (!removed_) return;
  database_.run(R"sql(
DELETE FROM events WHERE id IN (SELECT id FROM touched_events)
   AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.event_id = events.id);
DELETE FROM relations WHERE id IN (SELECT id FROM touched_relations)
   AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.relation_id = relations.id);
DELETE FROM event_temporal WHERE event_id IN (SELECT id FROM touched_events)
   AND NOT EXISTS (SELECT 1 FROM event_temporal_evidence AS told WHERE told.temporal_id = event_temporal.id);
DELETE FROM event_parts WHERE event_id IN (SELECT id FROM touched_events)
   AND NOT EXISTS (SELECT 1 FROM evidence
                     JOIN event_mentions AS mention ON mention.document_id = evidence.document_id
                      AND mention.trigger_start = evidence.trigger_start AND mention.trigger_end = evidence.trigger_end
                     JOIN event_mention_parts AS told ON told.mention_id = mention.id
                    WHERE evidence.event_id = event_parts.event_id);
DELETE FROM conflict_values
 WHERE conflict_id IN (SELECT id FROM conflicts WHERE event_id IN (SELECT id FROM touched_events))
   AND NOT EXISTS (SELECT 1 FROM conflict_evidence AS told WHERE told.value_id = conflict_values.id);
DELETE FROM conflicts WHERE event_id IN (SELECT id FROM touched_events)
   AND (SELECT count(*) FROM conflict_values AS value WHERE value.conflict_id = conflicts.id) < 2;
UPDATE events
   SET articles = (SELECT count(DISTINCT document_id) FROM evidence WHERE event_id = events.id),
       origins = (SELECT count(DISTINCT origin.origin) FROM evidence
                    JOIN document_origins AS origin ON origin.document_id = evidence.document_id
                   WHERE evidence.event_id = events.id)
 WHERE id IN (SELECT id FROM touched_events);
UPDATE state SET merged = 0;
DELETE FROM touched_events;
DELETE FROM touched_relations;
)sql");
}

}  // namespace dateline::store
