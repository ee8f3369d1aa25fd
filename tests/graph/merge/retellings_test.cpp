// One article tells its happening several times: what is one event, and what stays apart.
#include <algorithm>

#include <doctest/doctest.h>

#include "dateline/merge.hpp"
#include "graph/merge/stories.hpp"

namespace dateline {
namespace {

using test::merged;
using test::of_type;
using test::Story;
using test::Told;

std::uint32_t nominal_person(Story& story, const std::string& phrase) {
  return story.entity(phrase, EntityKind::person, "", "", MentionForm::nominal);
}

TEST_CASE("the lead says a sailor, the body says who") {
  for (const int named : {1, 2}) {
    Story a("a.txt");
    const auto sailor = nominal_person(a, "sailor"), hale = a.person("Tom Hale"), lind = a.person("Eva Lind");
    a.sentence("A sailor was arrested after the regatta.").event("arrest", "arrested").who("detainee", sailor);
    a.sentence("Nobody had expected it, least of all the club.");
    a.sentence("The harbour was quiet that evening.");
    a.sentence("Police arrested Tom Hale at the pier on Friday.")
        .event("arrest", "arrested")
        .who("detainee", hale)
        .on("2031-03-07");
    if (named == 2)
      a.sentence("Later they arrested Eva Lind.").event("arrest", "arrested").who("detainee", lind).on("2031-03-07");
    const auto arrests = of_type(merged({a}), "arrest");
    // Of two who are named it is not said which of them the sailor is.
    REQUIRE(arrests.size() == (named == 1 ? 1 : 3));
    if (named == 1) CHECK(arrests.front().label == "Tom Hale was arrested");
  }
}

TEST_CASE("a sailor of the lead is not whom the background names") {
  Story a("a.txt");
  const auto sailor = nominal_person(a, "sailor"), hale = a.person("Tom Hale");
  a.sentence("A sailor was arrested after the regatta.").event("arrest", "arrested").who("detainee", sailor);
  a.sentence("In 2019 Tom Hale was arrested there.").event("arrest", "arrested").who("detainee", hale).on("2019");
  CHECK(of_type(merged({a}), "arrest").size() == 2);
}

TEST_CASE("the arrest, told again without its day in the same word, is the one in the news") {
  struct Case {
    std::string day, word, text;
    std::size_t events;
  };
  const std::string again = "His club was told of an arrest of Hale by neighbours.";
  for (const Case& given :
       {Case{"2031-03-07", "arrest", again, 1},
        Case{"2031-03-07", "seized", "Guards seized Hale for crossing a lawn.", 2}, Case{"2019", "arrest", again, 2}}) {
    Story a("a.txt");
    const auto hale = a.person("Tom Hale");
    for (int i = 0; i < 4; ++i) a.sentence("The regatta went on for hours in the rain.");
    a.sentence("Police took in Tom Hale, arrested at the pier.")
        .event("arrest", "arrested")
        .who("detainee", hale)
        .on(given.day)
        .by("arrest-verb");
    a.sentence("Nobody at the pier wanted to speak.");
    a.sentence(given.text).event("arrest", given.word).who("detainee", hale).by("arrest-other");
    CAPTURE(given.text);
    CHECK(of_type(merged({a}), "arrest").size() == given.events);
  }
}

TEST_CASE("two who stand in the same roles in the same word are told of once") {
  for (const bool same : {true, false}) {
    Story a("a.txt");
    const auto hale = a.person("Tom Hale"), lind = a.person("Eva Lind"), berg = a.person("Anna Berg");
    for (int i = 0; i < 4; ++i) a.sentence("The regatta went on for hours in the rain.");
    a.sentence("Hale shot at Lind.").event("attack", "shot").who("attacker", hale).who("target", lind);
    for (int i = 0; i < 4; ++i) a.sentence("Nobody at the pier wanted to speak.");
    a.sentence("Why he shot at her is unclear.")
        .event("attack", "shot")
        .who("attacker", hale)
        .who("target", same ? lind : berg);
    CHECK(of_type(merged({a}), "attack").size() == (same ? 1 : 2));
  }
}

TEST_CASE("what two dated happenings contradict each other about joins neither") {
  Story a("a.txt");
  const auto hale = a.person("Tom Hale");
  a.sentence("Police arrested Tom Hale on Friday.").event("arrest", "arrested").who("detainee", hale).on("2031-03-07");
  a.sentence("They had arrested Hale a week before.")
      .event("arrest", "arrested")
      .who("detainee", hale)
      .on("2031-02-28");
  a.sentence("Neighbours spoke of an unfair arrest of Hale.").event("arrest", "arrest").who("detainee", hale);
  CHECK(of_type(merged({a}), "arrest").size() == 3);
}

TEST_CASE("a ruling told twice of one day is one, rulings on different people are not") {
  for (const bool two : {false, true}) {
    Story a("a.txt");
    const auto court = a.body("Harbour Court"), hale = a.person("Tom Hale"), lind = a.person("Eva Lind");
    a.sentence("The Harbour Court dismissed the claim of Hale on Monday.")
        .event("verdict", "dismissed")
        .who("court", court)
        .who("defendant", hale)
        .on("2031-03-10");
    Told again =
        a.sentence("Its decision surprised many.").event("verdict", "decision").who("court", court).on("2031-03-10");
    if (two) again.who("defendant", lind);
    CHECK(of_type(merged({a}), "verdict").size() == (two ? 2 : 1));
  }
}

TEST_CASE("the dead and the injured of one sentence are one toll") {
  Story a("a.txt");
  const auto oslo = a.place("Oslo", "NO");
  a.sentence("The blast in Oslo killed four and injured nine.");
  a.event("casualty", "killed").mode("killed").in(oslo).amount("killed", "four", 4).on("2031-03-07");
  a.event("casualty", "injured").mode("wounded").in(oslo).amount("wounded", "nine", 9).on("2031-03-07");
  const auto tolls = of_type(merged({a}), "casualty");
  REQUIRE(tolls.size() == 1);
  CHECK(tolls.front().amounts.size() == 2);
  CHECK(tolls.front().conflicts.empty());
  CHECK(tolls.front().label == "Four were killed and nine injured in Oslo");

  Story c("c.txt");
  const auto people = c.group("sailors");
  c.sentence("Three sailors were killed in a gale on Friday.")
      .event("casualty", "killed")
      .mode("killed")
      .who("victim_group", people)
      .amount("killed", "Three", 3)
      .on("2031-03-07");
  c.sentence("Nine more sailors were injured.")
      .event("casualty", "injured")
      .mode("wounded")
      .who("victim_group", people)
      .amount("wounded", "Nine", 9);
  const auto of_gale = of_type(merged({c}), "casualty");
  REQUIRE(of_gale.size() == 1);
  CHECK(of_gale.front().label == "Three sailors were killed and nine injured");

  Story d("d.txt");
  const auto others = d.group("sailors");
  for (int i = 0; i < 4; ++i) d.sentence("The storm went on for hours in the rain.");
  d.sentence("Ten sailors died in the gale of the year before.")
      .event("casualty", "died")
      .mode("killed")
      .who("victim_group", others);
  d.sentence("In such gales some sailors are injured each year.")
      .event("casualty", "injured")
      .mode("wounded")
      .who("victim_group", others);
  CHECK(of_type(merged({d}), "casualty").size() == 2);

  Story b("b.txt");
  const auto miners = b.group("miners"), guards = b.group("guards");
  b.sentence("Four miners were killed and nine guards injured.");
  b.event("casualty", "killed").mode("killed").who("victim_group", miners).amount("killed", "four", 4);
  b.event("casualty", "injured").mode("wounded").who("victim_group", guards).amount("wounded", "nine", 9);
  CHECK(of_type(merged({b}), "casualty").size() == 2);
}

TEST_CASE("pledges of one speaker in like words are one, in others they are not") {
  Story a("a.txt");
  const auto berg = a.person("Anna Berg");
  a.sentence("Anna Berg announced on Friday that her council will withdraw the harbour bill.")
      .event("pledge", "announced")
      .who("speaker", berg)
      .on("2031-03-07");
  a.sentence("The council will fully withdraw the harbour bill, Berg said.")
      .event("pledge", "said")
      .who("speaker", berg);
  a.sentence("She would also plant lime trees along every avenue.").event("pledge", "would").who("speaker", berg);
  CHECK(of_type(merged({a}), "pledge").size() == 2);
}

TEST_CASE("a death is one under either of its types, for people known by name") {
  Story a("a.txt");
  const auto hale = a.person("Tom Hale"), sailors = a.group("sailors");
  a.sentence("A falling mast killed the skipper Tom Hale on Friday.")
      .event("casualty", "killed")
      .mode("killed")
      .who("victim_group", hale)
      .on("2031-03-07");
  a.sentence("Hale died in the arms of his brother.").event("death", "died").who("person", hale);
  a.sentence("Sailors were killed in the gale, too.")
      .event("casualty", "killed")
      .mode("killed")
      .who("victim_group", sailors);
  a.sentence("Sailors have died there in most winters.").event("death", "died").who("person", sailors);
  const Knowledge knowledge = merged({a});
  const auto deaths = of_type(knowledge, "death");
  const auto of_hale =
      std::find_if(deaths.begin(), deaths.end(), [](const Event& e) { return e.evidence.size() == 2; });
  REQUIRE(of_hale != deaths.end());
  CHECK(of_hale->label == "Tom Hale died");
  CHECK(of_hale->participants.size() == 1);
  CHECK(of_hale->participants.front().role == "person");
  CHECK(of_hale->date->edtf == "2031-03-07");
  CHECK(knowledge.events.size() == 3);
}

TEST_CASE("urged and demanded on one day of one audience is one, of another it is not") {
  Story a("a.txt");
  const auto norway = a.country("Norway", "NO"), chile = a.country("Chile", "CL"), peru = a.country("Peru", "PE");
  a.sentence("Norway urged Chile on Friday to open its ports.")
      .event("urge", "urged")
      .who("speaker", norway)
      .who("audience", chile)
      .on("2031-03-07");
  a.sentence("Norway demanded that day that Chile open them all.")
      .event("demand", "demanded")
      .who("speaker", norway)
      .who("target", chile)
      .on("2031-03-07");
  a.sentence("Norway demanded on Friday that Peru open its ports.")
      .event("demand", "demanded")
      .who("speaker", norway)
      .who("target", peru)
      .on("2031-03-07");
  const Knowledge knowledge = merged({a});
  CHECK(of_type(knowledge, "urge").size() == 1);
  const auto demands = of_type(knowledge, "demand");
  REQUIRE(demands.size() == 1);
  CHECK(demands.front().participants.back().role == "target");
}

TEST_CASE("a plan for the month comes true once, a meeting of the month may be another") {
  Story a("a.txt", "2031-02-25"), b("b.txt");
  for (Story* story : {&a, &b}) {
    const auto berg = story->person("Anna Berg"), hale = story->person("Tom Hale");
    const bool plan = story == &a;
    Told left = story->sentence("Anna Berg leaves the harbour board in March as its chair of twelve years.")
                    .event("resign", "leaves")
                    .who("person", berg)
                    .on(plan ? "2031-03" : "2031-03-07");
    Told met = story->sentence("Berg meets Tom Hale in March for a talk about the old harbour lights.")
                   .event("meet", "meets")
                   .who("participant", berg)
                   .who("participant", hale)
                   .on(plan ? "2031-03" : "2031-03-07");
    if (plan) left.status(Status::planned), met.status(Status::planned);
  }
  const Knowledge knowledge = merged({a, b});
  const auto left = of_type(knowledge, "resign");
  REQUIRE(left.size() == 1);
  CHECK(left.front().status == Status::asserted);
  CHECK(left.front().date->edtf == "2031-03-07");
  CHECK(of_type(knowledge, "meet").size() == 2);
}

TEST_CASE("a pact of the month and of the day between two is one when one of them is no state") {
  for (const bool states : {false, true}) {
    Story a("a.txt"), b("b.txt");
    for (Story* story : {&a, &b}) {
      const auto chile = story->country("Chile", "CL"),
                 other = states ? story->country("Norway", "NO") : story->body("Acme");
      const bool first = story == &a;
      story->sentence(first ? "The two signed a pact on Friday." : "This month's deal binds both sides.")
          .event("sign_agreement", first ? "signed" : "deal")
          .who("party", other)
          .who("party", chile)
          .on(first ? "2031-03-07" : "2031-03");
    }
    CHECK(of_type(merged({a, b}), "sign_agreement").size() == (states ? 2 : 1));
  }
}

TEST_CASE("who won and who was elected is one role") {
  Story a("a.txt");
  const auto berg = a.person("Anna Berg");
  a.sentence("Anna Berg won the election on Friday, as expected.")
      .event("election", "won")
      .mode("result")
      .who("winner", berg)
      .on("2031-03-07");
  a.sentence("She was elected that Friday by a wide margin.")
      .event("election", "elected")
      .mode("result")
      .who("candidate", berg)
      .on("2031-03-07");
  CHECK(of_type(merged({a}), "election").size() == 1);
}

TEST_CASE("before her death and she died are one death, a planned visit is not the one that was") {
  Story a("a.txt");
  const auto berg = a.person("Anna Berg"), oslo = a.place("Oslo", "NO");
  a.sentence("Anna Berg died on Friday.").event("death", "died").who("person", berg).on("2031-03-07");
  a.sentence("She painted until shortly before her death.")
      .event("death", "death")
      .who("person", berg)
      .status(Status::planned);
  a.sentence("She visited Oslo on Monday.")
      .event("visit", "visited")
      .who("visitor", berg)
      .who("destination", oslo)
      .on("2031-03-03");
  a.sentence("A visit to Oslo was still ahead of Berg.")
      .event("visit", "visit")
      .who("visitor", berg)
      .who("destination", oslo)
      .status(Status::planned);
  const Knowledge knowledge = merged({a});
  const auto deaths = of_type(knowledge, "death");
  REQUIRE(deaths.size() == 1);
  CHECK(deaths.front().status == Status::asserted);
  CHECK(of_type(knowledge, "visit").size() == 2);
}

TEST_CASE("an election of the year and of a day in it is one, of the year before it is not") {
  for (const char* year : {"2030", "2029"}) {
    Story a("a.txt"), b("b.txt");
    for (Story* story : {&a, &b}) {
      const auto chile = story->country("Chile", "CL");
      const bool first = story == &a;
      story
          ->sentence(first ? "In that year Chile held a vote on its harbours and won praise for it."
                           : "Chile voted on the harbours on a Sunday in June and won praise abroad.")
          .event("election", first ? "vote" : "voted")
          .mode("vote")
          .who("electorate", chile)
          .on(first ? year : "2030-06-23");
    }
    CHECK(of_type(merged({a, b}), "election").size() == (std::string(year) == "2030" ? 1 : 2));
  }
}

TEST_CASE("a title tells the one happening of its kind in the lead, whoever it calls them") {
  for (const bool second : {false, true}) {
    Story a("a.txt");
    const auto loria = a.place("Loria"), governor = nominal_person(a, "governor of Loria"),
               mayor = a.person("Eva Lind");
    a.sentence("Loria closes schools as river rises").event("restrict", "closes").who("actor", loria);
    a.with_title();
    a.sentence("The governor of Loria closed all schools on Friday as the river rose.")
        .event("restrict", "closed")
        .who("actor", governor)
        .on("2031-03-07");
    if (second)
      a.sentence("Eva Lind closed the port on Saturday.")
          .event("restrict", "closed")
          .who("actor", mayor)
          .on("2031-03-08");
    // Of two it is not said which the title means.
    CHECK(of_type(merged({a}), "restrict").size() == (second ? 3 : 1));
  }
}

TEST_CASE("a title that names somebody else tells something else") {
  Story a("a.txt");
  const auto hale = a.person("Tom Hale"), lind = a.person("Eva Lind");
  a.sentence("Tom Hale arrested at regatta").event("arrest", "arrested").who("detainee", hale);
  a.with_title();
  a.sentence("Eva Lind was arrested at the regatta on Friday.")
      .event("arrest", "arrested")
      .who("detainee", lind)
      .on("2031-03-07");
  CHECK(of_type(merged({a}), "arrest").size() == 2);
}

TEST_CASE("what one said to the other has the day of their talks") {
  struct Case {
    std::string day, other, date;
  };
  for (const Case& given : {Case{"2031-03-05", "", "2031-03-05"}, Case{"2031-02-11", "", "2031-03-03/2031-03-09"},
                            Case{"2031-03-05", "2031-03-06", "2031-03-03/2031-03-09"}}) {
    Story a("a.txt");
    const auto hale = a.person("Tom Hale"), lind = a.person("Eva Lind");
    a.sentence("Tom Hale held talks with Eva Lind last week.")
        .event("meet", "talks")
        .who("participant", hale)
        .who("participant", lind)
        .on("2031-03-03/2031-03-09");
    a.sentence("Tom Hale told Eva Lind that the ferry would run.")
        .event("pledge", "told")
        .who("speaker", hale)
        .who("beneficiary", lind)
        .on(given.day);
    if (!given.other.empty())
      a.sentence("Eva Lind asked Tom Hale for a pier.")
          .event("urge", "asked")
          .who("speaker", lind)
          .who("audience", hale)
          .on(given.other);
    const auto meetings = of_type(merged({a}), "meet");
    REQUIRE(meetings.size() == 1);
    CHECK(meetings.front().date->edtf == given.date);
  }
}

TEST_CASE("a fire is no quake, a man no woman, and what also happened is another") {
  struct Case {
    std::string type, role, first, second, verb;
    EntityKind kind;
    std::size_t events;
  };
  for (const Case& given : {Case{"disaster", "hazard", "fire", "earthquake", "struck", EntityKind::other, 2},
                            Case{"disaster", "hazard", "fire", "blaze", "struck", EntityKind::other, 1},
                            Case{"attack", "target", "man", "woman", "shot", EntityKind::person, 2}}) {
    CAPTURE(given.second);
    Story a("a.txt");
    const auto oslo = a.place("Oslo", "NO"), one = a.entity(given.first, given.kind, "", "", MentionForm::nominal),
               other = a.entity(given.second, given.kind, "", "", MentionForm::nominal);
    a.sentence("It " + given.verb + " in the harbour of Oslo on Friday, as neighbours told the paper.")
        .event(given.type, given.verb)
        .who(given.role, one)
        .in(oslo)
        .on("2031-03-07");
    a.sentence("It " + given.verb + " in the harbour of Oslo on Friday, as the paper was told.")
        .event(given.type, given.verb)
        .who(given.role, other)
        .in(oslo)
        .on("2031-03-07");
    CHECK(of_type(merged({a}), given.type).size() == given.events);
  }
  Story b("b.txt");
  const auto sailors = b.group("sailors");
  b.sentence("Sailors marched on Friday.").event("protest", "marched").who("protester", sailors).on("2031-03-07");
  b.sentence("Sailors also marched on Friday.").event("protest", "marched").who("protester", sailors).on("2031-03-07");
  CHECK(of_type(merged({b}), "protest").size() == 2);
}

TEST_CASE("two cities of one country are two places") {
  for (const bool known : {true, false}) {
    Story a("a.txt");
    const auto sailors = a.group("sailors");
    const auto oslo = a.entity("Oslo", EntityKind::place, "NO", "place:oslo"),
               other = known ? a.entity("Bergen", EntityKind::place, "NO", "place:bergen") : a.place("Lind Quay", "NO");
    a.sentence("Sailors marched in Oslo on Friday.")
        .event("protest", "marched")
        .who("protester", sailors)
        .in(oslo)
        .on("2031-03-07");
    a.sentence("Sailors marched through the rain on Friday.")
        .event("protest", "marched")
        .who("protester", sailors)
        .in(other)
        .on("2031-03-07");
    CHECK(of_type(merged({a}), "protest").size() == (known ? 2 : 1));
  }
}

TEST_CASE("the aircraft that came down is the plane that crashed that day, a ferry is not") {
  for (const bool plane : {true, false}) {
    Story a("a.txt");
    const auto one = a.entity("plane", EntityKind::other, "", "", MentionForm::nominal);
    const std::string again = plane ? "aircraft" : "ferry";
    a.sentence("A plane crashed on Friday.").event("accident", "crashed").who("vehicle", one).on("2031-03-07");
    a.sentence("The " + again + " went down behind the church.");
    const Span said = a.findings().sentences.back();
    const auto other = a.entity(again, EntityKind::other, "", "", MentionForm::nominal);
    a.findings().entities[other].mentions.front().span = {said.begin + 4,
                                                          said.begin + 4 + static_cast<std::uint32_t>(again.size())};
    a.event("accident", "down").who("vehicle", other).by("other").on("2031-03-07");
    CHECK(of_type(merged({a}), "accident").size() == (plane ? 1 : 2));
  }
}

TEST_CASE("what somebody urges is quoted in the next sentence; two sentences on it is another call") {
  for (const bool next : {true, false}) {
    Story a("a.txt");
    const auto berg = a.person("Anna Berg"), crews = a.group("crews");
    a.sentence("Anna Berg urged crews to stay ashore.")
        .event("urge", "urged")
        .who("speaker", berg)
        .who("audience", crews);
    if (!next) a.sentence("The harbour was quiet.");
    a.sentence("\"I beg you to wait,\" she said.").event("urge", "beg").who("speaker", berg).by("other");
    CHECK(of_type(merged({a}), "urge").size() == (next ? 1 : 2));
  }
}

TEST_CASE("a gunman who killed three, and one who killed two") {
  Story a("a.txt");
  const auto gunman = nominal_person(a, "gunman");
  a.sentence("A gunman killed three people in a church on Friday.")
      .event("attack", "killed")
      .who("attacker", gunman)
      .amount("killed", "three", 3)
      .on("2031-03-07");
  a.sentence("A gunman killed two people in a church of the next town on Friday.")
      .event("attack", "killed")
      .who("attacker", gunman)
      .amount("killed", "two", 2)
      .on("2031-03-07");
  CHECK(of_type(merged({a}), "attack").size() == 2);
}

TEST_CASE("a storm that moves is told of one hour after another, unless the place is the same") {
  for (const bool same_place : {false, true}) {
    Story a("a.txt");
    const auto storm = a.entity("Hurricane Ana", EntityKind::other), cuba = a.country("Cuba", "CU");
    a.sentence("Hurricane Ana passed Cuba late on Friday.")
        .event("disaster", "passed")
        .who("hazard", storm)
        .mode("moved")
        .in(cuba)
        .on("2031-03-07");
    Told again = a.sentence("Hurricane Ana was moving past it on Friday.").event("disaster", "moving");
    again.who("hazard", storm).mode("moved").on("2031-03-07");
    if (same_place) again.in(cuba);
    CHECK(of_type(merged({a}), "disaster").size() == (same_place ? 1 : 2));
  }
}

TEST_CASE("a telling without a number joins no two that count others") {
  Story a("a.txt");
  const auto people = a.group("people");
  a.sentence("A shooting on Friday killed people at two markets.")
      .event("casualty", "killed")
      .who("victim_group", people)
      .mode("killed")
      .on("2031-03-07");
  a.sentence("In the first it killed 42 people.")
      .event("casualty", "killed")
      .who("victim_group", people)
      .mode("killed")
      .on("2031-03-07")
      .amount("killed", "42", 42);
  a.sentence("In the second it killed eight people.")
      .event("casualty", "killed")
      .who("victim_group", people)
      .mode("killed")
      .on("2031-03-07")
      .amount("killed", "eight", 8);
  const std::vector<Event> casualties = of_type(merged({a}), "casualty");
  CHECK(casualties.size() >= 2);
  for (const Event& event : casualties) {
    const bool both = std::any_of(event.conflicts.begin(), event.conflicts.end(),
                                  [](const Conflict& one) { return one.field == "killed"; });
    CHECK_FALSE(both);
  }
}

}  // namespace
}  // namespace dateline
