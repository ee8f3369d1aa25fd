#include "extract/time/point.hpp"

#include <doctest/doctest.h>

namespace dateline::time {
namespace {

DayNumber day(int year, int month, int date) { return *day_number(year, month, date); }

/// Every grain of one day.
std::vector<Point> points(DayNumber number) {
  std::vector<Point> all;
  for (const Grain grain : {Grain::century, Grain::decade, Grain::year, Grain::half, Grain::quarter, Grain::season,
                            Grain::month, Grain::week, Grain::day}) {
    all.push_back(*enclosing(day_point(number), grain));
  }
  return all;
}

}  // namespace

TEST_CASE("values are written as TIMEX3 and EDTF") {
  CHECK(timex(week_point(day(2024, 11, 3))) == "2024-W44");
  CHECK(edtf(week_point(day(2024, 11, 3))) == "2024-10-28/2024-11-03");
  CHECK(timex(weekend_point(day(2024, 11, 9))) == "2024-W45-WE");
  CHECK(timex(week_point(day(2021, 1, 3))) == "2020-W53");
  CHECK(timex(century_point(16)) == "16");
  CHECK(edtf(century_point(16)) == "16XX");
  CHECK(edtf(decade_point(199)) == "199X");
  CHECK(timex(season_point(2024, 2)) == "2024-SU");
  CHECK(edtf(season_point(2024, 2)) == "2024-22");
  CHECK(timex(year_point(-43)) == "BC0044");
  CHECK(edtf(year_point(-43)) == "-0043");
}

TEST_CASE("steps go over the ends of years") {
  CHECK(timex(stepped(month_point(2024, 11), 3)) == "2025-02");
  CHECK(timex(stepped(month_point(2024, 1), -1)) == "2023-12");
  CHECK(timex(stepped(quarter_point(2024, 4), 1)) == "2025-Q1");
  CHECK(timex(stepped(season_point(2024, 4), 1)) == "2025-SP");
  CHECK(timex(stepped(half_point(2024, 1), -1)) == "2023-H2");
  Point hour = day_point(day(2024, 12, 31));
  hour.grain = Grain::hour;
  hour.hour = 23;
  CHECK(timex(stepped(hour, 2)) == "2025-01-01T01");
}

TEST_CASE("over forty years every grain holds its day, and its EDTF denotes its days") {
  for (DayNumber number = day(1990, 1, 1); number < day(2030, 1, 1); ++number) {
    for (const Point& point : points(number)) {
      const DayInterval span = days(point);
      if (!(*span.first <= number && number <= *span.last)) FAIL(timex(point), " does not hold ", iso_day(number));
      const auto read = parse_edtf(edtf(point));
      if (!read || read->days != span) FAIL(edtf(point), " is not ", timex(point));
      if (stepped(stepped(point, 7), -7) != point) FAIL(timex(point), " does not step there and back");
    }
  }
}

TEST_CASE("Easter") {
  CHECK(iso_day(western_easter(2024)) == "2024-03-31");
  CHECK(iso_day(western_easter(1961)) == "1961-04-02");
  CHECK(iso_day(eastern_easter(2024)) == "2024-05-05");
  CHECK(iso_day(eastern_easter(2019)) == "2019-04-28");
}

}  // namespace dateline::time
