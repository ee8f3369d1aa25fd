// What single formats promise beyond what their readers check.
#include <nlohmann/json.hpp>

#include "dateline/base/utf8.hpp"
#include "export/linked/iri.hpp"
#include "export/table/csv.hpp"
#include "export/timeline/story.hpp"
#include "run.hpp"
#include "sample.hpp"

namespace dateline {
namespace {

using nlohmann::json;
using test::exported;

Knowledge one(std::string_view edtf, std::string label = "They met") {
  Knowledge knowledge;
  knowledge.events = {test::event("ev1", "meet", std::move(label), std::string(edtf))};
  return knowledge;
}

std::string calendar(const Knowledge& knowledge, Notes& notes) { return exported("ics", knowledge, {}, notes); }

bool has_line(const std::string& text, const std::string& line) {
  return ("\r\n" + text).find("\r\n" + line + "\r\n") != text.npos;
}

json vis_item(std::string_view edtf) {
  Notes notes;
  return json::parse(exported("vis-timeline", one(edtf), {}, notes))["items"][0];
}

}  // namespace

TEST_CASE("calendar days end on the day after, instants are in UTC, the rest is counted") {
  Notes notes;
  std::string text = calendar(one("2024-02"), notes);
  CHECK(has_line(text, "DTSTART;VALUE=DATE:20240201"));
  CHECK(has_line(text, "DTEND;VALUE=DATE:20240301"));
  CHECK(has_line(calendar(one("2024-11-04T16:24Z"), notes), "DTSTART:20241104T162400Z"));
  CHECK(has_line(calendar(one("2024-11-04T16:24"), notes), "DTSTART;VALUE=DATE:20241104"));
  CHECK(notes.empty());
  text = calendar(one("-0043-03-15"), notes);
  CHECK(text.find("BEGIN:VEVENT") == text.npos);
  CHECK(notes == Notes{"1 event before the year 1 or after 9999 left out: iCalendar cannot say it"});
}

TEST_CASE("calendar lines fold at 75 octets, inside no character") {
  Notes notes;
  const std::string label = std::string(69, 'a') + "éééééééééééééééééééééééééééééééééééééééééééé, and; so \\ on";
  const std::string text = calendar(one("2024", label), notes);
  for (std::string_view line : split(text, '\n')) {
    CHECK(line.size() <= 76);  // with its carriage return
    CHECK(utf8::valid(line));
  }
  std::string unfolded = text;
  for (std::size_t at = unfolded.find("\r\n "); at != unfolded.npos; at = unfolded.find("\r\n ")) unfolded.erase(at, 3);
  CHECK(unfolded.find("SUMMARY:" + std::string(69, 'a') +
                      "éééééééééééééééééééééééééééééééééééééééééééé\\, and\\; so \\\\ on\r\n") != unfolded.npos);
}

TEST_CASE("vis-timeline has whole local days, and six digits before the year 0") {
  CHECK(vis_item("2024")["start"] == "2024-01-01T00:00");
  CHECK(vis_item("2024")["end"] == "2025-01-01T00:00");
  CHECK(vis_item("2024-05-02")["start"] == "2024-05-02T00:00");
  CHECK_FALSE(vis_item("2024-05-02").contains("end"));
  CHECK(vis_item("2024-05-02T07:05Z")["start"] == "2024-05-02T07:05Z");
  CHECK(vis_item("-0043-03-15")["start"] == "-000043-03-15T00:00");
  CHECK(vis_item("2024-05-02")["type"] == "point");
  CHECK(vis_item("2024")["type"] == "range");
  CHECK(vis_item("../2024-05-02")["start"] == "2024-05-02T00:00");
  CHECK(vis_item("../2024-05-02")["className"] == "asserted before");
}

TEST_CASE("vis-timeline opens where the events are, not on those of long ago or far ahead") {
  Knowledge knowledge;
  for (const char* day :
       {"1601", "2024-05-02", "2024-05-03", "2024-05-04", "2024-05-05", "2024-05-11", "2024-05-12", "2069-10"})
    knowledge.events.push_back(test::event(day, "meet", "They met", day));
  Notes notes;
  const json options = json::parse(exported("vis-timeline", knowledge, {}, notes))["options"];
  CHECK(options["start"] == "2024-04-30T00:00");
  CHECK(options["end"] == "2024-05-16T00:00");
  knowledge.events.resize(1);
  CHECK(json::parse(exported("vis-timeline", knowledge, {}, notes))["options"]["start"] == "1600-12-31T00:00");
}

TEST_CASE("groups are the most frequent types or actors") {
  const Knowledge knowledge = test::sample();
  CHECK(Groups(knowledge, GroupBy::type, 2).all() == std::vector<std::string>{"deny", "meet"});
  CHECK(Groups(knowledge, GroupBy::actor, 6).all() == std::vector<std::string>{"Aïda Nôm", "A & <B>"});
  CHECK(Groups(knowledge, GroupBy::type, 1).of(knowledge.events[0]).empty());
}

TEST_CASE("eras are the states that began and ended") {
  Notes notes;
  const json timeline = json::parse(exported("timelinejs", test::sample(), {}, notes));
  REQUIRE(timeline["eras"].size() == 1);
  CHECK(timeline["eras"][0]["text"]["headline"] == "A &amp; &lt;B&gt;: owns, INF Treaty");
  CHECK(timeline["eras"][0]["start_date"] == json({{"year", 2019}, {"month", 5}, {"day", 1}}));
  CHECK(timeline["eras"][0]["end_date"] == json({{"year", 2021}, {"month", 12}, {"day", 31}}));
}

TEST_CASE("cells") {
  CHECK(csv_row({"a", "b, c", "d \"e\"", "", "f\ng", " h", std::string("i\0j", 3)}) ==
        "a,\"b, c\",\"d \"\"e\"\"\",,\"f\ng\",\" h\",ij\r\n");
  CHECK(tsv_row({"a\tb", "c\nd", "\"e\""}) == "a b\tc d\t“e\"\n");
}

TEST_CASE("names of linked data") {
  CHECK(iri("ev0123") == "urn:dateline:ev0123");
  CHECK(iri("type", "sign agreement") == "urn:dateline:type:sign%20agreement");
  CHECK(iri("é<>") == "urn:dateline:%C3%A9%3C%3E");
  DocumentInfo a, b;
  a.source = "a", b.source = "b";
  CHECK(iri(a) != iri(b));
  const auto dates = [](std::string_view edtf) {
    const IsoDates read = iso_dates(*event_date(edtf, Basis::stated));
    return read.start + "/" + read.end;
  };
  CHECK(dates("2024") == "2024/");
  CHECK(dates("2024-05") == "2024-05/");
  CHECK(dates("2024-05-02") == "2024-05-02/");
  CHECK(dates("2024-05-02T07:05Z") == "2024-05-02T07:05Z/");
  CHECK(dates("2024-22") == "2024-06-01/2024-08-31");
  CHECK(dates("../2024-05-02") == "/2024-05-02");
  CHECK(dates("2024-05-02/..") == "2024-05-02/");
}

TEST_CASE("event data leaves out what did not happen, and says so") {
  Knowledge knowledge = test::sample();
  for (Event& event : knowledge.events) event.plover_event = "AGREE", event.cameo = "03";
  knowledge.events[1].date.reset();
  Notes notes;
  const std::string rows = exported("plover", knowledge, {}, notes);
  CHECK(std::count(rows.begin(), rows.end(), '\n') == 1);
  CHECK(json::parse(rows)["quad_code"] == 1);
  CHECK(notes == Notes{"2 events planned, urged, denied or hypothetical left out", "1 event without a date left out"});
  Notes of_cameo;
  const std::string pairs = exported("cameo", knowledge, {}, of_cameo);
  CHECK(std::count(pairs.begin(), pairs.end(), '\n') == 3);  // the header, and each side with the other
}

}  // namespace dateline
