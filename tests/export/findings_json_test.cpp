#include "dateline/findings_json.hpp"

#include <doctest/doctest.h>

#include "dateline/base/error.hpp"

namespace dateline {
namespace {

Document sample_document() {
  Document document;
  document.source = "news/a \"quoted\" name.txt";
  document.text = "Pact sealed 😀\n\nMinister Aïda Nôm met Bo Li on Monday in Zürich.\tThey did not sign.";
  document.blocks = {{BlockKind::title, {0, 16}},
                     {BlockKind::paragraph, {18, static_cast<std::uint32_t>(document.text.size())}}};
  document.title = "Pact sealed 😀";
  document.agencies = {"Wire", "Press & Co"};
  document.published = Published{"2021-03-02T10:00Z", "text line 1"};
  document.sha256 = std::string(64, 'a');
  return document;
}

Findings sample_findings() {
  Findings findings;
  findings.anchor_edtf = "2021-03-01";
  findings.anchor_why = "the dateline says so";
  findings.sentences = {{0, 13}, {15, 62}, {63, 81}};
  TimeMention monday{
      {44, 53}, TimexType::date, "2021-03-01", "", "2021-03-01", {18687, 18687}, Precision::day, "2021-03-02",
      "",       "weekday-past",  "",           {}};
  TimeMention weeks{{1, 3}, TimexType::duration, "P2W",      "APPROX",  "", {}, Precision::day,
                    "",     "the quake",         "duration", "counted", {}};
  TimeMention odd{
      {2, 4}, TimexType::set,       "XXXX-WXX-1", "", "2021-22", {18780, std::nullopt}, Precision::week, "", "", "odd",
      "",     {{"2021", "why not"}}};
  findings.times = {monday, weeks, odd};
  findings.entities = {{"Aïda Nôm",
                        EntityKind::person,
                        "",
                        "",
                        {{{24, 32}, "Aïda Nôm", MentionForm::name}, {{64, 68}, "They", MentionForm::pronoun}}},
                       {"Bo Li", EntityKind::person, "CN", "person:1", {{{37, 42}, "Bo Li", MentionForm::name}}},
                       {"Zürich", EntityKind::place, "CH", "", {}}};
  EventMention meet;
  meet.type = "meet";
  meet.trigger = {33, 36};
  meet.sentence = {15, 62};
  meet.participants = {{"participant", 0}, {"participant", 1}};
  meet.place = 2;
  meet.date = event_date("2021-03-01", Basis::inferred);
  meet.date->alternatives = {{"2021-02-22", "the week before"}};
  meet.time = 0;
  meet.rule = "meet";
  EventMention sign = meet;
  sign.type = "sign_agreement";
  sign.place.reset();
  sign.date.reset();
  sign.time.reset();
  sign.status = Status::denied;
  sign.attribution = {1, 0};
  sign.content = {0};
  sign.temporal = {{TemporalRelation::after, 0, "after"}, {TemporalRelation::starts, 1, ""}};
  sign.part_of = 0;
  sign.amounts = {{"count", "some 10,000", 10000.0}, {"amount", "a few", std::nullopt}, {"rate", "2.5 %", 2.5}};
  sign.mode = "phone";
  sign.about = "to “reopen” the port";
  sign.negated = true;
  sign.told_again = true;
  findings.events = {meet, sign};
  findings.relations = {
      {"holds_position", 0, std::nullopt, "Minister", {15, 23}, {15, 62}, "2020", "", "title-before-name"},
      {"counterpart_of", 0, 1, "", {15, 23}, {15, 62}, "", "2022", "counterpart"}};
  return findings;
}

std::string message(const std::string& line) {
  try {
    read_findings(line, "x.jsonl:3");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a line with its document reads back as it was") {
  const Document document = sample_document();
  const Findings findings = sample_findings();
  const std::string line = findings_line("doc-1", document, findings, WithDocument::yes);
  CHECK(line.find('\n') == line.npos);
  const LoadedFindings loaded = read_findings(line, "test:1");
  CHECK(loaded.id == "doc-1");
  CHECK(loaded.published == "2021-03-02T10:00Z");
  CHECK(loaded.findings == findings);
  REQUIRE(loaded.document);
  CHECK(loaded.document->text == document.text);
  CHECK(loaded.document->source == document.source);
  CHECK(loaded.document->agencies == document.agencies);
  CHECK(loaded.document->published == document.published);
  CHECK(loaded.document->sha256 == document.sha256);
  REQUIRE(loaded.document->blocks.size() == 2);
  CHECK(loaded.document->blocks[1].bytes == document.blocks[1].bytes);
  CHECK(loaded.document->blocks[0].kind == BlockKind::title);
  CHECK(findings_line(loaded.id, *loaded.document, loaded.findings, WithDocument::yes) == line);
}

TEST_CASE("without a document the text stays out, its words stay in") {
  const std::string line = findings_line("doc-1", sample_document(), sample_findings(), WithDocument::no);
  CHECK(line.find("They did not sign") == line.npos);
  CHECK(line.find(R"("trigger": {"start": 33, "end": 36, "text": "met"})") != line.npos);
  const LoadedFindings loaded = read_findings(line, "test:1");
  CHECK_FALSE(loaded.document);
  CHECK(loaded.findings.events == sample_findings().events);
  CHECK(loaded.findings.sentences.empty());
}

TEST_CASE("an empty finding has all arrays, and null for no date") {
  Document document;
  document.text = "x";
  CHECK(findings_line("1", document, {}, WithDocument::no) ==
        R"({"id": "1", "published": null, "times": [], "entities": [], "events": [], "relations": []})");
}

TEST_CASE("a broken byte becomes one replacement character and moves no offset") {
  Document document;
  document.text =
      "a\xff\xfe"
      "b";
  Findings findings;
  findings.entities = {{"b", EntityKind::other, "", "", {{{3, 4}, "b", MentionForm::name}}}};
  const std::string line = findings_line("1", document, findings, WithDocument::yes);
  CHECK(read_findings(line, "test:1").document->text ==
        "a\xEF\xBF\xBD\xEF\xBF\xBD"
        "b");
}

TEST_CASE("bad lines are named with their place") {
  CHECK(message("[1]").find("x.jsonl:3") != std::string::npos);
  CHECK(message("{").find("not a JSON object") != std::string::npos);
  CHECK(message("{}").find("no \"id\"") != std::string::npos);
  CHECK(message(R"({"id": 3})").find("not a string") != std::string::npos);
  CHECK(message(R"({"id": "1", "times": {}})").find("not an array") != std::string::npos);
  CHECK(message(R"({"id": "1", "times": [3]})").find("no \"start\"") != std::string::npos);
  CHECK(message(R"({"id": "1", "entities": [{"name": "x", "kind": "dragon"}]})").find("dragon") != std::string::npos);
  const std::string event =
      R"("trigger": {"start": 0, "end": 1}, "sentence": {"start": 0, "end": 1}, "status": "asserted", "rule": "r")";
  CHECK(message(R"({"id": "1", "events": [{"type": "meet", )" + event + R"(, "place": 0}]})").find("points past") !=
        std::string::npos);
  CHECK(message(R"({"id": "1", "events": [{"type": "meet", )" + event + "}]}").empty());
  CHECK(message(R"({"id": "1", "document": {"source": "s", "text": "ab", "sha256": "", "sentences": [[0, 9]]}})")
            .find("past the end") != std::string::npos);
  CHECK(message("{\"id\": \"\xff\"}").find("not a JSON object") != std::string::npos);
}

TEST_CASE("requests") {
  const ExtractRequest full =
      read_request(R"({"id": "7", "text": "Täxt", "published": "2024-11-09T16:24Z", "title": "T"})", "-:1");
  CHECK(full == ExtractRequest{"7", "Täxt", "2024-11-09T16:24Z", "T"});
  CHECK(read_request(R"({"text": "x", "id": "8", "published": null, "more": 1})", "-:1") ==
        ExtractRequest{"8", "x", std::nullopt, ""});
  CHECK_THROWS_AS(read_request(R"({"id": "7"})", "-:1"), Error);
  CHECK_THROWS_AS(read_request("", "-:1"), Error);
}

TEST_CASE("no damage to a line does more than an error that names it") {
  const std::string line = findings_line("doc-1", sample_document(), sample_findings(), WithDocument::yes);
  int refused = 0, loaded = 0;
  const auto attempt = [&](const std::string& damaged) {
    try {
      const LoadedFindings read = read_findings(damaged, "x:1");
      if (read.document) findings_line(read.id, *read.document, read.findings, WithDocument::yes);
      ++loaded;
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::input);
      ++refused;
    }
  };
  for (std::size_t at = 0; at < line.size(); at += 3) {
    attempt(line.substr(0, at));
    for (const char put : {'9', '"', '}', '[', '\xff', '-'}) {
      std::string damaged = line;
      damaged[at] = put;
      attempt(damaged);
    }
  }
  CHECK(refused > 1000);
  CHECK(loaded > 100);
}

}  // namespace dateline
