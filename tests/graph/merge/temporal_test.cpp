// How merged events lie to one another in time.
#include <doctest/doctest.h>

#include "dateline/merge.hpp"
#include "graph/merge/stories.hpp"

using namespace dateline;
using test::merged;
using test::Story;

namespace {

/// A strike, and a resignation that lies so to it.
Story strike_and_resignation(const std::string& source, TemporalRelation relation) {
  Story story(source);
  const auto berg = story.person("Anna Berg"), acme = story.body("Acme"), crews = story.body("Harbour Union");
  story.sentence("Anna Berg resigned from Acme on 5 March, after a strike by the Harbour Union on 4 March: " + source);
  story.event("protest", "strike").who("protester", crews).on("2031-03-04");
  story.event("resign", "resigned").who("person", berg).who("organisation", acme).on("2031-03-05");
  story.lies(relation, 0);
  return story;
}

}  // namespace

TEST_CASE("what tellings say of two events becomes one link with every telling as evidence") {
  const Knowledge made = merged({strike_and_resignation("a.txt", TemporalRelation::after),
                                 strike_and_resignation("b.txt", TemporalRelation::after)});
  REQUIRE(made.events.size() == 2);
  CHECK(made.events[0].temporal.empty());
  CHECK(made.events[1].temporal == std::vector<TemporalLink>{{TemporalRelation::after, 0, {0, 1}}});
}

TEST_CASE("tellings that contradict each other are both kept") {
  const Knowledge made = merged({strike_and_resignation("a.txt", TemporalRelation::after),
                                 strike_and_resignation("b.txt", TemporalRelation::before)});
  REQUIRE(made.events.size() == 2);
  CHECK(made.events[1].temporal ==
        std::vector<TemporalLink>{{TemporalRelation::before, 0, {1}}, {TemporalRelation::after, 0, {0}}});
}

TEST_CASE("no event lies so to itself") {
  Story story("a.txt");
  const auto berg = story.person("Anna Berg"), acme = story.body("Acme");
  story.sentence("Anna Berg resigned from Acme on 5 March.");
  story.event("resign", "resigned").who("person", berg).who("organisation", acme).on("2031-03-05");
  story.sentence("Anna Berg resigned from Acme on 5 March after days of talks.");
  story.event("resign", "resigned").who("person", berg).who("organisation", acme).on("2031-03-05");
  story.lies(TemporalRelation::after, 0);
  const Knowledge made = merged({story});
  REQUIRE(made.events.size() == 1);
  CHECK(made.events[0].temporal.empty());
}
