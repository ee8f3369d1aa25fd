#include <nlohmann/json.hpp>
#include <set>

#include "export/display_date.hpp"
#include "run.hpp"
#include "sample.hpp"

namespace dateline {
namespace {

using nlohmann::json;
using test::exported;

json slides_of(const Knowledge& knowledge, Notes& notes) {
  return json::parse(exported("timelinejs", knowledge, {}, notes));
}

/// The one slide of an event with this date.
json slide(std::string_view edtf) {
  Knowledge knowledge;
  knowledge.events = {test::event("ev1", "meet", "They met", std::string(edtf))};
  Notes notes;
  return slides_of(knowledge, notes)["events"][0];
}

/// What TimelineJS demands of a date.
void check_date(const json& date) {
  REQUIRE(date.is_object());
  REQUIRE(date.contains("year"));
  for (const auto& [key, value] : date.items()) CHECK(value.is_number_integer());
  CHECK(date["year"] != 0);
  if (date.contains("month")) CHECK((date["month"] >= 1 && date["month"] <= 12));
  if (date.contains("day")) CHECK(date.contains("month"));
}

void check_timeline(const json& timeline) {
  REQUIRE(timeline["events"].size() >= 1);
  CHECK_FALSE(timeline.contains("errors"));
  std::set<std::string> ids;
  for (const json& event : timeline["events"]) {
    check_date(event["start_date"]);
    if (event.contains("end_date")) {
      check_date(event["end_date"]);
      CHECK(event["end_date"].size() <= event["start_date"].size());
      CHECK(event["end_date"] != event["start_date"]);
    }
    CHECK(ids.insert(event["unique_id"]).second);
    for (const auto& [key, value] : event.items()) CHECK_FALSE(value.is_null());
    CHECK(event["text"]["headline"].is_string());
  }
}

}  // namespace

TEST_CASE("TimelineJS of the sample, to the byte") {
  Notes notes;
  const std::string text = exported("timelinejs", test::sample(), {}, notes);
  test::check_golden("sample.timelinejs.json", text);
  check_timeline(json::parse(text));
  CHECK(notes == Notes{"1 event without a date left out"});
}

TEST_CASE("a date has the parts that it states, and words where parts cannot say it") {
  CHECK(slide("2024")["start_date"] == json({{"year", 2024}}));
  CHECK_FALSE(slide("2024").contains("end_date"));
  CHECK(slide("2024-05")["start_date"] == json({{"year", 2024}, {"month", 5}}));
  CHECK(slide("2024-05-02")["start_date"] == json({{"year", 2024}, {"month", 5}, {"day", 2}}));
  CHECK_FALSE(slide("2024-05-02").contains("display_date"));
  CHECK(slide("2024-05-02T07:05Z")["start_date"] ==
        json({{"year", 2024}, {"month", 5}, {"day", 2}, {"hour", 7}, {"minute", 5}}));
  CHECK(slide("2024-05-02T07:05Z")["display_date"] == "2 May 2024, 07:05 UTC");
  CHECK(slide("2024-10-28/2024-11-03")["end_date"] == json({{"year", 2024}, {"month", 11}, {"day", 3}}));
  CHECK(slide("2024-10-28/2024-11-03")["display_date"] == "28 October – 3 November 2024");
  CHECK(slide("../2024-11-05")["start_date"] == json({{"year", 2024}, {"month", 11}, {"day", 5}}));
  CHECK(slide("../2024-11-05")["display_date"] == "before 6 November 2024");
  CHECK(slide("2024-11-05/..")["display_date"] == "from 5 November 2024");
  CHECK(slide("-0043-03-15")["start_date"]["year"] == -44);
  CHECK(slide("0000")["start_date"]["year"] == -1);
}

TEST_CASE("dates in words") {
  const auto words = [](std::string_view edtf) { return display_date(*event_date(edtf, Basis::stated)); };
  CHECK(words("2024-W44") == "28 October – 3 November 2024");
  CHECK(words("2024-12-30/2025-01-02") == "30 December 2024 – 2 January 2025");
  CHECK(words("2008/2016") == "2008 – 2016");
  CHECK(words("2019-06/2019-08") == "June 2019 – August 2019");
  CHECK(words("2014-05-03/2016") == "3 May 2014 – 2016");
  CHECK(words("2019-06/..") == "from June 2019");
  CHECK(words("../2019-06") == "before 1 July 2019");
  CHECK(words("2024-22") == "summer 2024");
  CHECK(words("2024-34") == "Q2 2024");
  CHECK(words("201X") == "the 2010s");
  CHECK(words("19XX") == "1900 – 1999");
  CHECK(words("-0043-03-15") == "15 March 44 BC");
  CHECK(words("2024-11-04T16+02:00") == "4 November 2024, 16h (UTC+02:00)");
}

TEST_CASE("nothing dated, nothing at all, and repeated ids do not break it") {
  Notes notes;
  Knowledge undated = test::sample();
  undated.events = {undated.events[3], undated.events[3]};
  const json timeline = slides_of(undated, notes);
  check_timeline(timeline);
  CHECK(timeline["events"].size() == 1);
  CHECK(timeline["events"][0]["start_date"] == json({{"year", 2021}, {"month", 3}, {"day", 31}}));
  CHECK(notes.size() == 2);
  check_timeline(slides_of({}, notes));
  Knowledge twins = test::sample();
  for (Event& event : twins.events) event.id = "same";
  check_timeline(slides_of(twins, notes));
}

TEST_CASE("markup in names stays text") {
  Notes notes;
  const std::string text = exported("timelinejs", test::sample(), {}, notes);
  CHECK(text.find("A &amp; &lt;B&gt;") != text.npos);
  CHECK(text.find("<B>") == text.npos);
  CHECK(text.find("<sat>") == text.npos);
}

}  // namespace dateline
