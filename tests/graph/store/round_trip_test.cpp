#include <algorithm>

#include <doctest/doctest.h>

#include "dateline/base/error.hpp"
#include "dateline/store.hpp"
#include "graph/store/generator.hpp"

using namespace dateline;
using test::Generator;
using test::now;
using test::same;
using test::TemporaryFile;

namespace {

std::vector<Reading> readings_of(Generator& generator, int count) {
  std::vector<Reading> readings;
  for (int i = 0; i < count; ++i) readings.push_back(generator.reading("source/" + std::to_string(100 + i)));
  return readings;
}

}  // namespace

TEST_CASE("whatever is put comes back equal") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Generator generator(seed);
    const TemporaryFile file;
    std::vector<Reading> readings = readings_of(generator, static_cast<int>(seed % 7));
    const Knowledge knowledge = generator.knowledge(readings);
    {
      Store store = Store::open(file.path(), StoreMode::write);
      store.put(readings, now);
      store.put_knowledge(knowledge);
      CHECK(same(store.readings(), readings));
      CHECK(store.knowledge() == knowledge);
    }
    const Store again = Store::open(file.path(), StoreMode::read);
    CHECK(same(again.readings(), readings));
    CHECK(again.knowledge() == knowledge);
    CHECK(again.merged());
  }
}

TEST_CASE("knowledge replaces knowledge and readings replace readings of the same source") {
  Generator generator(7);
  const TemporaryFile file;
  Store store = Store::open(file.path(), StoreMode::write);
  std::vector<Reading> readings = readings_of(generator, 5);
  store.put(readings, now);
  for (int round = 0; round < 5; ++round) {
    const Knowledge knowledge = generator.knowledge(readings);
    store.put_knowledge(knowledge);
    CHECK(store.knowledge() == knowledge);
    CHECK(store.merged());
    readings[2] = generator.reading(readings[2].document.source);
    store.put({generator.reading(readings[2].document.source), readings[2]}, now);
    CHECK(same(store.readings(), readings));
    CHECK_FALSE(store.merged());
  }
}

TEST_CASE("a reading is had as long as source, text, date and extractor are the same") {
  Generator generator(3);
  const TemporaryFile file;
  Store store = Store::open(file.path(), StoreMode::write);
  Reading reading = generator.reading("a");
  reading.document.published = Published{"2024-11-05", "text line 2"};
  store.put({reading}, now);
  CHECK(store.has(reading.document, reading.findings.made_by));
  CHECK_FALSE(store.has(reading.document, "another extractor"));
  Document other = reading.document;
  other.source = "b";
  CHECK_FALSE(store.has(other, reading.findings.made_by));
  other = reading.document;
  other.sha256 = std::string(64, '0');
  CHECK_FALSE(store.has(other, reading.findings.made_by));
  other = reading.document;
  other.published = Published{"2024-11-06", "text line 2"};
  CHECK_FALSE(store.has(other, reading.findings.made_by));
  other.published = std::nullopt;
  CHECK_FALSE(store.has(other, reading.findings.made_by));
}

TEST_CASE("a document without a date is had too") {
  Generator generator(4);
  const TemporaryFile file;
  Store store = Store::open(file.path(), StoreMode::write);
  Reading reading = generator.reading("a");
  reading.document.published = std::nullopt;
  store.put({reading}, now);
  CHECK(store.has(reading.document, reading.findings.made_by));
}

TEST_CASE("knowledge of other readings than those stored is refused and changes nothing") {
  Generator generator(11);
  const TemporaryFile file;
  Store store = Store::open(file.path(), StoreMode::write);
  const std::vector<Reading> readings = readings_of(generator, 3);
  store.put(readings, now);
  const Knowledge knowledge = generator.knowledge(readings);
  store.put_knowledge(knowledge);

  Knowledge other = knowledge;
  other.documents[1].sha256 = "another text";
  CHECK_THROWS_WITH_AS(store.put_knowledge(other), doctest::Contains("merge again"), Error);
  other = knowledge;
  other.documents[1].source = "nowhere";
  CHECK_THROWS_WITH_AS(store.put_knowledge(other), doctest::Contains("has no document 'nowhere'"), Error);
  other = knowledge;
  other.relations.push_back({"r", "holds_position", 9999, {}, "", "", "", {}});
  CHECK_THROWS_WITH_AS(store.put_knowledge(other), doctest::Contains("points outside itself"), Error);
  CHECK(store.knowledge() == knowledge);
}

TEST_CASE("findings that point outside themselves are refused with the name of the document, and nothing is stored") {
  Generator generator(12);
  const TemporaryFile file;
  Store store = Store::open(file.path(), StoreMode::write);
  const std::vector<Reading> before = readings_of(generator, 3);
  store.put(before, now);
  Reading broken = generator.reading("broken.txt");
  broken.findings.events.push_back({});
  broken.findings.events.back().participants.push_back({"agent", 4711});
  CHECK_THROWS_WITH_AS(store.put({generator.reading("source/100"), generator.reading("new"), broken}, now),
                       doctest::Contains("broken.txt: cannot be stored"), Error);
  CHECK(same(store.readings(), before));
  CHECK(store.counts().documents == 3);
}

TEST_CASE("the same readings give the same answers whatever the order they came in") {
  Generator generator(5);
  std::vector<Reading> readings = readings_of(generator, 6);
  const TemporaryFile forwards, backwards;
  Store first = Store::open(forwards.path(), StoreMode::write),
        second = Store::open(backwards.path(), StoreMode::write);
  first.put(readings, now);
  std::ranges::reverse(readings);
  for (const Reading& reading : readings) second.put({reading}, now);
  CHECK(same(first.readings(), second.readings()));
}
