#include <algorithm>

#include <doctest/doctest.h>

#include "dateline/store.hpp"
#include "graph/store/database.hpp"
#include "graph/store/generator.hpp"
#include "graph/store/sample.hpp"

using namespace dateline;
using test::TemporaryFile;

namespace {

/// What verify says of the sample after `sql` has spoilt it.
std::vector<std::string> verify_after(const std::string& sql) {
  const TemporaryFile file;
  {
    Store store = Store::open(file.path(), StoreMode::write);
    const std::vector<Reading> readings = test::sample_readings();
    store.put(readings, "2024-11-10T08:00:00Z");
    store.put_knowledge(test::sample_knowledge(readings));
  }
  {
    const store::Database database(file.path(), StoreMode::write);
    database.run("PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON;" + sql);
  }
  return Store::open(file.path(), StoreMode::write).verify();
}

bool any_contains(const std::vector<std::string>& lines, const std::string& words) {
  return std::ranges::any_of(lines, [&](const std::string& line) { return line.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("a sound store has no problems") { CHECK(verify_after("").empty()); }

TEST_CASE("every kind of damage is named") {
  struct Damage {
    const char* sql;
    const char* words;
  };
  for (const auto& [sql, words] : {
           Damage{"UPDATE evidence SET quote = quote || '!' WHERE id = 1",
                  "evening.txt: the quote at 0..49 is not the text at its place"},
           Damage{"UPDATE evidence SET trigger_text = 'meet' WHERE id = 1",
                  "the trigger of evidence at 16..19 is not the text"},
           Damage{"UPDATE evidence SET end_offset = 900 WHERE id = 1", "the quote at 0..900 lies outside the text"},
           Damage{"UPDATE evidence SET trigger_start = 1, trigger_end = 2, trigger_text = 'n' WHERE id = 3",
                  "lies outside its quote"},
           Damage{"UPDATE mentions SET text = 'Anna' WHERE id = 1", "the mention of a name at 9..15 is not the text"},
           Damage{"UPDATE documents SET text = replace(text, 'Ruiz', 'Diaz')",
                  "morning.txt: the text is not the one that was stored"},
           Damage{"DELETE FROM documents WHERE source = 'evening.txt'",
                  "points to a row of documents that is not there"},
           Damage{"DELETE FROM event_temporal_evidence; DELETE FROM evidence WHERE event_id = 2",
                  "event ev2 has no evidence"},
           Damage{"UPDATE events SET articles = 7", "event ev1 counts 7 articles, its evidence comes from 2"},
           Damage{"UPDATE events SET origins = 7", "event ev2 counts 7 origins of 1 articles"},
           Damage{"UPDATE events SET key = 'ev1'", "events: the key ev1 stands 2 times"},
           Damage{"UPDATE events SET last_day = first_day - 1 WHERE id = 1", "event ev1 ends before it starts"},
           Damage{"UPDATE conflict_evidence SET evidence_id = 3 WHERE id = 1",
                  "event ev1 has a conflict over the evidence of another event"},
           Damage{"UPDATE event_temporal SET other_id = event_id", "event ev2 is told as after itself"},
           Damage{"UPDATE event_temporal_evidence SET evidence_id = 1",
                  "event ev2 is told as after another by no evidence of its own"},
           Damage{"INSERT INTO event_parts (event_id, whole_id) VALUES (2, 2)", "event ev2 is a part of itself"},
           Damage{"DELETE FROM document_origins WHERE id = 1",
                  "evening.txt: evidence comes from a document that was not merged"},
           Damage{"DELETE FROM sentences_fts_docsize WHERE id = 1", "the full-text index has another number of rows"},
           Damage{"INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', 1, 'Minister')",
                  "the full-text index"},
       }) {
    CAPTURE(sql);
    const std::vector<std::string> found = verify_after(sql);
    INFO(found.size(), " problems, the first: ", found.empty() ? "none" : found.front());
    CHECK(any_contains(found, words));
  }
}
