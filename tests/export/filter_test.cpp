#include <doctest/doctest.h>

#include "dateline/export.hpp"
#include "sample.hpp"

namespace dateline {
namespace {

std::vector<std::string> ids(const std::vector<Event>& events) {
  std::vector<std::string> all;
  for (const Event& event : events) all.push_back(event.id.substr(event.id.size() - 1));
  return all;
}
using Ids = std::vector<std::string>;

/// Every index of the knowledge points to something.
void check_whole(const Knowledge& knowledge) {
  const auto entity = [&](std::uint32_t index) { CHECK(index < knowledge.entities.size()); };
  const auto evidence = [&](const std::vector<Evidence>& pieces) {
    for (const Evidence& piece : pieces) {
      CHECK(piece.document < knowledge.documents.size());
      for (const std::uint32_t source : piece.attribution) entity(source);
    }
  };
  for (const Event& event : knowledge.events) {
    for (const Participant& participant : event.participants) entity(participant.entity);
    if (event.place) entity(*event.place);
    for (const std::uint32_t told : event.content) CHECK(told < knowledge.events.size());
    if (event.part_of) CHECK(*event.part_of < knowledge.events.size());
    evidence(event.evidence);
  }
  for (const Relation& relation : knowledge.relations) {
    entity(relation.from);
    if (relation.to) entity(*relation.to);
    evidence(relation.evidence);
  }
}

Knowledge kept(const Filter& filter) {
  Knowledge knowledge = filtered(test::sample(), filter);
  check_whole(knowledge);
  return knowledge;
}

DayNumber day(int year, int month, int number) { return *day_number(year, month, number); }

}  // namespace

TEST_CASE("a part stands alone where its whole is left out, else its index follows") {
  Filter filter;
  filter.status = "hypothetical";
  const Knowledge alone = kept(filter);
  CHECK(ids(alone.events) == Ids{"4"});
  CHECK(!alone.events[0].part_of);
  Knowledge sample = test::sample();
  sample.events[0].status = Status::hypothetical;
  sample.events[2].part_of = 1;
  const Knowledge both = filtered(sample, {});
  REQUIRE(ids(both.events) == Ids{"2", "3"});
  CHECK(both.events[1].part_of == 0);
}

TEST_CASE("no filter leaves hypothetical events out and all else in") {
  const Knowledge all = kept({});
  CHECK(ids(all.events) == Ids{"1", "2", "3"});
  CHECK(all.entities == test::sample().entities);
  CHECK(all.documents == test::sample().documents);
  CHECK(all.relations == test::sample().relations);
}

TEST_CASE("what kept events do not refer to goes, and links follow") {
  Filter filter;
  filter.type = "meet";
  const Knowledge meetings = kept(filter);
  CHECK(ids(meetings.events) == Ids{"1"});
  CHECK(meetings.entities.size() == 3);
  CHECK(meetings.documents.size() == 2);
  CHECK(meetings.relations.empty());
  CHECK(meetings.events[0].evidence[1].attribution == std::vector<std::uint32_t>{1, 0});
  CHECK(meetings.documents[meetings.events[0].evidence[1].document].id == "d3");
  filter.type = "deny";
  CHECK(kept(filter).events[0].content.empty());
  filter.type = "owns";
  CHECK(kept(filter).events.empty());
  CHECK(kept(filter).relations.size() == 1);
}

TEST_CASE("dates touch, undated events go") {
  Filter filter;
  filter.from = day(2021, 3, 6);
  CHECK(ids(kept(filter).events) == Ids{"2"});
  filter.from = day(2021, 3, 8);
  CHECK(kept(filter).events.empty());
  filter = {};
  filter.to = day(2020, 1, 1);
  CHECK(ids(kept(filter).events) == Ids{"3"});  // some time before a day: it may have been then
}

TEST_CASE("by entity, kind, status, origins and number") {
  Filter filter;
  filter.entity = "aida nom";
  CHECK(ids(kept(filter).events) == Ids{"1", "3"});
  CHECK(kept(filter).relations.size() == 2);
  filter.entity = "nobody at all";
  CHECK(kept(filter).events.empty());
  filter = {};
  filter.kind = "work";
  CHECK(ids(kept(filter).events) == Ids{"3"});
  filter = {};
  filter.status = "hypothetical";
  CHECK(ids(kept(filter).events) == Ids{"4"});
  filter = {};
  filter.min_origins = 2;
  CHECK(ids(kept(filter).events) == Ids{"1"});
  filter = {};
  filter.limit = 2;
  CHECK(ids(kept(filter).events) == Ids{"1", "3"});
}

TEST_CASE("what nobody asked to be left out is counted") {
  const Knowledge all = test::sample();
  Filter filter;
  CHECK(omitted(all, filter).hypothetical == 1);
  filter.limit = 2;
  CHECK(omitted(all, filter).beyond_limit == 1);
  filter.limit = 3;
  CHECK(omitted(all, filter).beyond_limit == 0);
  filter.from = day(1900, 1, 1);
  CHECK(omitted(all, filter).hypothetical == 0);  // it has no date either
  CHECK(omitted(all, filter).undated == 0);
  filter.status = "hypothetical";
  CHECK(omitted(all, filter).undated == 1);
}

TEST_CASE("entities by name") {
  const Knowledge knowledge = test::sample();
  using Found = std::vector<std::uint32_t>;
  CHECK(entities_named(knowledge, "AIDA  NOM") == Found{0});
  CHECK(entities_named(knowledge, "a. nôm") == Found{0});
  CHECK(entities_named(knowledge, "e0000000003") == Found{2});
  CHECK(entities_named(knowledge, "") == Found{});
  Knowledge twins = knowledge;
  twins.entities[4].name = "inf treaty";
  CHECK(entities_named(twins, "inf treaty") == Found{4, 2});
  twins.entities[1].aliases = {"INF treaty"};
  CHECK(entities_named(twins, "Inf Treaty") == Found{2, 4, 1});
}

}  // namespace dateline
