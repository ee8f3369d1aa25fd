// A place on the calendar at the grain of its expression, its two written forms (TIMEX3 and EDTF) and the arithmetic on
// it.
#pragma once

#include <optional>
#include <string>

#include "dateline/model/date.hpp"

namespace dateline::time {

/// From coarse to fine; `part` is a part of a day.
enum class Grain {
  century,
  decade,
  year,
  half,
  quarter,
  season,
  month,
  week,
  weekend,
  day,
  part,
  hour,
  minute,
  second
};

struct Point {
  Grain grain = Grain::day;
  int year = 0;        ///< astronomical: 0 is 1 BC; of a week, its ISO year
  int month = 0;       ///< 1 to 12, for month and finer
  int index = 0;       ///< number of the century (19 for 1900-1999), decade (199), half, quarter, season (1 spring .. 4
                       ///< winter) or ISO week
  DayNumber base = 0;  ///< first day, for week and finer
  int hour = 0, minute = 0, second = 0;
  std::string part = {};  ///< TIMEX3 code of the part of the day ("MO", "NI")
  std::string zone = {};  ///< "Z", "+02:00"; "" when not given
  bool operator==(const Point&) const = default;
};

Point century_point(int index);
Point decade_point(int index);
Point year_point(int year);
Point half_point(int year, int half);
Point quarter_point(int year, int quarter);
/// Winter bears the year in which it begins (December).
Point season_point(int year, int season);
Point month_point(int year, int month);
Point day_point(DayNumber day);
/// The ISO week (its weekend) that holds the day.
Point week_point(DayNumber day);
Point weekend_point(DayNumber day);

/// The point of a coarser (or the same) grain that holds `point`; nothing when `grain` is finer than the point's.
std::optional<Point> enclosing(const Point& point, Grain grain);
/// `count` steps on at the point's own grain; days, weeks and parts of days step by days.
Point stepped(const Point& point, int count);

DayInterval days(const Point& point);
Precision precision(const Point& point);
/// "2024-11-04", "2024-W44-WE", "199", "BC0044", "2024-11-04TNI".
std::string timex(const Point& point);
/// "2024-11-04", "2024-10-28/2024-11-03", "199X", "-0043", "2024-11-04" for a part of a day.
std::string edtf(const Point& point);

/// A year as TIMEX3 ("1968", "BC0044") and EDTF ("1968", "-0043") write it.
std::string timex_year(int year);
std::string edtf_year(int year);

/// The day, month or year that EDTF text names; nothing for intervals and what has no TIMEX3 grain.
std::optional<Point> point_from_edtf(std::string_view text);

/// Easter Sunday of a year, Gregorian (Western) and Julian (Eastern, given as a Gregorian day).
DayNumber western_easter(int year);
DayNumber eastern_easter(int year);

}  // namespace dateline::time
