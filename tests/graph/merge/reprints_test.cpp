// Texts that were written earlier than they were published: reprints and rewrites.
#include <algorithm>

#include <doctest/doctest.h>

#include "dateline/merge.hpp"
#include "graph/merge/rewrites.hpp"
#include "graph/merge/stories.hpp"

namespace dateline {
namespace {

using test::merged;
using test::Story;

/// A time expression of the latest sentence.
struct Said {
  std::string words, rule, edtf;
};

// The first `trigger` of the latest sentence on the day that `said` means, counted from `anchor` ("" for a date that stands alone).
test::Told dated(Story& story, const std::string& type, const std::string& trigger, const Said& said,
                 const std::string& anchor) {
  test::Told told = story.event(type, trigger);
  Findings& findings = story.findings();
  const Span sentence = findings.sentences.back();
  const std::string text(utf8::slice(told.text, sentence.begin, sentence.end));
  const auto begin = sentence.begin + static_cast<std::uint32_t>(text.find(said.words));
  TimeMention time;
  time.span = {begin, begin + static_cast<std::uint32_t>(said.words.size())};
  time.value = time.edtf = said.edtf;
  time.days = parse_edtf(said.edtf)->days;
  time.anchor = anchor;
  time.rule = said.rule;
  findings.times.push_back(time);
  told.on(said.edtf, anchor.empty() ? Basis::stated : Basis::inferred);
  told.event().time = static_cast<std::uint32_t>(findings.times.size() - 1);
  return told;
}

const std::string meeting =
    "Harbour minister Anna Berg met the pilots' leader Tom Hale at the customs house last Friday.";
const std::vector<std::string> rest = {"The two spoke for three hours about the fees that tugs have to pay.",
                                       "Neither side would say what comes of it, and no paper was signed.",
                                       "Ships that wait outside the breakwater have to anchor in open water."};

Story meets(std::string source, std::string published, std::string friday, const std::string& text = meeting,
            const std::string& words = "last Friday") {
  Story story(std::move(source), published);
  const auto berg = story.person("Anna Berg"), hale = story.person("Tom Hale");
  story.sentence(text);
  dated(story, "meet", "met", {words, "weekday-shift", std::move(friday)}, published)
      .who("participant", berg)
      .who("participant", hale);
  return story;
}

Story with_rest(Story story) {
  for (const std::string& sentence : rest) story.sentence(sentence);
  return story;
}

// Published on Tuesday 4 March 2031, and on the Saturday of that week.
Story wire() { return with_rest(meets("wire.txt", "2031-03-04", "2031-02-28")); }
Story reprint(const std::string& source = "reprint.txt") {
  return with_rest(meets(source, "2031-03-08", "2031-03-07"));
}

std::vector<std::string> dates(const Knowledge& knowledge, std::string_view type) {
  std::vector<std::string> out;
  for (const Event& event : test::of_type(knowledge, type)) out.push_back(event.date ? event.date->edtf : "");
  return out;
}

// What the dates of a document count from, where that is not its publication; "" where they count from that.
std::string anchor_of(const Knowledge& knowledge, const std::string& source) {
  for (const Event& event : knowledge.events) {
    for (const Evidence& evidence : event.evidence) {
      if (knowledge.documents[evidence.document].source != source || !evidence.time) continue;
      if (evidence.time->anchor != evidence.reported) return evidence.time->anchor;
    }
  }
  return "";
}

std::string origin_of(const Knowledge& knowledge, const std::string& source) {
  return std::find_if(knowledge.documents.begin(), knowledge.documents.end(),
                      [&](const DocumentInfo& one) { return one.source == source; })
      ->origin;
}

using Dates = std::vector<std::string>;

TEST_CASE("a wire report of a Tuesday, reprinted on the Saturday, counts from the Tuesday") {
  const Knowledge knowledge = merged({wire(), reprint()});
  const std::vector<Event> events = test::of_type(knowledge, "meet");
  REQUIRE(events.size() == 1);
  const Event& event = events.front();
  CHECK(event.date->edtf == "2031-02-28");
  CHECK(event.conflicts.empty());
  for (const DocumentInfo& info : knowledge.documents)
    CHECK(info.anchor_edtf == (info.source == "reprint.txt" ? "2031-03-04" : ""));
  REQUIRE(event.date->alternatives.size() == 1);
  CHECK(event.date->alternatives[0].edtf == "2031-03-07");
  CHECK(event.date->alternatives[0].why ==
        "counted from the publication of this text (2031-03-08), but the sentence stands word for word in an earlier "
        "report (wire.txt, 2031-03-04)");
  REQUIRE(event.evidence.size() == 2);
  for (const Evidence& evidence : event.evidence) {
    CHECK(evidence.time->edtf == "2031-02-28");
    CHECK(evidence.time->anchor == "2031-03-04");
  }
  CHECK(anchor_of(knowledge, "wire.txt").empty());
  CHECK(anchor_of(knowledge, "reprint.txt") == "2031-03-04");
}

TEST_CASE("without the earlier report the reprint has its own reading") {
  const Knowledge knowledge = merged({reprint()});
  CHECK(dates(knowledge, "meet") == Dates{"2031-03-07"});
  CHECK(test::of_type(knowledge, "meet")[0].date->alternatives.empty());
  CHECK(anchor_of(knowledge, "reprint.txt").empty());
}

TEST_CASE("the order of the readings and the names of their files change nothing") {
  const std::vector<Story> stories = {wire(), reprint("a.txt"), reprint("z.txt")};
  const Knowledge expected = merged(stories);
  CHECK(dates(expected, "meet") == Dates{"2031-02-28"});
  CHECK(merged({stories[2], stories[1], stories[0]}) == expected);
  CHECK(merged({stories[1], stories[0], stories[2]}) == expected);
}

TEST_CASE("a rewrite follows in the sentence that it kept, from a report of another origin as well") {
  Story rewrite = meets("rewrite.txt", "2031-03-08", "2031-03-07");
  rewrite.sentence("Tug owners in the north of the country had asked for lower fees all winter long.");
  rewrite.sentence("Grain carriers, by contrast, never had to pay them and do not want to begin with it.");
  rewrite.sentence("On the quays there was little talk of anything else when the night shift came in.");
  const Knowledge knowledge = merged({wire(), rewrite});
  CHECK(origin_of(knowledge, "wire.txt") != origin_of(knowledge, "rewrite.txt"));
  CHECK(dates(knowledge, "meet") == Dates{"2031-02-28"});
  CHECK(test::of_type(knowledge, "meet")[0].conflicts.empty());
}

TEST_CASE("what other sentences date by the expression, bound by it or count from it follows") {
  const auto told = [](const std::string& source, const std::string& published, const std::string& friday,
                       const std::string& saturday, const std::string& later) {
    Story story = meets(source, published, friday);
    story.sentence("The day after she fired the head of the port office and went home by train.");
    dated(story, "dismiss", "fired", {"The day after", "day-after", saturday}, friday).who("target", 0);
    story = with_rest(std::move(story));
    story.sentence(later);
    story.event("agree", "agreed").who("party", 1).on("../" + friday);
    story.findings().events.back().time = 0;
    return story;
  };
  const Knowledge knowledge = merged(
      {told("wire.txt", "2031-03-04", "2031-02-28", "2031-03-01", "By then the owners of the tugs had agreed."),
       told("copy.txt", "2031-03-08", "2031-03-07", "2031-03-08", "The tug owners, people say, agreed before.")});
  for (const Event& event : knowledge.events) {
    for (const Evidence& evidence : event.evidence) {
      REQUIRE(evidence.time);
      CHECK(evidence.time->edtf == (event.type == "dismiss" ? "2031-03-01" : "2031-02-28"));
    }
  }
  CHECK(dates(knowledge, "dismiss") == Dates{"2031-03-01"});
  for (const std::string& date : dates(knowledge, "agree")) CHECK(date == "../2031-02-28");
}

TEST_CASE("a span of days follows as a whole") {
  const auto told = [](const std::string& source, const std::string& published, const std::string& from,
                       const std::string& to) {
    Story story(source, published);
    story.person("Anna Berg");
    story.sentence("Anna Berg visited the northern ports from Monday to Thursday without a word to the papers.");
    dated(story, "visit", "visited", {"Monday", "weekday", from}, published).who("visitor", 0);
    story.findings().events.pop_back();
    dated(story, "visit", "visited", {"Thursday", "weekday", to}, published).who("visitor", 0).on(from + "/" + to);
    return with_rest(std::move(story));
  };
  const Knowledge knowledge = merged({told("wire.txt", "2031-02-28", "2031-02-24", "2031-02-27"),
                                      told("copy.txt", "2031-03-08", "2031-03-03", "2031-03-06")});
  CHECK(dates(knowledge, "visit") == Dates{"2031-02-24/2031-02-27"});
}

TEST_CASE("a copy without dates, or of an unknown day, is left as it is") {
  Story undated("undated.txt", "2031-03-08");
  const auto berg = undated.person("Anna Berg"), hale = undated.person("Tom Hale");
  undated.sentence(meeting);
  undated.event("meet", "met").who("participant", berg).who("participant", hale);
  Knowledge knowledge = merged({wire(), with_rest(std::move(undated))});
  CHECK(dates(knowledge, "meet") == Dates{"2031-02-28"});
  CHECK(anchor_of(knowledge, "undated.txt").empty());

  knowledge = merged({wire(), with_rest(meets("month.txt", "2031-03", "2031-03-07"))});
  CHECK(anchor_of(knowledge, "month.txt").empty());
  const auto all = dates(knowledge, "meet");
  CHECK(std::find(all.begin(), all.end(), "2031-03-07") != all.end());
}

TEST_CASE("texts that merely resemble each other keep their own days") {
  const auto apart = [](const Story& later) {
    const Knowledge knowledge = merged({wire(), later});
    CHECK(anchor_of(knowledge, "later.txt").empty());
    for (const Event& event : test::of_type(knowledge, "meet")) {
      for (const Evidence& evidence : event.evidence)
        CHECK(evidence.time->edtf ==
              (knowledge.documents[evidence.document].source == "wire.txt" ? "2031-02-28" : "2031-03-07"));
    }
  };
  SUBCASE("another word in the sentence") {
    apart(with_rest(
        meets("later.txt", "2031-03-08", "2031-03-07",
              "Harbour minister Anna Berg again met the pilots' leader Tom Hale at the customs house last Friday.")));
  }
  SUBCASE("a short sentence that stands in a text of another origin") {
    const auto brief = [](const std::string& source, const std::string& day, const std::string& friday) {
      return meets(source, day, friday, "Anna Berg met Tom Hale last Friday.");
    };
    const Knowledge knowledge =
        merged({with_rest(brief("a.txt", "2031-03-04", "2031-02-28")),
                brief("b.txt", "2031-03-08", "2031-03-07")
                    .sentence("Snow lay on the passes while the buses stood still for a whole long night.")});
    CHECK(anchor_of(knowledge, "b.txt").empty());
  }
  SUBCASE("issues of a series, with other numbers in the same sentences") {
    const auto issue = [](Story story, const std::string& ships) {
      story.sentence("In the week before, " + ships + " ships had come into the harbour with grain on board.");
      return with_rest(std::move(story));
    };
    const Knowledge knowledge = merged({issue(meets("a.txt", "2031-03-04", "2031-02-28"), "112"),
                                        issue(meets("b.txt", "2031-03-08", "2031-03-07"), "97")});
    CHECK(origin_of(knowledge, "a.txt") == origin_of(knowledge, "b.txt"));
    CHECK(anchor_of(knowledge, "b.txt").empty());
  }
  SUBCASE("a formula that comes back in texts of several origins") {
    std::vector<Story> stories;
    for (const auto& [day, friday] : {std::pair("2031-03-04", "2031-02-28"), std::pair("2031-03-08", "2031-03-07"),
                                      std::pair("2031-03-15", "2031-03-14")}) {
      stories.push_back(meets("on-" + std::string(day), day, friday));
      for (int i = 0; i < 4; ++i)
        stories.back().sentence(std::string(day) + " brought news of " + std::to_string(i) + day + " and of nothing " +
                                std::to_string(i) + " else " + day + " whatever.");
    }
    const Knowledge knowledge = merged(stories);
    for (const DocumentInfo& info : knowledge.documents) CHECK(anchor_of(knowledge, info.source).empty());
  }
}

TEST_CASE("earlier reports that read the sentence differently are no evidence") {
  Story other = with_rest(meets("other.txt", "2031-03-04", "2031-02-21"));
  other.findings().times[0].anchor = "2031-02-25";
  const Knowledge knowledge = merged({wire(), other, reprint()});
  CHECK(anchor_of(knowledge, "reprint.txt").empty());
}

// Written on Tuesday 4 March, published on Saturday: "last Monday" counts from the Tuesday already, "on Friday" does not.
Story rewrite_of_tuesday(const std::string& day = "2031-03-07") {
  Story story("rewrite.txt", "2031-03-08");
  const auto berg = story.person("Anna Berg"), hale = story.person("Tom Hale");
  story.sentence("Eva Lind came back from the islands last Thursday.");
  dated(story, "travel", "came", {"last Thursday", "weekday-shift", "2031-02-27"}, "2031-03-04");
  story.sentence("Berg and Hale sat down with each other in the customs house on Friday, it is said.");
  dated(story, "meet", "sat down", {"Friday", "weekday", day}, "2031-03-08")
      .who("participant", berg)
      .who("participant", hale);
  return story;
}
Story other_teller(const std::string& source, const std::string& first, const std::string& published,
                   const std::string& friday, const std::string& anchor) {
  Story story(source, published);
  const auto berg = story.person("Anna Berg"), hale = story.person("Tom Hale");
  story.sentence(first + " Anna Berg met Tom Hale on Friday.");
  dated(story, "meet", "met", {"Friday", "weekday", friday}, anchor).who("participant", berg).who("participant", hale);
  return story;
}
Story harbour() {
  return other_teller("harbour.txt", "After a week of rain", "2031-03-02", "2031-02-28", "2031-03-02");
}
Story island() { return other_teller("island.txt", "Nobody knew that", "2031-03-03", "2031-02-28", "2031-03-03"); }
std::string rewritten(const std::vector<Story>& stories) {
  const Knowledge knowledge = merged(stories);
  for (const Event& event : test::of_type(knowledge, "meet")) {
    for (const Evidence& evidence : event.evidence) {
      if (knowledge.documents[evidence.document].source != "rewrite.txt") continue;
      return evidence.time->edtf + " " + evidence.time->anchor + " " +
             (event.date && !event.date->alternatives.empty() ? event.date->alternatives[0].why : "");
    }
  }
  return "";
}

TEST_CASE("two independent reports of another day move a rewrite by what its own anchor explains") {
  CHECK(rewritten({harbour(), island(), rewrite_of_tuesday()}) ==
        "2031-02-28 2031-03-04 counted from the publication of this text (2031-03-08), but others date this happening "
        "otherwise (harbour.txt, 2031-02-28)");
  const Knowledge knowledge = merged({harbour(), island(), rewrite_of_tuesday()});
  CHECK(dates(knowledge, "meet") == Dates{"2031-02-28"});
  CHECK(test::of_type(knowledge, "meet")[0].conflicts.empty());
  CHECK(merged({rewrite_of_tuesday(), island(), harbour()}) == knowledge);
}

TEST_CASE("one report is enough when its date stands alone") {
  CHECK(rewritten({harbour(), rewrite_of_tuesday()}).starts_with("2031-03-07 2031-03-08"));
  const Story stated = other_teller("harbour.txt", "After a week of rain", "2031-03-02", "2031-02-28", "");
  CHECK(rewritten({stated, rewrite_of_tuesday()}).starts_with("2031-02-28 2031-03-04"));
}

TEST_CASE("a rewrite keeps its day when the evidence is not unique") {
  const auto kept = [](const std::vector<Story>& stories) {
    CHECK(rewritten(stories).starts_with("2031-03-07 2031-03-08"));
  };
  SUBCASE("somebody tells it on the rewrite's own day") {
    kept({harbour(), island(), rewrite_of_tuesday(),
          other_teller("late.txt", "As expected,", "2031-03-08", "2031-03-07", "")});
  }
  SUBCASE("its anchor explains another distance") {
    kept({other_teller("a.txt", "After rain", "2031-03-02", "2031-02-27", "2031-03-02"),
          other_teller("b.txt", "Nobody knew that", "2031-03-03", "2031-02-27", ""), rewrite_of_tuesday()});
  }
  SUBCASE("nothing says that it was written earlier") {
    Story plain = rewrite_of_tuesday();
    plain.findings().times[0].anchor = "2031-03-08";
    kept({harbour(), island(), plain});
  }
  SUBCASE("it is the earlier of the texts") {
    kept({other_teller("a.txt", "After rain", "2031-03-09", "2031-02-28", ""),
          other_teller("b.txt", "Nobody knew that", "2031-03-10", "2031-02-28", ""), rewrite_of_tuesday()});
  }
  SUBCASE("copies of one report are one witness") {
    Story copy = with_rest(other_teller("copy.txt", "After a week of rain", "2031-03-02", "2031-02-28", "2031-03-02"));
    kept({with_rest(harbour()), copy, rewrite_of_tuesday()});
  }
}

TEST_CASE("every row of the recounts is a rule of the time tables and does what its example says") {
  const Resources& resources = test::resources();
  const merging::Recounts recounts(resources);
  const Table &table = resources.table("en/merge/recounts"), &rules = resources.table("en/time/rules");
  const auto day = [&](const Row& row, const char* column) {
    return merging::single_day(table.cell(row, column)).value();
  };
  for (const Row& row : table.rows) {
    const std::string& id = table.cell(row, "id");
    CAPTURE(id);
    CHECK(std::any_of(rules.rows.begin(), rules.rows.end(), [&](const Row& rule) { return rule.cells[0] == id; }));
    const auto recounted = recounts.day(id, day(row, "reads"), day(row, "published"), day(row, "written"));
    CHECK(recounted == day(row, "recounted"));
  }
  CHECK(!recounts.day("weekday", 12, 11, 5));
  CHECK(!recounts.day("month", 10, 11, 5));
}

}  // namespace
}  // namespace dateline
