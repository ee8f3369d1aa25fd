// The same readings in any order give the same knowledge.
#include <algorithm>
#include <random>

#include <doctest/doctest.h>

#include "dateline/merge.hpp"
#include "graph/merge/stories.hpp"

namespace dateline {
namespace {

using test::Story;

// Stories that share people, days and words by chance, so that many merges are possible and some exclude each other.
Story generated(std::mt19937& random, int number) {
  const std::vector<std::string> people = {"Anna Berg",     "Anna B. Berg",  "Ana Berg", "Berg",
                                           "Tom Hale",      "Thomas Hale",   "Hale",     "Eva Lind",
                                           "Sergei Karpov", "Sergey Karpov", "Karpov"};
  const std::vector<std::string> types = {"meet", "accuse", "deploy", "sign_agreement", "death", "attack", "statement"};
  const std::vector<std::string> dates = {"2031-03-07",    "2031-03-08", "2031-03", "2031-03-03/2031-03-09",
                                          "../2031-03-09", "2031",       ""};
  const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
  Story story("story" + std::to_string(number) + ".txt");
  std::vector<std::uint32_t> entities;
  for (int i = 0; i < 4; ++i) entities.push_back(story.person(pick(people), random() % 3 == 0 ? "NO" : ""));
  entities.push_back(story.country("Chile", "CL"));
  entities.push_back(story.group("young pilots"));
  for (int i = 0; i < 6; ++i) {
    story.sentence("The " + pick(people) + " affair " + std::to_string(random() % 4) +
                   " went on in the harbour, as told before.");
    test::Told told = story.event(pick(types), "affair");
    const std::vector<std::string> roles = {"participant", "speaker", "target", "actor", "party", "person"};
    for (std::size_t n = random() % 3; n > 0; --n) told.who(pick(roles), pick(entities));
    if (const std::string date = pick(dates); !date.empty()) told.on(date);
    if (random() % 4 == 0) told.status(static_cast<Status>(random() % 6));
    if (random() % 4 == 0) told.amount("count", "some", static_cast<double>(random() % 2));
    if (random() % 4 == 0 && i > 0) told.about(random() % static_cast<std::size_t>(i));
  }
  story.relation("counterpart_of", entities[0], entities[1]);
  return story;
}

TEST_CASE("merging does not depend on the order of the readings") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    std::mt19937 random(seed);
    std::vector<Reading> readings;
    for (int i = 0; i < 12; ++i) readings.push_back(generated(random, i).read());
    const Knowledge expected = merge(readings, test::resources());
    CHECK(expected.events.size() > 5);
    for (int round = 0; round < 3; ++round) {
      std::shuffle(readings.begin(), readings.end(), random);
      CHECK(merge(readings, test::resources()) == expected);
    }
  }
}

TEST_CASE("every quote is the text of its span, every index is in range, every id is there once") {
  std::mt19937 random(99);
  std::vector<Reading> readings;
  for (int i = 0; i < 30; ++i) readings.push_back(generated(random, i).read());
  const Knowledge knowledge = merge(readings, test::resources());
  std::vector<std::string> ids;
  for (const Event& event : knowledge.events) {
    ids.push_back(event.id);
    CHECK(!event.label.empty());
    CHECK(!event.evidence.empty());
    for (const std::uint32_t about : event.content) CHECK(about < knowledge.events.size());
    for (const Participant& participant : event.participants) CHECK(participant.entity < knowledge.entities.size());
    for (const Evidence& evidence : event.evidence) {
      const auto source = std::find_if(readings.begin(), readings.end(), [&](const Reading& reading) {
        return reading.document.source == knowledge.documents[evidence.document].source;
      });
      CHECK(evidence.quote == utf8::slice(source->document.text, evidence.span.begin, evidence.span.end));
    }
  }
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  CHECK(std::is_sorted(knowledge.entities.begin(), knowledge.entities.end(),
                       [](const Entity& a, const Entity& b) { return a.id < b.id; }));
}

}  // namespace
}  // namespace dateline
