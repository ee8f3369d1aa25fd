// Numbers that are told as parts of others: never one event with their whole, whoever tells of them.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "dateline/merge.hpp"
#include "graph/merge/stories.hpp"

using namespace dateline;
using test::merged;
using test::Story;

namespace {

struct Sent {
  std::string source, all, part, words;
};

/// Norway sends soldiers to Mali, some of them to Kidal.
Story soldiers(const Sent& sent, bool linked = true) {
  Story story(sent.source);
  const auto norway = story.country("Norway", "NO"), mali = story.country("Mali", "ML"),
             kidal = story.place("Kidal", "ML"), units = story.group("Norwegian soldiers", "NO");
  story.sentence(sent.words + " Norway sent " + sent.all + " soldiers to Mali, including " + sent.part + " to Kidal.");
  story.event("deploy", "sent")
      .who("actor", norway)
      .who("unit", units)
      .who("destination", mali)
      .amount("count", sent.all, std::stod(sent.all))
      .on("2031-03-04");
  story.event("deploy", sent.part)
      .who("actor", norway)
      .who("unit", units)
      .who("destination", kidal)
      .amount("count", sent.part, std::stod(sent.part))
      .on("2031-03-04");
  if (linked) story.is_part_of(0);
  return story;
}

/// A flood that kills people in a country; some of them in towns.
Story flood(const std::string& source, const std::string& all,
            const std::vector<std::pair<std::string, std::string>>& parts) {
  Story story(source);
  const auto people = story.group("people");
  story.sentence("The flood killed " + all + " people in Portugal on 4 March, says " + source +
                 ", parts of them elsewhere.");
  story.event("casualty", "killed")
      .mode("killed")
      .who("victim_group", people)
      .in(story.country("Portugal", "PT"))
      .amount("killed", all, std::stod(all))
      .on("2031-03-04");
  for (const auto& [number, town] : parts) {
    story.event("casualty", "parts")
        .mode("killed")
        .who("victim_group", people)
        .in(story.place(town, "PT"))
        .amount("killed", number, std::stod(number))
        .on("2031-03-04");
    story.is_part_of(0);
  }
  return story;
}

std::vector<std::string> numbers(const Event& event) {
  std::vector<std::string> out;
  for (const Amount& amount : event.amounts) out.push_back(amount.text);
  return out;
}

}  // namespace

TEST_CASE("set joins set and part joins part over two documents") {
  const Knowledge made = merged(
      {soldiers({"a.txt", "500", "120", "On Monday"}), soldiers({"b.txt", "500", "120", "The government said that"})});
  REQUIRE(made.events.size() == 2);
  const Event &one = made.events[0], &other = made.events[1];
  CHECK(one.articles == 2);
  CHECK(other.articles == 2);
  CHECK(one.part_of.has_value() != other.part_of.has_value());
  const Event& part = one.part_of ? one : other;
  CHECK(numbers(part) == std::vector<std::string>{"120"});
  CHECK(numbers(made.events[*part.part_of]) == std::vector<std::string>{"500"});
}

TEST_CASE("a link of one document keeps the numbers of others apart, whose own texts link nothing") {
  const Knowledge made = merged({soldiers({"a.txt", "500", "120", "On Monday"}),
                                 soldiers({"b.txt", "500", "120", "The government said that"}, false)});
  REQUIRE(made.events.size() == 2);
  for (const Event& event : made.events) CHECK(numbers(event).size() == 1);
}

TEST_CASE("tolls by place, which reports tell differently, are never crossed with the toll of all") {
  const Knowledge made = merged({flood("a.txt", "41", {{"12", "Porto"}, {"9", "Braga"}}),
                                 flood("b.txt", "43", {{"12", "Porto"}}), flood("c.txt", "12", {})});
  for (const Event& event : made.events) {
    const std::vector<std::string> told = numbers(event);
    const bool all = std::find(told.begin(), told.end(), "41") != told.end() ||
                     std::find(told.begin(), told.end(), "43") != told.end();
    const bool part = std::find(told.begin(), told.end(), "12") != told.end() ||
                      std::find(told.begin(), told.end(), "9") != told.end();
    CHECK(all != part);
  }
  const auto places = std::count_if(made.events.begin(), made.events.end(),
                                    [](const Event& event) { return event.part_of.has_value(); });
  CHECK(places == 2);
}

TEST_CASE("the order of documents changes nothing") {
  const Story a = flood("a.txt", "41", {{"12", "Porto"}, {"9", "Braga"}}), b = flood("b.txt", "43", {{"12", "Porto"}}),
              c = flood("c.txt", "12", {});
  CHECK(merged({a, b, c}) == merged({c, b, a}));
}

TEST_CASE("no event is a part of itself by way of others") {
  Story one = soldiers({"a.txt", "500", "500", "On Monday"}),
        other = soldiers({"b.txt", "500", "500", "The government said that"});
  other.findings().events[1].part_of.reset();
  other.findings().events[0].part_of = 1;
  const Knowledge made = merged({one, other});
  for (std::uint32_t i = 0; i < made.events.size(); ++i) {
    std::optional<std::uint32_t> at = made.events[i].part_of;
    for (std::size_t steps = 0; at && steps < made.events.size(); ++steps) {
      CHECK(*at != i);
      at = made.events[*at].part_of;
    }
  }
}
