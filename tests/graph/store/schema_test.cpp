// What a person or Datasette sees when the file is opened without dateline.
#include <doctest/doctest.h>

#include "dateline/base/files.hpp"
#include "dateline/base/text.hpp"
#include "dateline/store.hpp"
#include "graph/store/generator.hpp"
#include "graph/store/sample.hpp"
#include "graph/store/statement.hpp"

using namespace dateline;
using test::TemporaryFile;

namespace {

struct SampleFile {
  TemporaryFile file;
  SampleFile() { test::write_sample(file.path()); }
  /// Cells joined by | and rows by newlines.
  std::string rows(const std::string& sql, int columns) const {
    const store::Database database(file.path(), StoreMode::read);
    store::Statement statement(database, sql);
    std::string out;
    while (statement.next()) {
      for (int i = 0; i < columns; ++i) out += (i ? "|" : "") + (statement.missing(i) ? "NULL" : statement.text(i));
      out += '\n';
    }
    return out;
  }
};

}  // namespace

TEST_CASE("the timeline is one view") {
  const SampleFile sample;
  CHECK(
      sample.rows(
          "SELECT id, date, start, \"end\", precision, status, type, label, place, participants, articles, origins, "
          "quote, source FROM v_timeline",
          14) ==
      "ev1|2024-11-04|2024-11-04|2024-11-04|day|asserted|meet|Ana Sá met Ben Ruiz in Évora|Évora|participant: Ana Sá; "
      "participant: Ben Ruiz|2|2|Minister Ana Sá met Ben Ruiz in Évora on Tuesday.|evening.txt\n"
      "ev2|NULL|NULL|NULL|NULL|asserted|deny|Ben Ruiz denied|NULL|speaker: Ben Ruiz|1|1|Ruiz denied that the U.S. had "
      "sent "
      "40 lorries.|morning.txt\n");
}

TEST_CASE("relations and evidence are views") {
  const SampleFile sample;
  CHECK(sample.rows("SELECT id, type, from_entity, to_entity, text, articles, source FROM v_relations", 7) ==
        "r1|holds_position|Ana Sá|NULL|Minister|1|evening.txt\n");
  CHECK(sample.rows("SELECT id, trigger, reported, origin, source FROM v_evidence", 5) ==
        "ev1|met|2024-11-06|o1|evening.txt\nev1|met|2024-11-05|o2|morning.txt\nev2|denied|2024-11-05|o2|morning.txt\n"
        "r1|Minister Ana Sá|2024-11-06|o1|evening.txt\n");
}

TEST_CASE("substr gives the words at a place") {
  const SampleFile sample;
  for (const char* sql :
       {"SELECT count(*) FROM evidence JOIN documents AS d ON d.id = document_id WHERE quote IS NOT "
        "substr(d.text, start_offset + 1, end_offset - start_offset)",
        "SELECT count(*) FROM mentions AS m JOIN local_entities AS e ON e.id = m.entity_id JOIN documents "
        "AS d ON d.id = e.document_id WHERE m.text IS NOT substr(d.text, m.start_offset + 1, m.end_offset "
        "- m.start_offset)"}) {
    CHECK(sample.rows(sql, 1) == "0\n");
  }
}

TEST_CASE("three times are kept") {
  const SampleFile sample;
  CHECK(sample.rows(
            "SELECT event.start_date, document.published_start, document.ingested FROM events AS event JOIN evidence "
            "ON event_id = event.id JOIN documents AS document ON document.id = document_id WHERE event.id = 1",
            3) == "2024-11-04|2024-11-06|2024-11-10T08:00:00Z\n2024-11-04|2024-11-05|2024-11-10T08:00:00Z\n");
}

TEST_CASE("Datasette finds the full-text index and its keys") {
  const SampleFile sample;
  // The question that Datasette and sqlite-utils ask for the index of a table.
  CHECK(sample.rows("SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE "
                    "'%VIRTUAL TABLE%USING FTS%content=\"sentences\"%'",
                    1) == "sentences_fts\n");
  CHECK_MESSAGE(sample.rows("SELECT m.name, f.\"from\" FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f "
                            "WHERE m.type = 'table' AND f.seq > 0",
                            2) == "",
                "compound foreign keys are not links in Datasette");
  CHECK_MESSAGE(
      sample.rows("SELECT m.name FROM sqlite_master AS m, pragma_index_list(m.name) AS i WHERE m.type = 'table' AND "
                  "i.\"unique\" AND (SELECT count(*) FROM pragma_index_info(i.name)) = 1 AND (SELECT c.type FROM "
                  "pragma_table_info(m.name) AS c, pragma_index_info(i.name) AS p WHERE c.name = p.name) = 'TEXT'",
                  1) == "",
      "a unique text column would become the label of every link");
}

TEST_CASE("every foreign key has an index, so that removing a document reads no whole table") {
  const SampleFile sample;
  CHECK(sample.rows(
            "SELECT m.name, f.\"from\" FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f WHERE m.type = "
            "'table' AND NOT EXISTS (SELECT 1 FROM pragma_index_list(m.name) AS i, pragma_index_info(i.name) AS p "
            "WHERE p.seqno = 0 AND p.name = f.\"from\")",
            2) == "");
}

TEST_CASE("a finished file stands alone") {
  const SampleFile sample;
  CHECK(sample.rows("PRAGMA journal_mode", 1) == "delete\n");
  CHECK(sample.rows("PRAGMA application_id", 1) == "1145132108\n");
  CHECK(std::distance(std::filesystem::directory_iterator(sample.file.folder()), {}) == 1);
}

TEST_CASE("every query of docs/store.md runs") {
  const SampleFile sample;
  const store::Database database(sample.file.path(), StoreMode::read);
  const std::string page = read_file(DATELINE_SOURCE_DIR "/docs/store.md");
  const std::string opening = "```sql\n";
  const std::size_t begin = page.find(opening) + opening.size();
  REQUIRE(begin > opening.size());
  int queries = 0;
  for (const std::string_view sql : split(std::string_view(page).substr(begin, page.find("```", begin) - begin), ';')) {
    if (trim(sql).empty()) continue;
    CAPTURE(sql);
    CHECK_NOTHROW(database.run(std::string(sql)));
    ++queries;
  }
  CHECK(queries >= 8);
}

TEST_CASE("docs/store.md names every table and view") {
  const SampleFile sample;
  const std::string page = read_file(DATELINE_SOURCE_DIR "/docs/store.md");
  const std::string names = sample.rows("SELECT name FROM sqlite_master WHERE type = 'view' OR sql LIKE '%STRICT'", 1);
  CHECK(split(names, '\n').size() > 30);
  for (const std::string_view name : split(names, '\n')) {
    CAPTURE(name);
    CHECK(page.find(name) != std::string::npos);
  }
}
