#include "dateline/base/hash.hpp"
#include "dateline/base/utf8.hpp"
#include "run.hpp"
#include "synthetic.hpp"

namespace dateline {
namespace {

std::string timeline(const Knowledge& knowledge) {
  Notes notes;
  return test::exported("json", knowledge, {}, notes);
}

}  // namespace

TEST_CASE("a timeline read back is what was written") {
  CHECK(read_timeline(timeline(test::sample()), "x") == test::sample());
  const Knowledge large = test::synthetic(300);
  CHECK(read_timeline(timeline(large), "x") == large);
  CHECK(read_timeline(timeline({}), "x") == Knowledge{});
}

TEST_CASE("a timeline that points outside itself, or is none, is refused") {
  const std::string good = timeline(test::sample());
  const auto refused = [&](std::string_view what, std::string_view with) {
    std::string bad = good;
    const std::size_t at = bad.find(what);
    REQUIRE(at != bad.npos);
    bad.replace(at, what.size(), with);
    CHECK_THROWS_WITH_AS(read_timeline(bad, "x.json"), doctest::Contains("x.json"), Error);
  };
  refused("\"version\": 1", "\"version\": 2");
  refused("\"format\": \"dateline-timeline\"", "\"format\": \"other\"");
  refused("\"entity\": \"e0000000001\"", "\"entity\": \"nobody\"");
  refused("\"document\": \"d1\"", "\"document\": \"d9\"");
  refused("\"status\": \"asserted\"", "\"status\": \"perhaps\"");
  refused("\"id\": \"d2\"", "\"id\": \"d1\"");
  refused("\"evidence\": [1]", "\"evidence\": [7]");
  CHECK_THROWS_AS(read_timeline("", "x"), Error);
  CHECK_THROWS_AS(read_timeline("[]", "x"), Error);
}

TEST_CASE("damage to a timeline is an error that names it, never more") {
  const std::string good = timeline(test::sample());
  int refused = 0;
  for (std::size_t at = 0; at < good.size(); at += 7) {
    for (const char put : {'9', '"', '[', '\xff'}) {
      std::string damaged = good;
      damaged[at] = put;
      try {
        readings_of(read_timeline(damaged, "x"), "x");
      } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::input);
        ++refused;
      }
    }
  }
  CHECK(refused > 1000);
}

TEST_CASE("readings of a timeline hold its quotes at their places, and blanks between them") {
  Knowledge knowledge = test::sample();
  for (Event& event : knowledge.events) {
    for (Evidence& piece : event.evidence)
      piece.span.end = piece.span.begin + static_cast<std::uint32_t>(utf8::length(piece.quote));
  }
  for (Relation& relation : knowledge.relations) relation.evidence.clear();
  knowledge.events[0].evidence[0].trigger = {24, 27};
  knowledge.events[0].evidence[0].time.reset();
  knowledge.events[0].evidence[1].trigger = {9, 12};
  // Its triggers fit the quotes, save one that is moved here.
  knowledge.events[3].evidence[0].span = {40, 48}, knowledge.events[3].evidence[0].trigger = {42, 47};
  const std::vector<Reading> readings = readings_of(knowledge, "x");
  REQUIRE(readings.size() == 3);
  CHECK(readings[0].document.text == "               Aïda Nôm met A & <B> on Monday.");
  CHECK(readings[0].document.sha256 == sha256(readings[0].document.text));
  REQUIRE(readings[0].findings.events.size() == 1);
  const EventMention& meet = readings[0].findings.events[0];
  CHECK(meet.type == "meet");
  CHECK(meet.participants.size() == 2);
  const LocalEntity& who = readings[0].findings.entities[meet.participants[0].entity];
  CHECK(who.name == "Aïda Nôm");
  REQUIRE(who.mentions.size() == 1);
  CHECK(who.mentions[0].span == Span{15, 23});
  REQUIRE(readings[1].findings.events.size() == 2);
  CHECK(readings[1].findings.events[0].content == std::vector<std::uint32_t>{1});
}

TEST_CASE("quotes that do not fit their offsets are refused") {
  Knowledge knowledge = test::sample();
  knowledge.events[0].evidence[0].span.end += 3;
  CHECK_THROWS_AS(readings_of(knowledge, "x"), Error);
  knowledge = test::sample();
  knowledge.events[0].evidence[0].span = {4'000'000'000, 4'000'000'031};
  CHECK_THROWS_AS(readings_of(knowledge, "x"), Error);
}

}  // namespace dateline
