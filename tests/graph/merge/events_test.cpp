// Which tellings are one event, which are not, and what the event then says.
#include <algorithm>

#include <doctest/doctest.h>

#include "dateline/merge.hpp"
#include "graph/merge/stories.hpp"

namespace dateline {
namespace {

using test::merged;
using test::of_type;
using test::Story;

TEST_CASE("a meeting told in two documents is one, other meetings of that day are others") {
  Story a("a.txt"), b("b.txt");
  const auto berg = a.person("Anna Berg", "NO"), hale = a.person("Tom Hale", "CL"), oslo = a.place("Oslo", "NO");
  const auto pilots = a.group("young pilots"), widows = a.group("widows");
  a.sentence("Anna Berg met Tom Hale in Oslo on Friday.")
      .event("meet", "met")
      .who("participant", berg)
      .who("participant", hale)
      .in(oslo)
      .on("2031-03-07");
  a.sentence("Earlier that day she met young pilots.")
      .event("meet", "met")
      .who("participant", berg)
      .who("participant", pilots)
      .on("2031-03-07");
  a.sentence("Berg also met widows of sailors.")
      .event("meet", "met")
      .who("participant", berg)
      .who("participant", widows)
      .on("2031-03-07");
  const auto berg_b = b.person("Anna Berg", "NO"), hale_b = b.person("Tom Hale", "CL"), cadets = b.group("new pilots");
  b.sentence("Tom Hale was received by Anna Berg last week.")
      .event("meet", "received")
      .who("participant", hale_b)
      .who("participant", berg_b)
      .on("2031-03-03/2031-03-09");
  b.sentence("New pilots saw her on Friday.")
      .event("meet", "saw")
      .who("participant", berg_b)
      .who("participant", cadets)
      .on("2031-03-07");
  const auto meetings = of_type(merged({a, b}), "meet");
  REQUIRE(meetings.size() == 3);
  const auto big = std::find_if(meetings.begin(), meetings.end(), [](const Event& e) {
    return e.label == "Anna Berg met Tom Hale in Oslo" || e.label == "Tom Hale met Anna Berg in Oslo";
  });
  REQUIRE(big != meetings.end());
  CHECK(big->articles == 2);
  CHECK(big->origins == 2);
  CHECK(big->date->edtf == "2031-03-07");
  CHECK(big->participants.size() == 2);
  CHECK(big->evidence.front().quote == "Anna Berg met Tom Hale in Oslo on Friday.");
  CHECK(big->evidence.front().trigger_text == "met");
  const auto of_pilots = std::count_if(meetings.begin(), meetings.end(),
                                       [](const Event& e) { return e.articles == 2 && e.participants.size() == 2; });
  CHECK(of_pilots == 2);
}

TEST_CASE("another day is another meeting") {
  Story a("a.txt"), b("b.txt");
  for (Story* story : {&a, &b}) {
    const auto berg = story->person("Anna Berg"), hale = story->person("Tom Hale");
    story->sentence("Anna Berg met Tom Hale.")
        .event("meet", "met")
        .who("participant", berg)
        .who("participant", hale)
        .on(story == &a ? "2031-03-07" : "2031-03-09");
  }
  CHECK(of_type(merged({a, b}), "meet").size() == 2);
}

TEST_CASE("a denied or planned meeting is not the one that took place") {
  Story a("a.txt");
  const auto berg = a.person("Anna Berg"), hale = a.person("Tom Hale"), palace = a.body("Palace");
  const auto told = [&](const char* text) {
    return a.sentence(text).event("meet", "meet").who("participant", berg).who("participant", hale);
  };
  told("Berg had said in February that she would not meet Hale.").status(Status::denied).says(palace).on("2031-02");
  told("They did meet in the end, on Friday.").on("2031-03-07");
  told("Next week they are to meet again.").status(Status::planned).on("2031-03-10/2031-03-16");
  CHECK(of_type(merged({a}), "meet").size() == 3);
}

TEST_CASE("an undated denial disputes what others claim, not what a text tells as a fact") {
  for (const Status status : {Status::claimed, Status::asserted}) {
    Story a("a.txt");
    const auto norway = a.country("Norway", "NO"), chile = a.country("Chile", "CL");
    a.sentence("Norway has sold arms to Chile.")
        .event("arms_transfer", "sold")
        .who("supplier", norway)
        .who("recipient", chile)
        .status(status);
    a.sentence("It denied having sold arms to Chile.")
        .event("arms_transfer", "sold")
        .who("supplier", norway)
        .who("recipient", chile)
        .status(Status::denied);
    const auto sales = of_type(merged({a}), "arms_transfer");
    CHECK(sales.size() == (status == Status::claimed ? 1 : 2));
    CHECK(sales.front().conflicts.size() == (status == Status::claimed ? 1 : 0));
  }
}

TEST_CASE("a meeting planned for a day joins the one told of that day, as a conflict") {
  Story a("a.txt", "2031-03-06"), b("b.txt");
  for (Story* story : {&a, &b}) {
    const auto berg = story->person("Anna Berg"), hale = story->person("Tom Hale");
    test::Told told = story->sentence("Anna Berg will meet, or met, Tom Hale on Friday.")
                          .event("meet", "meet")
                          .who("participant", berg)
                          .who("participant", hale)
                          .on("2031-03-07");
    if (story == &a) told.status(Status::planned);
  }
  const auto meetings = of_type(merged({a, b}), "meet");
  REQUIRE(meetings.size() == 1);
  CHECK(meetings.front().status == Status::asserted);
  REQUIRE(meetings.front().conflicts.size() == 1);
  CHECK(meetings.front().conflicts.front().field == "status");
  CHECK(meetings.front().conflicts.front().values.size() == 2);
}

TEST_CASE("the whole and a part of a force are two deployments") {
  Story a("a.txt"), b("b.txt");
  for (Story* story : {&a, &b}) {
    const auto norway = story->country("Norway", "NO"), chile = story->country("Chile", "CL"),
               troops = story->group("Norwegian troops", "NO");
    story->body("Harbour Union"), story->person("Anna Berg"), story->person("Tom Hale");
    story->sentence("Norway is said to have sent some 900 troops to Chile, 400 of them to the south.");
    story->event("deploy", "sent")
        .who("actor", norway)
        .who("unit", troops)
        .who("destination", chile)
        .amount("count", "some 900", 900)
        .status(Status::claimed);
    story->event("deploy", "to the south")
        .who("actor", norway)
        .who("unit", troops)
        .who("destination", chile)
        .amount("count", "400", 400)
        .status(Status::claimed);
  }
  const auto sent = of_type(merged({a, b}), "deploy");
  REQUIRE(sent.size() == 2);
  CHECK(sent.front().articles == 2);
  CHECK(sent.back().articles == 2);
}

TEST_CASE("a country may stand for its president, and is then not named beside") {
  Story a("a.txt"), b("b.txt");
  const auto berg = a.person("Anna Berg", "NO"), hale = a.person("Tom Hale", "CL");
  a.sentence("Anna Berg signed a treaty with Tom Hale in June.")
      .event("sign_agreement", "signed")
      .who("party", berg)
      .who("party", hale)
      .on("2030-06");
  const auto berg_b = b.person("Anna Berg", "NO"), chile = b.country("Chile", "CL");
  b.sentence("Berg, who signed a pact with Chile in the summer, spoke.")
      .event("sign_agreement", "signed")
      .who("party", berg_b)
      .who("party", chile)
      .on("2030-22");
  a.body("Harbour Union"), b.body("Harbour Union"), a.person("Eva Lind"), b.person("Eva Lind");
  const auto signed_by = of_type(merged({a, b}), "sign_agreement");
  REQUIRE(signed_by.size() == 1);
  CHECK(signed_by.front().date->edtf == "2030-06");
  CHECK(signed_by.front().participants.size() == 2);
}

TEST_CASE("the meeting, told of nobody, is the one told before") {
  Story a("a.txt");
  const auto berg = a.person("Anna Berg"), hale = a.person("Tom Hale");
  a.sentence("Anna Berg met Tom Hale on Friday.")
      .event("meet", "met")
      .who("participant", berg)
      .who("participant", hale)
      .on("2031-03-07");
  a.sentence("The meeting lasted an hour.").event("meet", "meeting");
  CHECK(of_type(merged({a}), "meet").size() == 1);
  Story b("b.txt");
  const auto ada = b.person("Ada Voss"), eve = b.person("Eve Holm");
  b.sentence("Ada Voss met Eve Holm on Friday.")
      .event("meet", "met")
      .who("participant", ada)
      .who("participant", eve)
      .on("2031-03-07");
  b.sentence("Meetings are rare there.").event("meet", "Meetings");
  CHECK(of_type(merged({b}), "meet").size() == 2);
}

TEST_CASE("accusations in opposite directions, and of different people, are different") {
  Story a("a.txt");
  const auto norway = a.country("Norway", "NO"), chile = a.country("Chile", "CL"), peru = a.country("Peru", "PE");
  const auto accuse = [&](const char* text, std::uint32_t who, std::uint32_t whom) {
    a.sentence(text).event("accuse", "accused").who("speaker", who).who("target", whom).on("2031-03-07");
  };
  accuse("Norway accused Chile of overfishing.", norway, chile);
  accuse("Chile accused Norway of the same.", chile, norway);
  accuse("Norway accused Peru of dumping waste.", norway, peru);
  CHECK(of_type(merged({a}), "accuse").size() == 3);
}

TEST_CASE("two triggers of one sentence with different people are two events") {
  Story a("a.txt");
  const auto berg = a.person("Anna Berg"), hale = a.person("Tom Hale"), lind = a.person("Eva Lind");
  a.sentence("Anna Berg met Tom Hale after she had met Eva Lind and Hale.");
  a.event("meet", "met").who("participant", berg).who("participant", hale).on("2031-03-07");
  a.event("meet", "had met")
      .who("participant", berg)
      .who("participant", lind)
      .who("participant", hale)
      .on("2031-03-07");
  CHECK(of_type(merged({a}), "meet").size() == 2);
}

TEST_CASE("numbers of one attack that differ between reports are a conflict, not two attacks") {
  Story a("a.txt"), b("b.txt");
  for (Story* story : {&a, &b}) {
    const auto market = story->place("Lagoon Market", "CL"), rebels = story->body("Black Heron");
    story->sentence("Black Heron attacked the Lagoon Market on Friday and killed people.")
        .event("attack", "attacked")
        .who("attacker", rebels)
        .in(market)
        .on("2031-03-07")
        .amount("killed", story == &a ? "12" : "15", story == &a ? 12 : 15);
  }
  const auto attacks = of_type(merged({a, b}), "attack");
  REQUIRE(attacks.size() == 1);
  REQUIRE(attacks.front().conflicts.size() == 1);
  CHECK(attacks.front().conflicts.front().field == "killed");
}

TEST_CASE("undated tellings join over documents only within a story") {
  Story a("a.txt"), b("b.txt");
  for (Story* story : {&a, &b}) {
    const auto berg = story->person("Anna Berg"), hale = story->person("Tom Hale");
    story
        ->sentence(story == &a ? "Anna Berg has met Tom Hale to talk about herring quotas."
                               : "Herring quotas were what Anna Berg had on her mind when she met Tom Hale.")
        .event("meet", "met")
        .who("participant", berg)
        .who("participant", hale);
  }
  CHECK(of_type(merged({a, b}), "meet").size() == 2);
  for (Story* story : {&a, &b}) story->body("Harbour Union");
  CHECK(of_type(merged({a, b}), "meet").size() == 1);
}

TEST_CASE("the same words in two articles tell one happening, dated or not; other days stay apart") {
  for (const char* second : {"", "2031-03-07", "2031-02-07"}) {
    Story a("a.txt"), b("b.txt");
    for (Story* story : {&a, &b}) {
      const auto sailor = story->entity("young sailor", EntityKind::person, "", "", MentionForm::nominal);
      test::Told told =
          story->sentence("Police arrested a young sailor after the harbour regatta, witnesses told reporters.")
              .event("arrest", "arrested")
              .who("detainee", sailor);
      if (story == &a) told.on("2031-03-07");
      if (story == &b && *second != '\0') told.on(second);
    }
    const auto arrests = of_type(merged({a, b}), "arrest");
    CHECK(arrests.size() == (std::string(second) == "2031-02-07" ? 2 : 1));
    CHECK(arrests.front().label == "A young sailor was arrested");
  }
}

TEST_CASE("words taken over around the trigger tell the same, whoever was read into them") {
  for (const char* published : {"2031-03-10", "2031-06-10"}) {
    Story a("a.txt"), b("b.txt", published);
    const auto index = a.body("Harbour Index"), list = b.body("Main List");
    a.sentence(
         "In Oslo the main list of the harbour exchange fell 449.36 points, or 4.06 percent, to 10,609.66 on Friday.")
        .event("financial_result", "fell")
        .who("entity", index);
    b.sentence("Earlier, the main list of the harbour exchange fell 449.36 points, or 4.06 percent, a broker said.")
        .event("financial_result", "fell")
        .who("entity", list);
    b.sentence("Earlier, the small list of the harbour exchange fell 12.36 points, or 4.06 percent, a broker said.")
        .event("financial_result", "fell")
        .who("entity", b.body("Small List"));
    CHECK(of_type(merged({a, b}), "financial_result").size() == (std::string(published) == "2031-03-10" ? 2 : 3));
  }
}

TEST_CASE("a speech act points to the event that its content became, and ids outlive more documents") {
  Story a("a.txt"), b("b.txt");
  for (Story* story : {&a, &b}) {
    const auto norway = story->country("Norway", "NO"), chile = story->country("Chile", "CL"),
               acme = story->body("Acme");
    story->sentence("Norway accused Chile on Friday of having sanctioned Acme.");
    story->event("sanction", "sanctioned")
        .who("imposer", chile)
        .who("target", acme)
        .on("2031-03-05")
        .status(Status::claimed);
    story->event("accuse", "accused").who("speaker", norway).who("target", chile).on("2031-03-07").about(0);
  }
  const Knowledge one = merged({a}), two = merged({a, b});
  REQUIRE(two.events.size() == 2);
  CHECK(two.events[1].content == std::vector<std::uint32_t>{0});
  CHECK(two.events[0].plover_event == "SANCTION");
  CHECK(one.events[0].id == two.events[0].id);
  CHECK(one.events[1].id == two.events[1].id);
  CHECK(two.events[0].label == "Chile was said to have sanctioned Acme");
}

TEST_CASE("two words of one sentence about the same people are one telling") {
  Story a("a.txt");
  const auto berg = a.person("Anna Berg"), acme = a.body("Acme");
  a.sentence("Anna Berg neither confirmed nor denied that Acme had asked.");
  a.event("deny", "confirmed").who("speaker", berg);
  a.event("deny", "denied").who("speaker", berg);
  CHECK(of_type(merged({a}), "deny").size() == 1);
  Story b("b.txt");
  const auto bank = b.body("Copper Bank");
  b.sentence("Copper Bank saw its profit rise while its revenue fell.");
  b.event("financial_result", "rise").who("entity", bank);
  b.event("financial_result", "fell").who("entity", bank);
  CHECK(of_type(merged({b}), "financial_result").size() == 2);
  CHECK(acme == 1);
}

TEST_CASE("another attack is not the attack just told") {
  for (const std::string before : {"The", "Another", "A second"}) {
    Story a("a.txt");
    const auto rebels = a.body("Black Heron"), port = a.body("Port Authority");
    a.sentence("Black Heron attacked the Port Authority in spring.")
        .event("attack", "attacked")
        .who("attacker", rebels)
        .who("target", port);
    a.sentence(before + " attack of Black Heron on the Port Authority failed.")
        .event("attack", "attack")
        .who("attacker", rebels)
        .who("target", port);
    CHECK(of_type(merged({a}), "attack").size() == (before == "The" ? 1 : 2));
  }
}

TEST_CASE("host and guest of one telling are the participants of another") {
  Story a("a.txt"), b("b.txt");
  const auto berg = a.person("Anna Berg"), hale = a.person("Tom Hale");
  a.sentence("Anna Berg hosted Tom Hale.")
      .event("meet", "hosted")
      .who("host", berg)
      .who("visitor", hale)
      .on("2031-03-07");
  const auto berg_b = b.person("Anna Berg"), hale_b = b.person("Tom Hale");
  b.sentence("Hale and Berg conferred.")
      .event("meet", "conferred")
      .who("participant", hale_b)
      .who("participant", berg_b)
      .on("2031-03-07");
  CHECK(of_type(merged({a, b}), "meet").size() == 1);
}

TEST_CASE("a body called by its kind alone clashes with no name") {
  Story a("a.txt");
  const auto berg = a.person("Anna Berg"), acme = a.body("Acme"),
             bare = a.entity("company", EntityKind::organization, "", "", MentionForm::nominal);
  a.sentence("Anna Berg left Acme on Friday.")
      .event("resign", "left")
      .who("person", berg)
      .who("organisation", acme)
      .on("2031-03-07");
  a.sentence("Berg left the company after twelve years there.")
      .event("resign", "left")
      .who("person", berg)
      .who("organisation", bare)
      .on("2031-03-07");
  CHECK(of_type(merged({a}), "resign").size() == 1);
}

TEST_CASE("elections of one year are one, attacks of one year are not") {
  Story a("a.txt"), b("b.txt");
  for (Story* story : {&a, &b}) {
    const auto chile = story->country("Chile", "CL"), norway = story->country("Norway", "NO");
    story->sentence("Candidates for the 2030 election in Chile gathered in several harbours.")
        .event("election", "election")
        .who("electorate", chile)
        .on("2030");
    story
        ->sentence(story == &a ? "Norway attacked ships of Chile that year near several harbours."
                               : "Near several harbours Norway attacked ships of Chile that year.")
        .event("attack", "attacked")
        .who("attacker", norway)
        .who("target", chile)
        .on("2030");
  }
  const Knowledge knowledge = merged({a, b});
  CHECK(of_type(knowledge, "election").size() == 1);
  CHECK(of_type(knowledge, "attack").size() == 2);
}

TEST_CASE("one person dies once: different days are a conflict") {
  Story a("a.txt"), b("b.txt");
  for (Story* story : {&a, &b}) {
    const auto berg = story->person("Anna Berg"), sailors = story->group("sailors");
    const std::string day = story == &a ? "2031-03-07" : "2031-03-08";
    story->sentence("The painter Anna Berg died at her house near the harbour.")
        .event("death", "died")
        .who("person", berg)
        .on(day);
    story->sentence("Two sailors died near the harbour in a gale.")
        .event("death", "died")
        .who("person", sailors)
        .on(day);
  }
  const auto deaths = of_type(merged({a, b}), "death");
  CHECK(deaths.size() == 3);
  const auto berg = std::find_if(deaths.begin(), deaths.end(), [](const Event& e) { return e.articles == 2; });
  REQUIRE(berg != deaths.end());
  REQUIRE(berg->conflicts.size() == 1);
  CHECK(berg->conflicts.front().field == "date");
  CHECK(berg->date->alternatives.size() == 1);
}

TEST_CASE("relations of several documents are one, with all their evidence") {
  Story a("a.txt"), b("b.txt");
  for (Story* story : {&a, &b}) {
    const auto berg = story->person("Anna Berg"), norway = story->country("Norway", "NO");
    story->sentence("Norway's prime minister Anna Berg spoke.");
    story->relation("holds_position", berg, norway, story == &a ? "prime minister" : "Prime Minister");
  }
  const Knowledge knowledge = merged({a, b});
  REQUIRE(knowledge.relations.size() == 1);
  CHECK(knowledge.relations.front().evidence.size() == 2);
}

TEST_CASE("findings with places and indices that point nowhere do no harm") {
  Story a("a.txt");
  const auto berg = a.person("Anna Berg");
  a.sentence("Anna Berg spoke.").event("meet", "spoke").who("participant", berg).who("participant", 99).about(77);
  EventMention& broken = a.findings().events.front();
  broken.time = 12, broken.place = 1000, broken.attribution = {500};
  broken.sentence = {5, 100000}, broken.trigger = {90000, 80000};
  const Knowledge knowledge = merged({a});
  REQUIRE(knowledge.events.size() == 1);
  CHECK(knowledge.events.front().participants.size() == 1);
  CHECK(merge({}, test::resources()) == Knowledge{});
}

}  // namespace
}  // namespace dateline
