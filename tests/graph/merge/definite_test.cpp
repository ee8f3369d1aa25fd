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

TEST_CASE("the market lies in the town where the fire was told of") {
  Story a("a.txt");
  const auto oslo = a.entity("Oslo", EntityKind::place, "NO", "place:oslo"), market = a.place("Lind Market");
  const auto fire = a.entity("fire", EntityKind::other, "", "", MentionForm::nominal);
  a.sentence("A fire destroyed forty stalls in Oslo on Friday.")
      .event("disaster", "destroyed")
      .who("hazard", fire)
      .in(oslo)
      .on("2031-03-07");
  a.sentence("The fire at Lind Market broke out at noon.")
      .event("disaster", "broke")
      .who("hazard", fire)
      .in(market)
      .again();
  CHECK(of_type(merged({a}), "disaster").size() == 1);
}

TEST_CASE("others may attend the ceremony, and a general have led the coup; another arrest stays another") {
  Story a("a.txt");
  const auto sailors = a.group("sailors"), lind = a.person("Eva Lind");
  a.sentence("Sailors attended the ceremony on Friday.")
      .event("ceremony", "attended")
      .who("participant", sailors)
      .on("2031-03-07");
  a.sentence("Eva Lind attended the ceremony, too.").event("ceremony", "attended").who("participant", lind).again();
  CHECK(of_type(merged({a}), "ceremony").size() == 1);

  Story b("b.txt");
  const auto soldiers = b.group("soldiers"), hale = b.person("Tom Hale");
  b.sentence("Soldiers seized power on Friday.").event("coup", "seized").who("actor", soldiers).on("2031-03-07");
  b.sentence("The coup was led by Tom Hale.").event("coup", "coup").who("actor", hale).again();
  CHECK(of_type(merged({b}), "coup").size() == 1);

  Story c("c.txt");
  const auto two = c.group("sailors"), berg = c.person("Anna Berg");
  c.sentence("Two sailors were arrested on Friday.").event("arrest", "arrested").who("detainee", two).on("2031-03-07");
  c.sentence("The detention of Anna Berg had been a mistake.")
      .event("arrest", "detention")
      .who("detainee", berg)
      .again();
  CHECK(of_type(merged({c}), "arrest").size() == 2);
}

TEST_CASE("the lead speaks of last night's attack and tells it below") {
  for (const bool two : {false, true}) {
    Story a("a.txt");
    const auto bomb = a.entity("bomb", EntityKind::other, "", "", MentionForm::nominal), club = a.body("Lind Club");
    a.sentence("Five died in last night's attack.").event("attack", "attack").on("2031-03-09").again();
    a.sentence("The bomb was left in a bin.").event("attack", "left").who("weapon", bomb).on("2031-03-09");
    if (two)
      a.sentence("Masked men raided the Lind Club.").event("attack", "raided").who("target", club).on("2031-03-09");
    CHECK(of_type(merged({a}), "attack").size() == (two ? 3 : 1));
  }
}

}  // namespace
}  // namespace dateline
