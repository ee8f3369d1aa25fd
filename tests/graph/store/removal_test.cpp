#include <doctest/doctest.h>

#include "dateline/store.hpp"
#include "graph/store/generator.hpp"
#include "graph/store/sample.hpp"
#include "graph/store/statement.hpp"

using namespace dateline;
using test::TemporaryFile;

namespace {

/// Rows of all tables but the bookkeeping of SQLite and FTS5, to see that nothing stays behind.
std::int64_t rows(const std::string& path) {
  const store::Database database(path, StoreMode::read);
  store::Statement tables(
      database, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT' AND name <> 'state'");
  std::int64_t sum = 0;
  while (tables.next()) sum += database.integer("SELECT count(*) FROM " + tables.text(0));
  return sum;
}

}  // namespace

TEST_CASE("removing a document takes what it alone said and leaves what others say too") {
  const TemporaryFile file;
  Store store = Store::open(file.path(), StoreMode::write);
  const std::vector<Reading> readings = test::sample_readings();
  store.put(readings, "2024-11-10T08:00:00Z");
  store.put_knowledge(test::sample_knowledge(readings));

  CHECK(store.remove("morning.txt"));
  CHECK_FALSE(store.merged());
  const Knowledge left = store.knowledge();
  REQUIRE(left.documents.size() == 1);
  REQUIRE(left.events.size() == 1);
  CHECK(left.events[0].id == "ev1");
  CHECK(left.events[0].articles == 1);
  CHECK(left.events[0].origins == 1);
  CHECK(left.events[0].evidence.size() == 1);
  CHECK(left.events[0].conflicts.empty());
  CHECK(left.relations.size() == 1);
  CHECK(store.verify().empty());
  CHECK(test::same(store.readings(), {readings[0]}));
}

TEST_CASE("a document that is not there is not removed, and nothing changes") {
  const TemporaryFile file;
  Store store = Store::open(file.path(), StoreMode::write);
  const std::vector<Reading> readings = test::sample_readings();
  store.put(readings, "2024-11-10T08:00:00Z");
  store.put_knowledge(test::sample_knowledge(readings));
  CHECK_FALSE(store.remove("noon.txt"));
  CHECK(store.merged());
  CHECK(store.knowledge() == test::sample_knowledge(readings));
}

TEST_CASE("removing every document and merging nothing leaves empty tables, whatever was in them") {
  for (unsigned seed = 100; seed < 120; ++seed) {
    CAPTURE(seed);
    test::Generator generator(seed);
    const TemporaryFile file;
    {
      Store store = Store::open(file.path(), StoreMode::write);
      std::vector<Reading> readings = {generator.reading("a"), generator.reading("b"), generator.reading("c")};
      store.put(readings, "2024-11-10T08:00:00Z");
      store.put_knowledge(generator.knowledge(readings));
      for (const char* source : {"b", "a", "c"}) {
        CHECK(store.remove(source));
        CHECK_NOTHROW(store.knowledge());
      }
      store.put_knowledge({});
      CHECK(store.verify().empty());
    }
    CHECK(rows(file.path()) == 0);
  }
}
