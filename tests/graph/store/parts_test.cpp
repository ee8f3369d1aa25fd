// Which events are parts of which, in the store.
#include <doctest/doctest.h>

#include "dateline/base/error.hpp"
#include "dateline/store.hpp"
#include "graph/store/generator.hpp"
#include "graph/store/migrations.hpp"
#include "graph/store/sample.hpp"

using namespace dateline;
using test::TemporaryFile;

namespace {

/// The sample, with the denial told as a part of the meeting.
std::vector<Reading> readings_with_part() {
  std::vector<Reading> readings = test::sample_readings();
  readings[1].findings.events[1].part_of = 0;
  return readings;
}

Knowledge knowledge_with_part(const std::vector<Reading>& readings) {
  Knowledge knowledge = test::sample_knowledge(readings);
  knowledge.events[1].part_of = 0;
  return knowledge;
}

}  // namespace

TEST_CASE("a store from before there were parts is brought forward and takes them") {
  const TemporaryFile file;
  {
    store::Database database(file.path(), StoreMode::write);
    store::migrate(database, store::migrations().first(4));
  }
  Store store = Store::open(file.path(), StoreMode::write);
  const std::vector<Reading> readings = readings_with_part();
  store.put(readings, "2024-11-10T08:00:00Z");
  store.put_knowledge(knowledge_with_part(readings));
  CHECK(test::same(store.readings(), readings));
  CHECK(store.knowledge() == knowledge_with_part(readings));
  CHECK(store.verify().empty());
}

TEST_CASE("a part that no telling is left to tell of is none") {
  const TemporaryFile file;
  Store store = Store::open(file.path(), StoreMode::write);
  std::vector<Reading> readings = test::sample_readings();
  readings[1].findings.events[0].part_of = 1;  // the meeting, as the morning tells it
  store.put(readings, "2024-11-10T08:00:00Z");
  Knowledge knowledge = test::sample_knowledge(readings);
  knowledge.events[0].part_of = 1;
  knowledge.events[1].evidence.push_back(knowledge.events[0].evidence[0]);  // which the evening leaves
  store.put_knowledge(knowledge);
  CHECK(store.remove("morning.txt"));
  const Knowledge left = store.knowledge();
  REQUIRE(left.events.size() == 2);
  CHECK(!left.events[0].part_of);
}

TEST_CASE("what points outside is refused") {
  const TemporaryFile file;
  Store store = Store::open(file.path(), StoreMode::write);
  std::vector<Reading> readings = test::sample_readings();
  readings[1].findings.events[1].part_of = 7;
  CHECK_THROWS_AS(store.put(readings, "2024-11-10T08:00:00Z"), Error);
  readings = test::sample_readings();
  store.put(readings, "2024-11-10T08:00:00Z");
  Knowledge knowledge = test::sample_knowledge(readings);
  knowledge.events[1].part_of = 7;
  CHECK_THROWS_AS(store.put_knowledge(knowledge), Error);
}
