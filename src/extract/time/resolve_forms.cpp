#include <algorithm>
#include <cmath>
#include <cstdio>

#include "extract/time/resolving.hpp"

namespace dateline::time {
namespace {

std::string two(int value) {
  char out[8];
  std::snprintf(out, sizeof out, "%02d", value);
  return out;
}

/// Of "-05:00" in "-05:00/-04:00".
constexpr std::size_t offset_length = 6;
constexpr char daylight_divider = '/';

/// The first day of a month or later that is a Sunday.
DayNumber sunday_from(int year, int month, int day) {
  constexpr int week = 7;
  const DayNumber first = day_number(year, month, day).value_or(0);
  return first + (week - iso_weekday(first)) % week;
}

/// The offset of a zone on a day: "ET" is an hour less off in summer, from the second Sunday of March to the first of November.
std::string offset_on(const std::string& zone, DayNumber day) {
  if (zone.size() <= offset_length || zone[offset_length] != daylight_divider) return zone;
  const int year = civil(day).year;
  constexpr int march = 3, november = 11, second_week = 8;
  const bool summer = day >= sunday_from(year, march, second_week) && day < sunday_from(year, november, 1);
  return summer ? zone.substr(offset_length + 1) : zone.substr(0, offset_length);
}

const std::string& zone_of(const Tools& tools, const Expression& expression) {
  return tools.lexicon.zones[static_cast<std::size_t>(expression.whole(Field::zone))];
}

/// Seconds after midnight with the meridiem applied: 12 a.m. is 0, 5 p.m. is 17.
int seconds_of(const Expression& expression) {
  int seconds = expression.whole(Field::clock);
  if (!expression.has(Field::meridiem)) return seconds;
  const bool afternoon = expression.whole(Field::meridiem) == 12;
  if (seconds / 3600 == 12 && !afternoon) seconds -= 12 * 3600;
  if (seconds / 3600 < 12 && afternoon) seconds += 12 * 3600;
  return seconds;
}

std::string clock_text(const Tools& tools, const Expression& expression) {
  const int seconds = seconds_of(expression);
  std::string out = "T" + two(seconds / 3600);
  if (expression.whole(Field::precise) >= 1) out += ":" + two(seconds / 60 % 60);
  if (expression.whole(Field::precise) >= 2) out += ":" + two(seconds % 60);
  if (expression.has(Field::zone)) out += zone_of(tools, expression).substr(0, offset_length);
  return out;
}

std::string after_day(const Tools& tools, const Expression& expression) {
  if (expression.has(Field::clock)) return clock_text(tools, expression);
  if (expression.has(Field::part))
    return "T" + tools.lexicon.parts[static_cast<std::size_t>(expression.whole(Field::part))];
  return "";
}

std::string generic_unit(Unit unit) {
  switch (unit) {
    case Unit::day:
      return "XXXX-XX-XX";
    case Unit::week:
      return "XXXX-WXX";
    case Unit::weekend:
      return "XXXX-WXX-WE";
    case Unit::month:
      return "XXXX-XX";
    case Unit::quarter:
      return "XXXX-QX";
    case Unit::half:
      return "XXXX-HX";
    case Unit::year:
      return "XXXX";
    case Unit::decade:
      return "XXX";
    case Unit::century:
      return "XX";
    case Unit::season:
      return "XXXX-XX";
    case Unit::millennium:
      return "X";
    default:
      return "XXXX-XX-XXTXX";
  }
}

}  // namespace

Resolution written(Resolution resolution) {
  if (!resolution.point) return resolution;
  resolution.type = resolution.point->grain >= Grain::part ? TimexType::time : TimexType::date;
  resolution.value = timex(*resolution.point);
  resolution.edtf = edtf(*resolution.point);
  return resolution;
}

Point with_clock(const Tools& tools, Point day, const Expression& expression) {
  if (expression.has(Field::clock)) {
    const int seconds = std::clamp(seconds_of(expression), 0, 24 * 3600);
    day = day_point(day.base + (seconds >= 24 * 3600 ? 1 : 0));
    day.hour = seconds / 3600 % 24;
    day.minute = seconds / 60 % 60;
    day.second = seconds % 60;
    const int precise = expression.whole(Field::precise);
    day.grain = precise == 0 ? Grain::hour : precise == 1 ? Grain::minute : Grain::second;
    if (expression.has(Field::zone)) day.zone = offset_on(zone_of(tools, expression), day.base);
  } else if (expression.has(Field::part)) {
    day = day_point(day.base);
    day.grain = Grain::part;
    day.part = tools.lexicon.parts[static_cast<std::size_t>(expression.whole(Field::part))];
  }
  return day;
}

Resolution generic_clock(const Tools& tools, const Expression& expression, Resolution resolution) {
  const bool has_day = resolution.value.size() >= 10 && resolution.value.find('T') == std::string::npos;
  resolution.value = (has_day ? resolution.value : "XXXX-XX-XX") + after_day(tools, expression);
  resolution.type = TimexType::time;
  resolution.point.reset();
  resolution.edtf.clear();
  resolution.reason = "unanchored";
  return resolution;
}

std::string generic_value(const Tools& tools, const Expression& expression) {
  const std::string tail = after_day(tools, expression);
  if (expression.has(Field::month) && expression.has(Field::day))
    return "XXXX-" + two(expression.whole(Field::month)) + "-" + two(expression.whole(Field::day)) + tail;
  if (expression.has(Field::month)) return "XXXX-" + two(expression.whole(Field::month));
  if (expression.has(Field::weekday)) return "XXXX-WXX-" + std::to_string(expression.whole(Field::weekday)) + tail;
  if (expression.has(Field::weekend)) return "XXXX-WXX-WE";
  if (expression.has(Field::season)) {
    constexpr const char* codes[] = {"", "SP", "SU", "FA", "WI"};
    return std::string("XXXX-") + codes[expression.whole(Field::season)];
  }
  if (expression.has(Field::quarter))
    return "XXXX-Q" + std::to_string(expression.whole(Field::quarter) < 0 ? 4 : expression.whole(Field::quarter));
  if (expression.has(Field::half))
    return "XXXX-H" + std::to_string(expression.whole(Field::half) < 0 ? 2 : expression.whole(Field::half));
  if (expression.has(Field::day)) return "XXXX-XX-" + two(expression.whole(Field::day)) + tail;
  if (expression.has(Field::holiday)) {
    const std::optional<Point> point = holiday_point(tools, expression, 2001);
    return point && point->grain == Grain::day ? "XXXX" + timex(*point).substr(4) : "";
  }
  if (!tail.empty()) return "XXXX-XX-XX" + tail;
  if (expression.has(Field::unit)) return generic_unit(static_cast<Unit>(expression.whole(Field::unit)));
  return "";
}

std::optional<Point> holiday_point(const Tools& tools, const Expression& expression, int year) {
  const std::vector<Holiday>& same_name =
      tools.holidays.named(static_cast<std::size_t>(expression.whole(Field::holiday)));
  const Holiday* chosen = nullptr;
  for (const Holiday& holiday : same_name) {
    const bool fits = std::any_of(holiday.near.begin(), holiday.near.end(), tools.has_word);
    if (fits) {
      chosen = &holiday;
      break;
    }
    if (holiday.near.empty() && chosen == nullptr) chosen = &holiday;
  }
  if (chosen == nullptr) return std::nullopt;
  const std::optional<DayNumber> day = holiday_in(chosen->rule, year);
  return day ? std::optional(day_point(*day)) : std::nullopt;
}

std::optional<DayNumber> days_away(DayNumber day, Unit unit, double count) {
  const double months = unit == Unit::month     ? 1
                        : unit == Unit::quarter ? 3
                        : unit == Unit::half    ? 6
                        : unit == Unit::year    ? 12
                        : unit == Unit::decade  ? 120
                        : unit == Unit::century ? 1200
                                                : 0;
  if (std::isnan(count) || std::abs(count) > 100000) return std::nullopt;
  if (months > 0) {
    const CivilDay date = civil(day);
    const Point month = stepped(month_point(date.year, date.month), static_cast<int>(std::lround(count * months)));
    if (month.year < -9000 || month.year > 9000) return std::nullopt;
    const DayInterval span = days(month);
    return std::min(*span.first + date.day - 1, *span.last);
  }
  const double length = unit == Unit::week || unit == Unit::weekend ? 7 : unit == Unit::day ? 1 : 0;
  return day + static_cast<DayNumber>(std::lround(count * length));
}

std::optional<Point> base_of(const Rule& rule, double shift, const Context& context) {
  if (rule.base == Base::focus || context.narrative) {
    // "earlier in the day" does not speak of the Monday to come that was named before
    const bool ahead = rule.direction == Direction::same && !context.narrative && context.anchor && context.focus.day &&
                       context.focus.day->base > context.anchor->base;
    if (ahead && context.anchor->grain >= Grain::day) return context.anchor;
    if (context.focus.last) return context.focus.day ? context.focus.day : context.focus.last;
    const bool told_before = shift == 0 && rule.direction != Direction::same;  // "the same day", when none was told
    return context.narrative || shift > 0 || told_before ? std::nullopt : context.anchor;
  }
  return context.anchor;
}

}  // namespace dateline::time
