#include "input/date/written_date.hpp"

#include <doctest/doctest.h>

namespace dateline::input {
namespace {

const CalendarWords& words() {
  static const CalendarWords all(Resources::embedded());
  return all;
}

std::string first(std::string_view line) {
  const std::vector<WrittenDate> dates = dates_in(line, words());
  if (dates.empty()) return "none";
  if (dates.front().ambiguous) return "ambiguous";
  const std::string edtf = edtf_of(dates.front());
  if (!edtf.empty()) return edtf;
  return "month " + std::to_string(dates.front().month) + " day " + std::to_string(dates.front().day);
}

TEST_CASE("days as people write them") {
  CHECK(first("November 9, 2024") == "2024-11-09");
  CHECK(first("Nov. 9th, 2024") == "2024-11-09");
  CHECK(first("9 November 2024") == "2024-11-09");
  CHECK(first("9th of November, 2024") == "2024-11-09");
  CHECK(first("Saturday, 9 Nov 2024") == "2024-11-09");
  CHECK(first("05-Nov-2024") == "2024-11-05");
  CHECK(first("2024-11-09") == "2024-11-09");
  CHECK(first("2024/11/09") == "2024-11-09");
  CHECK(first("09.11.2024") == "2024-11-09");
  CHECK(first("31/10/2024") == "2024-10-31");
  CHECK(first("10/31/2024") == "2024-10-31");
  CHECK(first("11/11/2024") == "2024-11-11");
  CHECK(first("05/11/2024") == "ambiguous");
  CHECK(first("November 2024") == "2024-11");
  CHECK(first("MOSCOW, Nov 4") == "month 11 day 4");
}

TEST_CASE("times go to UTC when their zone is named, and are left out when it is not") {
  CHECK(first("November 9, 2024 16:24 GMT") == "2024-11-09T16:24Z");
  CHECK(first("November 9, 2024 / 16:24 GMT") == "2024-11-09T16:24Z");
  CHECK(first("9 November 2024, 10:15 CET") == "2024-11-09T10:15+01:00");
  CHECK(first("9 November 2024 at 10.15 p.m. (UTC+2)") == "2024-11-09T22:15+02:00");
  CHECK(first("Nov 9, 2024 | 8:00 PM EST") == "2024-11-09T20:00-05:00");
  CHECK(first("July 9, 2024 8 am ET") == "2024-07-09T08:00-04:00");
  CHECK(first("January 9, 2024 8 am ET") == "2024-01-09T08:00-05:00");
  CHECK(first("16:24 GMT, November 9, 2024") == "2024-11-09T16:24Z");
  CHECK(first("9 November 2024 - 1624 GMT") == "2024-11-09T16:24Z");
  CHECK(first("Mon 4 Nov 2024 17.15 CET") == "2024-11-04T17:15+01:00");
  CHECK(first("4 Nov 2024 17.15") == "2024-11-04");
  CHECK(first("November 4, 20245:32 PM UTCUpdated 2 days ago") == "2024-11-04T17:32Z");
  CHECK(first("November 4, 202417:32 UTC") == "2024-11-04T17:32Z");
  CHECK(first("12:05 a.m. UTC on 9 November 2024") == "2024-11-09T00:05Z");
  CHECK(first("9 November 2024, 10:15") == "2024-11-09");
  CHECK(first("9 November 2024, 10:15 IST") == "2024-11-09");
}

TEST_CASE("stamps of machines") {
  const auto stamp = [](std::string_view text) { return edtf_of_stamp(text, words()); };
  CHECK(stamp("2024-11-09T16:24:05Z") == "2024-11-09T16:24Z");
  CHECK(stamp("2024-11-09T16:24:05.123+02:00") == "2024-11-09T16:24+02:00");
  CHECK(stamp("2024-11-09T23:24:05-0500") == "2024-11-09T23:24-05:00");
  CHECK(stamp("2024-11-09T16:24:05") == "2024-11-09");
  CHECK(stamp("2024-11-09 16:24:05 +0000") == "2024-11-09T16:24Z");
  CHECK(stamp("20241109T162405Z") == "2024-11-09T16:24Z");
  CHECK(stamp("Sat, 09 Nov 2024 16:24:05 GMT") == "2024-11-09T16:24Z");
  CHECK(stamp("Sat, 09 Nov 2024 16:24:05 -0500") == "2024-11-09T16:24-05:00");
  CHECK(stamp("2024-11") == "2024-11");
  CHECK(stamp("2024") == "2024");
  CHECK(stamp("soon") == "");
  CHECK(stamp("") == "");
}

TEST_CASE("what is no date") {
  CHECK(first("some 10,000 troops") == "none");
  CHECK(first("version 2.11.2024b of 31 parts") != "2024-11-31");
  CHECK(first("February 30, 2024") == "none");
  CHECK(first("You may 5 times") == "month 5 day 5");
  CHECK(first("Flight 20241109") == "none");
  CHECK(first("a ratio of 16:90") == "none");
}

TEST_CASE("days in addresses and names of files") {
  const auto path = [](std::string_view text) {
    const std::optional<WrittenDate> date = date_in_path(text, words());
    return date ? edtf_of(*date) : "none";
  };
  CHECK(path("https://news.example/2024/11/04/talks-in-arden") == "2024-11-04");
  CHECK(path("https://news.example/world/2024/nov/04/talks") == "2024-11-04");
  CHECK(path("https://news.example/talks-2024-11-04.html") == "2024-11-04");
  CHECK(path("2024-11-04-talks.txt") == "2024-11-04");
  CHECK(path("talks_20241104.txt") == "2024-11-04");
  CHECK(path("https://news.example/2024/11/talks") == "none");
  CHECK(path("https://news.example/2024/13/40/talks") == "none");
  CHECK(path("https://news.example/talks-86898") == "none");
  CHECK(path("2024-11-04-to-2024-11-09.txt") == "none");
}

}  // namespace
}  // namespace dateline::input
