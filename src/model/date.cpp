#include "dateline/model/date.hpp"

#include <array>
#include <charconv>
#include <cstdio>

#include <date/date.h>
#include <date/iso_week.h>

namespace dateline {
namespace {

/// Reads the parts of one EDTF point from left to right.
struct Cursor {
  std::string_view rest;

  bool take(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  /// Exactly `count` digits.
  std::optional<int> digits(std::size_t count) {
    if (rest.size() < count) return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + count, value);
    if (error != std::errc{} || end != rest.data() + count || rest.front() == '-') return std::nullopt;
    rest.remove_prefix(count);
    return value;
  }
};

struct Year {
  int low = 0, high = 0;
  bool negative = false;
};

std::optional<Year> take_year(Cursor& in) {
  Year year;
  year.negative = in.take('-');
  std::size_t digits = 0;
  while (digits < in.rest.size() && in.rest[digits] >= '0' && in.rest[digits] <= '9') ++digits;
  std::size_t unknown = 0;
  while (digits + unknown < in.rest.size() && in.rest[digits + unknown] == 'X') ++unknown;
  if (digits == 0 || digits + unknown != 4 || unknown > 3) return std::nullopt;
  year.low = year.high = *in.digits(digits);
  for (std::size_t i = 0; i < unknown; ++i) {
    in.take('X');
    year.low *= 10;
    year.high = year.high * 10 + 9;
  }
  if (year.negative) year = {-year.high, -year.low, true};
  return year;
}

DayNumber first_of(int year, int month) {
  return date::sys_days(date::year(year) / month / 1).time_since_epoch().count();
}
DayNumber last_of(int year, int month) {
  return date::sys_days(date::year(year) / month / date::last).time_since_epoch().count();
}

/// Months of the seasons (21-24, northern and meteorological), quarters (33-36), quadrimesters (37-39) and halves (40-41) of ISO 8601-2.
struct Division {
  int code, first, last;
  Precision precision;
};
constexpr std::array<Division, 13> divisions = {{{21, 3, 5, Precision::season},
                                                 {22, 6, 8, Precision::season},
                                                 {23, 9, 11, Precision::season},
                                                 {24, 12, 14, Precision::season},
                                                 {33, 1, 3, Precision::quarter},
                                                 {34, 4, 6, Precision::quarter},
                                                 {35, 7, 9, Precision::quarter},
                                                 {36, 10, 12, Precision::quarter},
                                                 {37, 1, 4, Precision::interval},
                                                 {38, 5, 8, Precision::interval},
                                                 {39, 9, 12, Precision::interval},
                                                 {40, 1, 6, Precision::interval},
                                                 {41, 7, 12, Precision::interval}}};

std::optional<EdtfDate> divided_year(int year, int code) {
  for (const Division& division : divisions) {
    if (division.code != code) continue;
    const DayNumber last = division.last > 12 ? last_of(year + 1, division.last - 12) : last_of(year, division.last);
    return EdtfDate{{first_of(year, division.first), last}, division.precision};
  }
  return std::nullopt;
}

std::optional<EdtfDate> iso_week(int year, int week) {
  const auto monday = iso_week::year(year) / iso_week::weeknum(static_cast<unsigned>(week)) / iso_week::mon;
  if (!monday.ok()) return std::nullopt;
  const DayNumber first = static_cast<DayNumber>(iso_week::sys_days(monday).time_since_epoch().count());
  return EdtfDate{{first, first + 6}, Precision::week};
}

/// "T16", "T16:24", "T16:24:05", then nothing, "Z" or "+02:00".
std::optional<Precision> take_clock(Cursor& in) {
  const auto within = [](std::optional<int> value, int limit) { return value && *value <= limit; };
  if (!within(in.digits(2), 24)) return std::nullopt;
  Precision precision = Precision::hour;
  if (in.take(':')) {
    precision = Precision::minute;
    if (!within(in.digits(2), 59)) return std::nullopt;
    if (in.take(':') && !within(in.digits(2), 60)) return std::nullopt;
  }
  if (in.take('Z')) return precision;
  if (in.take('+') || in.take('-')) {
    if (!within(in.digits(2), 14)) return std::nullopt;
    if (in.take(':') && !within(in.digits(2), 59)) return std::nullopt;
  }
  return precision;
}

std::optional<EdtfDate> parse_point(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != '~' && c != '?' && c != '%') plain += c;
  }
  Cursor in{plain};
  const std::optional<Year> year = take_year(in);
  if (!year) return std::nullopt;
  const auto done = [&](EdtfDate value) { return in.rest.empty() ? std::optional(value) : std::nullopt; };
  if (year->low != year->high) {
    const Precision precision = year->high - year->low == 9    ? Precision::decade
                                : year->high - year->low == 99 ? Precision::century
                                                               : Precision::interval;
    return done({{first_of(year->low, 1), last_of(year->high, 12)}, precision});
  }
  const int y = year->low;
  if (!in.take('-')) return done({{first_of(y, 1), last_of(y, 12)}, Precision::year});
  if (in.take('W')) {
    const std::optional<int> week = in.digits(2);
    const std::optional<EdtfDate> value = week && in.rest.empty() ? iso_week(y, *week) : std::nullopt;
    return value;
  }
  if (in.take('X')) {
    if (!in.take('X')) return std::nullopt;
    if (in.take('-') && !(in.take('X') && in.take('X'))) return std::nullopt;
    return done({{first_of(y, 1), last_of(y, 12)}, Precision::year});
  }
  const std::optional<int> month = in.digits(2);
  if (!month) return std::nullopt;
  if (*month > 12) return in.rest.empty() ? divided_year(y, *month) : std::nullopt;
  if (*month < 1) return std::nullopt;
  if (!in.take('-')) return done({{first_of(y, *month), last_of(y, *month)}, Precision::month});
  if (in.take('X'))
    return in.take('X') ? done({{first_of(y, *month), last_of(y, *month)}, Precision::month}) : std::nullopt;
  const std::optional<int> day = in.digits(2);
  const std::optional<DayNumber> number = day ? day_number(y, *month, *day) : std::nullopt;
  if (!number) return std::nullopt;
  Precision precision = Precision::day;
  if (in.take('T')) {
    const std::optional<Precision> clock = take_clock(in);
    if (!clock) return std::nullopt;
    precision = *clock;
  }
  return done({{*number, *number}, precision});
}

std::optional<EdtfDate> parse_interval(std::string_view left, std::string_view right) {
  const bool open_left = left.empty() || left == "..", open_right = right.empty() || right == "..";
  if (open_left && open_right) return std::nullopt;
  const std::optional<EdtfDate> first = open_left ? EdtfDate{} : parse_point(left);
  const std::optional<EdtfDate> last = open_right ? EdtfDate{} : parse_point(right);
  if (!first || !last) return std::nullopt;
  const Precision precision = open_left ? Precision::before : open_right ? Precision::after : Precision::interval;
  const DayInterval days{first->days.first, last->days.last};
  if (days.first && days.last && *days.first > *days.last) return std::nullopt;
  return EdtfDate{days, precision};
}

}  // namespace

std::optional<EdtfDate> parse_edtf(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash == text.npos ? parse_point(text) : parse_interval(text.substr(0, slash), text.substr(slash + 1));
}

std::string iso_day(DayNumber day) {
  const CivilDay value = civil(day);
  char out[24];
  const char* sign = value.year < 0 ? "-" : value.year > 9999 ? "+" : "";
  std::snprintf(out, sizeof out, "%s%04d-%02d-%02d", sign, value.year < 0 ? -value.year : value.year, value.month,
                value.day);
  return out;
}

std::optional<DayNumber> day_number(int year, int month, int day) {
  const date::year_month_day value = date::year(year) / month / day;
  if (!value.ok() || month < 1 || day < 1) return std::nullopt;
  return date::sys_days(value).time_since_epoch().count();
}

CivilDay civil(DayNumber day) {
  const date::year_month_day value{date::sys_days(date::days(day))};
  return {static_cast<int>(value.year()), static_cast<int>(static_cast<unsigned>(value.month())),
          static_cast<int>(static_cast<unsigned>(value.day()))};
}

int iso_weekday(DayNumber day) {
  return static_cast<int>(date::weekday(date::sys_days(date::days(day))).iso_encoding());
}

std::optional<EventDate> event_date(std::string_view edtf, Basis basis) {
  const std::optional<EdtfDate> value = parse_edtf(edtf);
  if (!value) return std::nullopt;
  return EventDate{std::string(edtf), value->days, value->precision, basis, {}};
}

}  // namespace dateline
