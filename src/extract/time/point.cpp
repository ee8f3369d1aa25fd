#include "extract/time/point.hpp"

#include <date/iso_week.h>

#include <cstdio>

namespace dateline::time {
namespace {

int floor_div(int a, int b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0); }

DayNumber day_of(int year, int month, int day) { return day_number(year, month, day).value_or(0); }

DayNumber last_of_month(int year, int month) {
  return month == 12 ? day_of(year, 12, 31) : day_of(year, month + 1, 1) - 1;
}

std::string padded(const char* format, int value) {
  char out[16];
  std::snprintf(out, sizeof out, format, value);
  return out;
}

/// Month steps, counted from year 0.
Point month_at(int months) { return month_point(floor_div(months, 12), months - floor_div(months, 12) * 12 + 1); }

constexpr const char* season_codes[] = {"", "SP", "SU", "FA", "WI"};

std::string clock(const Point& point) {
  std::string out = "T" + padded("%02d", point.hour);
  if (point.grain >= Grain::minute) out += padded(":%02d", point.minute);
  if (point.grain == Grain::second) out += padded(":%02d", point.second);
  return out + point.zone;
}

std::string month_text(const Point& point, std::string year) { return year + padded("-%02d", point.month); }

std::string day_text(const Point& point, std::string year) {
  return month_text(point, std::move(year)) + padded("-%02d", civil(point.base).day);
}

}  // namespace

Point century_point(int index) {
  Point point{.grain = Grain::century, .year = index * 100};
  point.index = index;
  return point;
}

Point decade_point(int index) {
  Point point{.grain = Grain::decade, .year = index * 10};
  point.index = index;
  return point;
}

Point year_point(int year) { return {.grain = Grain::year, .year = year}; }

Point half_point(int year, int half) {
  const int halves = year * 2 + half - 1;
  Point point{.grain = Grain::half, .year = floor_div(halves, 2)};
  point.index = halves - point.year * 2 + 1;
  return point;
}

Point quarter_point(int year, int quarter) {
  const int quarters = year * 4 + quarter - 1;
  Point point{.grain = Grain::quarter, .year = floor_div(quarters, 4)};
  point.index = quarters - point.year * 4 + 1;
  return point;
}

Point season_point(int year, int season) {
  const int seasons = year * 4 + season - 1;
  Point point{.grain = Grain::season, .year = floor_div(seasons, 4)};
  point.index = seasons - point.year * 4 + 1;
  return point;
}

Point month_point(int year, int month) { return {.grain = Grain::month, .year = year, .month = month}; }

Point day_point(DayNumber day) {
  const CivilDay value = civil(day);
  return {.grain = Grain::day, .year = value.year, .month = value.month, .index = 0, .base = day};
}

Point week_point(DayNumber day) {
  const DayNumber monday = day - (iso_weekday(day) - 1);
  const iso_week::year_weeknum_weekday value{iso_week::sys_days(iso_week::days(monday))};
  Point point{.grain = Grain::week, .year = static_cast<int>(value.year()), .month = civil(monday).month};
  point.index = static_cast<int>(static_cast<unsigned>(value.weeknum()));
  point.base = monday;
  return point;
}

Point weekend_point(DayNumber day) {
  Point point = week_point(day);
  point.grain = Grain::weekend;
  point.base += 5;
  return point;
}

std::optional<Point> enclosing(const Point& point, Grain grain) {
  if (grain > point.grain) return std::nullopt;
  if (grain == point.grain) return point;
  if (grain == Grain::century) return century_point(floor_div(point.year, 100));
  if (grain == Grain::decade) return decade_point(floor_div(point.year, 10));
  const DayNumber first = days(point).first.value_or(0);
  const CivilDay value = civil(first);
  switch (grain) {
    case Grain::year:
      return year_point(point.grain == Grain::week || point.grain == Grain::season ? point.year : value.year);
    case Grain::half:
      return half_point(value.year, value.month <= 6 ? 1 : 2);
    case Grain::quarter:
      return quarter_point(value.year, (value.month + 2) / 3);
    case Grain::season:
      return value.month <= 2 ? season_point(value.year - 1, 4) : season_point(value.year, value.month / 3);
    case Grain::month:
      return month_point(value.year, value.month);
    case Grain::week:
      return week_point(first);
    case Grain::weekend:
      return weekend_point(first);
    case Grain::day:
      return day_point(first);
    default:
      return point;
  }
}

Point stepped(const Point& point, int count) {
  switch (point.grain) {
    case Grain::century:
      return century_point(point.index + count);
    case Grain::decade:
      return decade_point(point.index + count);
    case Grain::year:
      return year_point(point.year + count);
    case Grain::half:
      return half_point(point.year, point.index + count);
    case Grain::quarter:
      return quarter_point(point.year, point.index + count);
    case Grain::season:
      return season_point(point.year, point.index + count);
    case Grain::month:
      return month_at(point.year * 12 + point.month - 1 + count);
    case Grain::week:
      return week_point(point.base + 7 * count);
    case Grain::weekend:
      return weekend_point(point.base + 7 * count);
    case Grain::day:
      return day_point(point.base + count);
    case Grain::part: {
      Point moved = day_point(point.base + count);
      moved.grain = Grain::part;
      moved.part = point.part;
      return moved;
    }
    default:
      break;
  }
  const int unit = point.grain == Grain::hour ? 3600 : point.grain == Grain::minute ? 60 : 1;
  const long long seconds =
      point.hour * 3600LL + point.minute * 60LL + point.second + static_cast<long long>(unit) * count;
  const long long day = seconds >= 0 ? seconds / 86400 : -((86399 - seconds) / 86400);
  const int rest = static_cast<int>(seconds - day * 86400);
  Point moved = day_point(point.base + static_cast<DayNumber>(day));
  moved.grain = point.grain;
  moved.hour = rest / 3600;
  moved.minute = rest / 60 % 60;
  moved.second = rest % 60;
  moved.zone = point.zone;
  return moved;
}

DayInterval days(const Point& point) {
  const int year = point.year;
  switch (point.grain) {
    case Grain::century:
      return {day_of(year, 1, 1), day_of(year + 99, 12, 31)};
    case Grain::decade:
      return {day_of(year, 1, 1), day_of(year + 9, 12, 31)};
    case Grain::year:
      return {day_of(year, 1, 1), day_of(year, 12, 31)};
    case Grain::half:
      return {day_of(year, point.index * 6 - 5, 1), last_of_month(year, point.index * 6)};
    case Grain::quarter:
      return {day_of(year, point.index * 3 - 2, 1), last_of_month(year, point.index * 3)};
    case Grain::season: {
      if (point.index == 4) return {day_of(year, 12, 1), last_of_month(year + 1, 2)};
      return {day_of(year, point.index * 3, 1), last_of_month(year, point.index * 3 + 2)};
    }
    case Grain::month:
      return {day_of(year, point.month, 1), last_of_month(year, point.month)};
    case Grain::week:
      return {point.base, point.base + 6};
    case Grain::weekend:
      return {point.base, point.base + 1};
    default:
      return {point.base, point.base};
  }
}

Precision precision(const Point& point) {
  switch (point.grain) {
    case Grain::century:
      return Precision::century;
    case Grain::decade:
      return Precision::decade;
    case Grain::year:
      return Precision::year;
    case Grain::half:
      return Precision::interval;
    case Grain::quarter:
      return Precision::quarter;
    case Grain::season:
      return Precision::season;
    case Grain::month:
      return Precision::month;
    case Grain::week:
      return Precision::week;
    case Grain::weekend:
      return Precision::interval;
    case Grain::hour:
      return Precision::hour;
    case Grain::minute:
    case Grain::second:
      return Precision::minute;
    default:
      return Precision::day;
  }
}

std::string timex_year(int year) { return year <= 0 ? "BC" + padded("%04d", 1 - year) : padded("%04d", year); }

std::string edtf_year(int year) { return year < 0 ? "-" + padded("%04d", -year) : padded("%04d", year); }

std::string timex(const Point& point) {
  const std::string year = timex_year(point.year);
  switch (point.grain) {
    case Grain::century:
      return point.index < 0 ? "BC" + padded("%02d", -1 - point.index) : padded("%02d", point.index);
    case Grain::decade:
      return padded("%03d", point.index);
    case Grain::year:
      return year;
    case Grain::half:
      return year + padded("-H%d", point.index);
    case Grain::quarter:
      return year + padded("-Q%d", point.index);
    case Grain::season:
      return year + "-" + season_codes[point.index];
    case Grain::month:
      return month_text(point, year);
    case Grain::week:
      return year + padded("-W%02d", point.index);
    case Grain::weekend:
      return year + padded("-W%02d-WE", point.index);
    case Grain::day:
      return day_text(point, year);
    case Grain::part:
      return day_text(point, year) + "T" + point.part;
    default:
      return day_text(point, year) + clock(point);
  }
}

std::string edtf(const Point& point) {
  if (point.year > 9999 || point.year < -9999) return "";
  const std::string year = edtf_year(point.year);
  switch (point.grain) {
    case Grain::century:
      return point.index < 0 ? edtf_year(point.year) + "/" + edtf_year(point.year + 99)
                             : padded("%02d", point.index) + "XX";
    case Grain::decade:
      return point.index < 0 ? edtf_year(point.year) + "/" + edtf_year(point.year + 9)
                             : padded("%03d", point.index) + "X";
    case Grain::year:
      return year;
    case Grain::half:
      return year + padded("-%02d", 39 + point.index);
    case Grain::quarter:
      return year + padded("-%02d", 32 + point.index);
    case Grain::season:
      return year + padded("-%02d", 20 + point.index);
    case Grain::month:
      return month_text(point, year);
    case Grain::week:
    case Grain::weekend:
      return iso_day(*days(point).first) + "/" + iso_day(*days(point).last);
    case Grain::day:
    case Grain::part:
      return day_text(point, year);
    case Grain::second: {
      Point minute = point;
      minute.grain = Grain::minute;
      return edtf(minute);
    }
    default:
      return day_text(point, year) + clock(point);
  }
}

std::optional<Point> point_from_edtf(std::string_view text) {
  const std::optional<EdtfDate> value = parse_edtf(text);
  if (!value || !value->days.first || !value->days.last) return std::nullopt;
  const CivilDay first = civil(*value->days.first);
  switch (value->precision) {
    case Precision::year:
      return year_point(first.year);
    case Precision::month:
      return month_point(first.year, first.month);
    case Precision::day:
      return day_point(*value->days.first);
    case Precision::hour:
    case Precision::minute: {
      Point point = day_point(*value->days.first);
      const std::size_t clock = text.find('T');
      if (clock == text.npos || clock + 3 > text.size()) return point;
      point.hour = (text[clock + 1] - '0') * 10 + text[clock + 2] - '0';
      point.grain = Grain::hour;
      if (clock + 6 <= text.size() && text[clock + 3] == ':') {
        point.minute = (text[clock + 4] - '0') * 10 + text[clock + 5] - '0';
        point.grain = Grain::minute;
      }
      return point;
    }
    default:
      return std::nullopt;
  }
}

// The anonymous Gregorian computus (Meeus/Jones/Butcher).
DayNumber western_easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7,
            m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_of(year, n / 31, n % 31 + 1);
}

// Meeus' Julian computus; the Julian day is then set in the Gregorian calendar.
DayNumber eastern_easter(int year) {
  const int a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7,
            n = d + e + 114;
  return day_of(year, n / 31, n % 31 + 1) + year / 100 - year / 400 - 2;
}

}  // namespace dateline::time
