#include "dateline/model/date.hpp"

#include <doctest/doctest.h>

using namespace dateline;

namespace {

std::string days(std::string_view edtf) {
  const auto value = parse_edtf(edtf);
  if (!value) return "not EDTF";
  const auto end = [](std::optional<DayNumber> day) { return day ? iso_day(*day) : std::string(".."); };
  return end(value->days.first) + " " + end(value->days.last) + " " + std::string(name(value->precision));
}

}  // namespace

TEST_CASE("EDTF points and what they denote") {
  CHECK(days("2024") == "2024-01-01 2024-12-31 year");
  CHECK(days("2024-02") == "2024-02-01 2024-02-29 month");
  CHECK(days("2024-11-04") == "2024-11-04 2024-11-04 day");
  CHECK(days("2024-11-04T16:24Z") == "2024-11-04 2024-11-04 minute");
  CHECK(days("2024-11-04T16+02:00") == "2024-11-04 2024-11-04 hour");
  CHECK(days("2024-22") == "2024-06-01 2024-08-31 season");
  CHECK(days("2023-24") == "2023-12-01 2024-02-29 season");
  CHECK(days("2024-36") == "2024-10-01 2024-12-31 quarter");
  CHECK(days("2024-W44") == "2024-10-28 2024-11-03 week");
  CHECK(days("201X") == "2010-01-01 2019-12-31 decade");
  CHECK(days("19XX") == "1900-01-01 1999-12-31 century");
  CHECK(days("2024-11-XX") == "2024-11-01 2024-11-30 month");
  CHECK(days("1984~") == "1984-01-01 1984-12-31 year");
  CHECK(days("-0043-03-15") == "-0043-03-15 -0043-03-15 day");
}

TEST_CASE("EDTF intervals") {
  CHECK(days("2024-10-28/2024-11-03") == "2024-10-28 2024-11-03 interval");
  CHECK(days("../2024-11-05") == ".. 2024-11-05 before");
  CHECK(days("2024-08/..") == "2024-08-01 .. after");
  CHECK(days("1601/1633") == "1601-01-01 1633-12-31 interval");
}

TEST_CASE("what is not EDTF") {
  for (const char* text : {"", "..", "../..", "24", "20245", "2024-13", "2024-00", "2023-02-29", "2024-11-04T25",
                           "2024-11-4", "2024-11-03/2024-11-01", "2024-W54", "yesterday", "2024-11-04x", "--2024",
                           "2024-+1", "XXXX", "2024-11-04/2024-11-05/2024-11-06"}) {
    CHECK_MESSAGE(!parse_edtf(text), text);
  }
}

TEST_CASE("every day of 400 years goes to text and back") {
  const DayNumber first = *day_number(1800, 1, 1), last = *day_number(2199, 12, 31);
  int weekday = iso_weekday(first);
  CHECK(weekday == 3);  // 1 January 1800 was a Wednesday
  for (DayNumber day = first; day <= last; ++day) {
    const auto value = parse_edtf(iso_day(day));
    if (!value || value->days.first != day || value->days.last != day || iso_weekday(day) != weekday)
      FAIL(iso_day(day));
    weekday = weekday % 7 + 1;
  }
}
