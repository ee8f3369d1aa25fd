// "The attack", after an article told of one: joined with the one that is meant, and with none where several could be.
#include <doctest/doctest.h>

#include "dateline/merge.hpp"
#include "graph/merge/stories.hpp"

namespace dateline {
namespace {

using test::merged;
using test::of_type;
using test::Story;
using test::Told;

void idle(Story& story, int sentences) {
  for (int i = 0; i < sentences; ++i) story.sentence("The regatta went on for hours in the rain.");
}

TEST_CASE("the fire, far below, is the one that the lead told of, and has its day") {
  Story a("a.txt");
  const auto pier = a.place("Lind Pier"), fire = a.entity("fire", EntityKind::other, "", "", MentionForm::nominal);
  a.sentence("A fire on Lind Pier burnt ten boats on Friday.").event("disaster", "fire").in(pier).on("2031-03-07");
  idle(a, 9);
  a.sentence("The fire started in a kitchen.").event("disaster", "started").who("hazard", fire).again();
  const auto fires = of_type(merged({a}), "disaster");
  REQUIRE(fires.size() == 1);
  CHECK(fires.front().date->edtf == "2031-03-07");
  CHECK(fires.front().evidence.size() == 2);
}

TEST_CASE("of two quakes the quake is neither") {
  Story a("a.txt");
  const auto oslo = a.place("Oslo", "NO");
  a.sentence("A quake shook Oslo on Friday.").event("disaster", "quake").mode("quake").in(oslo).on("2031-03-07");
  a.sentence("A quake shook the city on Saturday, too.").event("disaster", "quake").mode("quake").on("2031-03-08");
  idle(a, 9);
  a.sentence("The quake felled a tower.").event("disaster", "quake").mode("quake").again();
  CHECK(of_type(merged({a}), "disaster").size() == 3);
}

TEST_CASE("the attack of last year, of another target or of several is not the one in the news") {
  struct Case {
    std::string text, word, day, target;
    std::size_t events;
  };
  for (const Case& given : {Case{"The attack shocked the sailors.", "attack", "", "", 1},
                            Case{"The attack of the year before was like it.", "attack", "2030", "", 2},
                            Case{"The attack on the Harbour Court was like it.", "attack", "", "Harbour Court", 2},
                            Case{"The attacks shocked the sailors.", "attacks", "", "", 2}}) {
    CAPTURE(given.text);
    Story a("a.txt");
    const auto club = a.body("Lind Club");
    a.sentence("Masked men attacked the Lind Club on Friday.")
        .event("attack", "attacked")
        .who("target", club)
        .on("2031-03-07");
    idle(a, 9);
    const auto target = given.target.empty() ? club : a.body(given.target);
    Told again = a.sentence(given.text).event("attack", given.word).again();
    if (!given.day.empty()) again.on(given.day);
    if (!given.target.empty()) again.who("target", target);
    CHECK(of_type(merged({a}), "attack").size() == given.events);
  }
}

TEST_CASE("a total is not its part, though both are told of the raid") {
  Story a("a.txt");
  const auto people = a.group("people");
  a.sentence("At least fifty people died in raids on Friday.")
      .event("casualty", "died")
      .mode("killed")
      .who("victim_group", people)
      .amount("killed", "fifty", 50)
      .on("2031-03-07");
  idle(a, 9);
  a.sentence("The deaths of 42 people at the pier were the first.")
      .event("casualty", "deaths")
      .mode("killed")
      .who("victim_group", people)
      .amount("killed", "42", 42)
      .again();
  CHECK(of_type(merged({a}), "casualty").size() == 2);
}

TEST_CASE("somebody's admission is what that one conceded before") {
  for (const bool other : {false, true}) {
    Story a("a.txt");
    const auto hale = a.person("Tom Hale"), lind = a.person("Eva Lind");
    a.sentence("Tom Hale accepted in December that the club was to blame.")
        .event("concede", "accepted")
        .who("speaker", hale)
        .on("2030-12");
    idle(a, 2);
    a.sentence("Sailors called the admission too little.")
        .event("concede", "admission")
        .who("speaker", other ? lind : hale)
        .again();
    CHECK(of_type(merged({a}), "concede").size() == (other ? 2 : 1));
  }
}

TEST_CASE("the lawsuit was filed in a court that the lead left out, the inquiry into somebody else is another") {
  for (const bool free : {true, false}) {
    Story a("a.txt");
    const auto lind = a.person("Eva Lind"), hale = a.person("Tom Hale"), court = a.body("Harbour Court"),
               club = a.body("Lind Club");
    a.sentence("Eva Lind filed a lawsuit against Tom Hale on Friday.")
        .event("lawsuit", "filed")
        .who("plaintiff", lind)
        .who("defendant", hale)
        .on("2031-03-07");
    idle(a, 4);
    a.sentence("The lawsuit was filed in Oslo.")
        .event("lawsuit", "filed")
        .who(free ? "court" : "defendant", free ? court : club)
        .again();
    CHECK(of_type(merged({a}), "lawsuit").size() == (free ? 1 : 2));
  }
}

TEST_CASE("what two other words contradict each other about is the one told in the same word") {
  for (const bool same : {false, true}) {
    Story a("a.txt");
    const auto loria = a.country("Norway", "NO"), agency = a.body("Harbour Office"), club = a.body("Lind Club");
    a.sentence("Norway banned the Lind Club on Friday.")
        .event("restrict", "banned")
        .mode("ban")
        .who("actor", loria)
        .who("target", club)
        .on("2031-03-07");
    a.sentence("The Harbour Office suspended the permit of the Lind Club.")
        .event("restrict", "suspended")
        .mode("seizure")
        .by("restrict-suspend")
        .who("actor", agency)
        .who("target", club)
        .on("../2031-03-10", Basis::bounded);
    idle(a, 9);
    a.sentence(same ? "Nobody spoke against a ban on the club." : "Nobody spoke against a curb on the club.")
        .event("restrict", same ? "ban" : "curb")
        .by("restrict-noun")
        .who("target", club);
    CHECK(of_type(merged({a}), "restrict").size() == (same ? 2 : 3));
  }
}

TEST_CASE("two words of one sentence about one quake are one telling, about two they are two") {
  for (const bool one : {true, false}) {
    Story a("a.txt");
    const auto quake = a.entity("quake", EntityKind::other, "", "", MentionForm::nominal),
               other = a.entity("storm", EntityKind::other, "", "", MentionForm::nominal), oslo = a.place("Oslo", "NO");
    a.sentence("The quake had a magnitude of 4 and was recorded in Oslo.");
    a.event("disaster", "had").mode("quake").who("hazard", quake).amount("magnitude", "4", 4);
    a.event("disaster", "recorded").mode("quake").who("hazard", one ? quake : other).in(oslo);
    CHECK(of_type(merged({a}), "disaster").size() == (one ? 1 : 2));
  }
}

}  // namespace
}  // namespace dateline
