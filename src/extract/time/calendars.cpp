#include "extract/time/calendars.hpp"

#include <cstdint>

namespace dateline::time {
namespace {

/// Days from 0001-01-01 (day 1) to 1970-01-01.
constexpr std::int64_t unix_epoch = 719163, hebrew_epoch = -1373427, islamic_epoch = 227015;

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

bool is_hebrew_leap(int year) { return ((7LL * year + 1) % 19 + 19) % 19 < 7; }

/// Days from the epoch to the new year, before the corrections for neighbouring years.
std::int64_t elapsed_days(int year) {
  const std::int64_t months = floor_div(235LL * year - 234, 19), parts = 12084 + 13753 * months;
  const std::int64_t days = 29 * months + floor_div(parts, 25920);
  return (3 * (days + 1)) % 7 < 3 ? days + 1 : days;
}

std::int64_t hebrew_new_year(int year) {
  const std::int64_t before = elapsed_days(year - 1), here = elapsed_days(year), after = elapsed_days(year + 1);
  return hebrew_epoch + here + (after - here == 356 ? 2 : here - before == 382 ? 1 : 0);
}

int month_length(int year, int month) {
  const std::int64_t length = hebrew_new_year(year + 1) - hebrew_new_year(year);
  switch (month) {
    case 2:
    case 4:
    case 6:
    case 10:
    case 13:
      return 29;
    case 8:
      return length % 10 == 5 ? 30 : 29;
    case 9:
      return length % 10 == 3 ? 29 : 30;
    case 12:
      return is_hebrew_leap(year) ? 30 : 29;
    default:
      return 30;
  }
}

template <class Make>
std::vector<DayNumber> in_year(int year, int first, int last, const Make& make) {
  std::vector<DayNumber> days;
  for (int one = first; one <= last; ++one) {
    const DayNumber day = make(one);
    if (civil(day).year == year) days.push_back(day);
  }
  return days;
}

}  // namespace

int last_hebrew_month(int year) { return is_hebrew_leap(year) ? 13 : 12; }

DayNumber hebrew_day(int year, int month, int day) {
  std::int64_t days = hebrew_new_year(year) + day - 1;
  // the year begins with Tishri, the seventh month
  for (int one = 7; one != month; one = one == last_hebrew_month(year) ? 1 : one + 1) days += month_length(year, one);
  return static_cast<DayNumber>(days - unix_epoch);
}

DayNumber islamic_day(int year, int month, int day) {
  const std::int64_t days =
      islamic_epoch - 1 + (year - 1) * 354LL + floor_div(3 + 11LL * year, 30) + 29 * (month - 1) + month / 2 + day;
  return static_cast<DayNumber>(days - unix_epoch);
}

std::vector<DayNumber> hebrew_days_in(int year, int month, int day) {
  return in_year(year, year + 3760, year + 3761,
                 [&](int one) { return hebrew_day(one, month == 0 ? last_hebrew_month(one) : month, day); });
}

std::vector<DayNumber> islamic_days_in(int year, int month, int day) {
  const int near = static_cast<int>(floor_div((year - 622) * 33LL, 32));
  return in_year(year, near - 1, near + 2, [&](int one) { return islamic_day(one, month, day); });
}

}  // namespace dateline::time
