// How events lie to one another in time, in the store.
#include <doctest/doctest.h>

#include "dateline/store.hpp"
#include "graph/store/generator.hpp"
#include "graph/store/migrations.hpp"
#include "graph/store/sample.hpp"

using namespace dateline;
using test::TemporaryFile;

TEST_CASE("a store from before there were temporal links is brought forward and takes them") {
  const TemporaryFile file;
  const std::vector<Reading> readings = test::sample_readings();
  {
    store::Database database(file.path(), StoreMode::write);
    store::migrate(database, store::migrations().first(2));
    database.run(
        "INSERT INTO documents (title, source, ingested, sha256, made_by, text) VALUES ('', 'old.txt', 'x', 'x', 'x', "
        "'x')");
  }
  Store store = Store::open(file.path(), StoreMode::write);
  CHECK(store.counts().documents == 1);
  CHECK(store.remove("old.txt"));
  store.put(readings, "2024-11-10T08:00:00Z");
  store.put_knowledge(test::sample_knowledge(readings));
  CHECK(test::same(store.readings(), readings));
  CHECK(store.knowledge() == test::sample_knowledge(readings));
  CHECK(store.verify().empty());
}

TEST_CASE("a link goes with the last telling that says it, and with either event") {
  const TemporaryFile file;
  Store store = Store::open(file.path(), StoreMode::write);
  const std::vector<Reading> readings = test::sample_readings();
  store.put(readings, "2024-11-10T08:00:00Z");
  Knowledge knowledge = test::sample_knowledge(readings);
  // the meeting (told in both) before the denial (told in the morning): once by the morning's telling, once by both
  knowledge.events[0].temporal = {{TemporalRelation::before, 1, {1}},
                                  {TemporalRelation::during, 0, {0, 1}},
                                  {TemporalRelation::simultaneous, 0, {1}}};
  store.put_knowledge(knowledge);
  CHECK(store.remove("morning.txt"));
  const Knowledge left = store.knowledge();
  REQUIRE(left.events.size() == 1);
  CHECK(left.events[0].temporal == std::vector<TemporalLink>{{TemporalRelation::during, 0, {0}}});
}
