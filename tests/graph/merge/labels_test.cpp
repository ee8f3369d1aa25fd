// Every row of the label tables gives the sentence that stands beside it.
#include "graph/merge/labels.hpp"

#include <doctest/doctest.h>

#include "dateline/base/text.hpp"
#include "dateline/ontology.hpp"
#include "graph/merge/stories.hpp"

namespace dateline::merging {
namespace {

// "participant=Ann Lee|police*;place=Oslo"
Slots slots_of(std::string_view example) {
  Slots slots;
  for (const std::string_view field : split(example, ';')) {
    const std::size_t equals = field.find('=');
    if (equals == field.npos) continue;
    for (std::string_view name : split(field.substr(equals + 1), '|')) {
      const Number number = name.ends_with('*') ? Number::plural : Number::singular;
      if (number == Number::plural) name.remove_suffix(1);
      const std::string slot(trim(field.substr(0, equals)));
      const bool words = slot.starts_with("about");  // a text's own
      slots[slot].push_back(
          {std::string(name), number, words ? LabelName::Article::none : LabelName::Article::by_name});
    }
  }
  return slots;
}

TEST_CASE("labels of the table read as their examples say") {
  const Labels labels(test::resources());
  const Table& table = test::resources().table("en/merge/labels");
  for (const Row& row : table.rows) {
    const std::string& id = table.cell(row, "id");
    const std::size_t slash = id.find('/');
    const std::string mode = slash == id.npos ? "" : id.substr(slash + 1);
    CAPTURE(id);
    CHECK(labels.sentence({id.substr(0, slash), mode}, Status::asserted, slots_of(table.cell(row, "example"))) ==
          table.cell(row, "expected"));
  }
}

TEST_CASE("counts stand before whom they count") {
  const Labels labels(test::resources());
  const auto sentence = [&](const LabelName& count, const char* who) {
    Slots slots;
    slots["protester"] = {{who, Number::plural}};
    slots["size"] = {count};
    return labels.sentence({"protest"}, Status::asserted, slots);
  };
  const auto none = LabelName::Article::none;
  CHECK(sentence({"3,000", Number::plural, none}, "workers") == "3,000 workers protested");
  CHECK(sentence({"thousands", Number::plural, none, true}, "workers") == "Thousands of workers protested");
  CHECK(sentence({"ten", Number::plural, none}, "tenants") == "Ten tenants protested");
  CHECK(sentence({"200", Number::plural, none}, "additional 200 workers") == "Additional 200 workers protested");
}

TEST_CASE("a clause begins with whom it counts") {
  const Labels labels(test::resources());
  Slots slots;
  slots["detainee"] = {{"workers", Number::plural}};
  slots["count"] = {{"two", Number::plural, LabelName::Article::none}};
  const auto clause = labels.clause({"arrest"}, slots);
  REQUIRE(clause);
  CHECK(clause->subject.front().text == "two workers");
  CHECK(clause->participle == "been arrested");
}

TEST_CASE("each status is said by the verb") {
  const Labels labels(test::resources());
  const Table& table = test::resources().table("en/merge/statuses");
  for (const Row& row : table.rows) {
    const auto status = status_named(table.cell(row, "id"));
    const Told told{"meet", "", "", !status};
    CHECK(labels.sentence(told, status.value_or(Status::hypothetical), slots_of(table.cell(row, "example"))) ==
          table.cell(row, "expected"));
  }
}

TEST_CASE("every event type has a label, even when nobody is named") {
  const Labels labels(test::resources());
  const Ontology ontology(test::resources());
  for (const EventType& type : ontology.events()) {
    CAPTURE(type.id);
    const std::string label = labels.sentence({type.id}, Status::asserted, {});
    CHECK(!label.empty());
    CHECK(label.find_first_of("{}[]<>|") == label.npos);
  }
}

TEST_CASE("lists, plurals and articles") {
  const Labels labels(test::resources());
  const auto label = [&](std::string_view type, Status status, std::string_view example) {
    return labels.sentence({type}, status, slots_of(example));
  };
  CHECK(label("condemn", Status::asserted, "speaker=A|B|C;target=European Union") ==
        "A, B and C condemned the European Union");
  CHECK(label("condemn", Status::asserted, "speaker=A|B|C|D|E|F;target=X") == "A, B, C and 3 others condemned X");
  CHECK(label("deploy", Status::claimed, "actor=United States;unit=marines*;destination=Chile") ==
        "The United States was said to have sent marines to Chile");
  CHECK(label("attack", Status::planned, "target=two ships*") == "Two ships were to be attacked");
  CHECK(label("meet", Status::denied, "place=Oslo") == "A meeting was said not to have been held in Oslo");
  CHECK(label("rocket_race", Status::asserted, "all=Ann Lee;type=rocket race") == "Ann Lee – rocket race");
}

TEST_CASE("noun phrases have the article that they need, offences and posts do without") {
  const Labels labels(test::resources());
  Slots slots;
  slots["prosecutor"] = {labels.named_by_phrase("harbour council", LabelName::Article::definite)};
  slots["defendant"] = {labels.named_by_phrase("old engineer", LabelName::Article::indefinite)};
  slots["offence"] = {labels.named_by_phrase("manslaughter", LabelName::Article::indefinite)};
  CHECK(labels.sentence({"charge"}, Status::asserted, slots) ==
        "The harbour council charged an old engineer with manslaughter");
  slots["defendant"] = {labels.named_by_phrase("families of engineers", LabelName::Article::indefinite)};
  slots["count"] = {{"nine", Number::plural, LabelName::Article::none}};
  slots["detainee"] = slots["defendant"];
  CHECK(labels.sentence({"arrest"}, Status::asserted, slots) == "Nine families of engineers were arrested");
  slots["detainee"] = {{"Ann Lee", Number::singular}};
  CHECK(labels.sentence({"arrest"}, Status::asserted, slots) == "Ann Lee was arrested");
}

TEST_CASE("participles of the words that events rest on") {
  const Labels labels(test::resources());
  CHECK(labels.participle("robbed") == "robbed");
  CHECK(labels.participle("shoot") == "shot");
  CHECK(labels.participle("took") == "taken");
  CHECK(labels.participle("beaten") == "beaten");
  CHECK(labels.participle("rob") == "");
  CHECK(labels.past("sunk") == "sank");
  CHECK(labels.past("crashed") == "crashed");
}

TEST_CASE("a text's own words go where they read well") {
  const Labels labels(test::resources());
  CHECK(labels.about_slot("to leave the treaty") == "about_to");
  CHECK(labels.about_slot("“new” terms") == "about");
  CHECK(labels.about_slot("\"We are open\"") == "about_quote");
  CHECK(labels.about_slot(", he went on") == "");
  CHECK(labels.about_slot("that , he went on") == "");
  CHECK(labels.about_slot("") == "");
}

TEST_CASE("what a speech act is about is said as a clause") {
  const Labels labels(test::resources());
  const auto clause = labels.clause({"withdraw"}, slots_of("actor=Norway;unit=its troops*;from=Chile"));
  REQUIRE(clause);
  CHECK(clause->subject.front().text == "Norway");
  CHECK(clause->base == "withdraw its troops from Chile");
  CHECK(clause->participle == "withdrawn its troops from Chile");
  CHECK(!labels.clause({"meet"}, {}));
  const auto label = [&](std::string_view type, std::string_view example) {
    return labels.sentence({type}, Status::asserted, slots_of(example));
  };
  CHECK(label("demand", "speaker=Peru;content_subject=Norway;content_base=withdraw its troops") ==
        "Peru demanded that Norway withdraw its troops");
  CHECK(label("accuse", "speaker=Peru;target=Norway;content_subject=Norway;content_done=left the treaty") ==
        "Peru accused Norway of having left the treaty");
  CHECK(label("reject", "speaker=Peru;about_to=to leave the treaty") == "Peru refused to leave the treaty");
  CHECK(label("accuse", "speaker=Peru;target=Norway;about_of=of leaving the treaty") ==
        "Peru accused Norway of leaving the treaty");
  CHECK(label("pledge", "speaker=Peru;own_base=leave the treaty") == "Peru pledged to leave the treaty");
  CHECK(label("deny", "speaker=Peru;own_done=left the treaty") == "Peru denied having left the treaty");
}

}  // namespace
}  // namespace dateline::merging
