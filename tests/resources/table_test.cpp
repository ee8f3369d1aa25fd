#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>

#include "dateline/base/error.hpp"
#include "dateline/base/files.hpp"
#include "dateline/ontology.hpp"
#include "dateline/resources.hpp"

using namespace dateline;

namespace {

std::string error_of(const char* bytes) {
  try {
    parse_table("en/x", "x.tsv", bytes);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "dateline-overlay-test";
  Folder() {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path / "ontology");
  }
  ~Folder() { std::filesystem::remove_all(path); }
  void write(const char* bytes) const { write_file((path / "ontology/event_types.tsv").string(), bytes); }
};

}  // namespace

TEST_CASE("a table has comments, a header and rows with ids") {
  const Table table =
      parse_table("en/x", "x.tsv", "# words\n\nid\tforms\tnote\nmonday\tMonday|Mon\r\ntuesday\t\tlast\n");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.list(table.rows[0], "forms") == std::vector<std::string>{"Monday", "Mon"});
  CHECK(table.list(table.rows[1], "forms").empty());
  CHECK(table.cell(table.rows[1], "note") == "last");
  CHECK(table.rows[1].line == 5);
}

TEST_CASE("a bad row says where and what") {
  CHECK(error_of("") == "x.tsv: is empty: a table starts with a row that names its columns");
  CHECK(error_of("id\tb\na\t1\t2\n") == "x.tsv:2: has 3 cells, the header names 2");
  CHECK(error_of("id\na\na\n") == "x.tsv:3: repeats the id 'a'");
  CHECK(error_of("id\tb\n\tx\n") == "x.tsv:2: has no id in its first column");
  CHECK(error_of("id\n\xff\n") == "x.tsv:2: is not UTF-8");
}

TEST_CASE("an overlay replaces, adds and removes rows") {
  const Folder folder;
  folder.write("id\troles\tmerge\nmeet\tparticipant+\tw\nhandshake\tparticipant+\td0\n!visit\n");
  Resources resources = Resources::embedded();
  resources.overlay(folder.path.string());
  const Ontology ontology(resources);
  CHECK(ontology.event("meet")->merge == MergeWindow::same_week);
  CHECK(ontology.event("handshake") != nullptr);
  CHECK(ontology.event("visit") == nullptr);
  CHECK(ontology.event("deny") != nullptr);
}

TEST_CASE("rows of an overlay replace, remove and follow those of the table, in order") {
  const auto ids_after = [](const char* bytes) {
    const Folder folder;
    folder.write(bytes);
    Resources resources = Resources::embedded();
    const std::size_t before = resources.table("ontology/event_types").rows.size();
    resources.overlay(folder.path.string());
    std::vector<std::string> ids;
    for (const Row& row : resources.table("ontology/event_types").rows) ids.push_back(row.cells.front());
    return std::pair(ids, ids.size() - before);
  };
  const auto [ids, more] =
      ids_after("id\troles\tmerge\n!meet\nhandshake\thand+\td0\nvisit\tguest\td0\nwave\thand+\td0\n");
  CHECK(more == 1);
  CHECK(std::find(ids.begin(), ids.end(), "meet") == ids.end());
  CHECK(std::count(ids.begin(), ids.end(), "visit") == 1);
  CHECK(std::vector<std::string>(ids.end() - 2, ids.end()) == std::vector<std::string>{"handshake", "wave"});
  const auto [again, same] = ids_after("id\troles\tmerge\n!meet\nmeet\thand+\td0\n");
  CHECK(same == 0);
  CHECK(again.back() == "meet");
}

TEST_CASE("an overlay that does not fit is refused with the nearest that would") {
  const Folder folder;
  folder.write("id\trolls\nx\ty\n");
  Resources resources = Resources::embedded();
  CHECK_THROWS_WITH(
      resources.overlay(folder.path.string()),
      doctest::Contains(
          "has a column 'rolls', which the table ontology/event_types does not have; did you mean 'roles'?"));
}

TEST_CASE("the ontology says what it needs of each type") {
  const Ontology ontology(Resources::embedded());
  CHECK(ontology.events().size() >= 60);
  const EventType& accuse = *ontology.event("accuse");
  CHECK(accuse.speech);
  CHECK(accuse.content_status == Status::claimed);
  CHECK(accuse.roles.front().name == "speaker");
  const EventType& meet = *ontology.event("meet");
  CHECK(meet.symmetric);
  CHECK(meet.roles.front().several);
}
