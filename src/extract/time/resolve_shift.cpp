#include <cmath>

#include "extract/time/resolving.hpp"

namespace dateline::time {
namespace {

Resolution resolved(std::optional<Point> point, Reason reason, const std::optional<Point>& base) {
  Resolution result;
  result.point = std::move(point);
  result.reason = reason;
  result.counted_from = base;
  return written(std::move(result));
}

Reason reason_of(double shift) { return shift < 0 ? "steps-back" : shift > 0 ? "steps-on" : "this"; }

/// The instance of a recurring point that lies before (-1), around (0) or after (+1) the base.
template <class Make>
std::optional<Point> instance(const Make& make, int shift, const Point& base) {
  const DayInterval now = days(base);
  std::optional<Point> before, here, after;
  for (int year = base.year - 2; year <= base.year + 2; ++year) {
    const std::optional<Point> point = make(year);
    if (!point) continue;
    const DayInterval span = days(*point);
    if (*span.last < *now.first)
      before = point;
    else if (*span.first > *now.last)
      after = after ? after : point;
    else
      here = point;
  }
  if (shift < 0) return before;
  if (shift > 0) return after;
  return here ? here : make(base.year);
}

/// "last Friday" is the latest before the base, "next Friday" the one of the next ISO week, "the following Friday" the first after it.
std::optional<Point> shifted_weekday(const Rule& rule, int weekday, int shift, const Point& base) {
  if (base.grain < Grain::day) return std::nullopt;
  const DayNumber now = base.base;
  const bool next_week = shift > 0 && rule.base == Base::anchor && rule.direction != Direction::future;
  if (shift == 0 || next_week) return day_point(now - iso_weekday(now) + weekday + (next_week ? 7 * shift : 0));
  const int back = (iso_weekday(now) - weekday + 7) % 7, ahead = (weekday - iso_weekday(now) + 7) % 7;
  return day_point(shift < 0 ? now - (back == 0 ? 7 : back) : now + (ahead == 0 ? 7 : ahead) + 7 * (shift - 1));
}

/// "Will vote this week" said on a Sunday, the last day of the week of the calendar: the week that is about to begin.
bool is_over(const Expression& expression, const Point& base, Direction tense) {
  constexpr int sunday = 7;
  return tense == Direction::future && expression.has(Field::unit) &&
         static_cast<Unit>(expression.whole(Field::unit)) == Unit::week && expression.rule->base == Base::anchor &&
         base.grain >= Grain::day && iso_weekday(base.base) == sunday;
}

/// "this Sunday" said of what has happened is the one before, of what will happen the one after.
Point in_tense(const Point& point, const Expression& expression, const Point& base, Direction tense) {
  if (!(expression.has(Field::weekday) || point.grain == Grain::weekend) || expression.rule->base == Base::focus ||
      base.grain < Grain::day)
    return point;
  const int step = point.grain == Grain::weekend ? 1 : 7;
  const DayInterval span = days(point);
  if (tense == Direction::past && *span.first > base.base) return stepped(point, -step);
  if (tense == Direction::future && *span.last < base.base) return stepped(point, step);
  return point;
}

/// "last Friday", "this September", "next summer", "last Christmas".
std::optional<Point> shifted_name(const Tools& tools, const Expression& expression, int shift, const Point& base) {
  if (expression.has(Field::weekday))
    return shifted_weekday(*expression.rule, expression.whole(Field::weekday), shift, base);
  if (expression.has(Field::weekend)) {
    if (base.grain < Grain::day) return std::nullopt;
    const Point own = weekend_point(base.base);
    if (shift < 0) return own.base + 1 < base.base ? own : stepped(own, -1);
    return shift == 0 ? own : stepped(own, 1);
  }
  if (expression.has(Field::holiday))
    return instance([&](int year) { return holiday_point(tools, expression, year); }, shift, base);
  if (expression.has(Field::month)) {
    const int month = expression.whole(Field::month);
    const auto make = [&](int year) -> std::optional<Point> {
      if (!expression.has(Field::day)) return month_point(year, month);
      const std::optional<DayNumber> day = day_number(year, month, expression.whole(Field::day));
      return day ? std::optional(day_point(*day)) : std::nullopt;
    };
    return instance(make, shift, expression.has(Field::day) ? base : enclosing(base, Grain::month).value_or(base));
  }
  if (expression.has(Field::season))
    return instance([&](int year) { return std::optional(season_point(year, expression.whole(Field::season))); }, shift,
                    base);
  if (expression.has(Field::quarter))
    return instance([&](int year) { return std::optional(quarter_point(year, expression.whole(Field::quarter))); },
                    shift, base);
  return std::nullopt;
}

/// "last Tuesday" is also said for Tuesday of last week, "next Tuesday" for the nearest one.
void add_other_reading(const Expression& expression, int shift, const Point& base, Resolution& result) {
  if (!expression.has(Field::weekday) || shift == 0 || expression.rule->base != Base::anchor || base.grain < Grain::day)
    return;
  const int weekday = expression.whole(Field::weekday), today = iso_weekday(base.base);
  const DayNumber other = shift < 0 ? base.base - today + weekday - 7 : base.base + (weekday - today + 6) % 7 + 1;
  if (result.point && result.point->base != other)
    result.alternatives.push_back({iso_day(other), shift < 0 ? "week-before" : "future"});
}

/// "three years ago", "two days later": at the grain of the unit, or finer for halves.
std::optional<Point> counted(Unit unit, double count, double shift, const Point& base) {
  if (std::isnan(count) || count > 100000) return std::nullopt;
  const double steps = shift < 0 ? -count : count;
  if (count != std::floor(count)) {
    if (unit == Unit::year || unit == Unit::decade || unit == Unit::century) {
      const double months = unit == Unit::year ? 12 : unit == Unit::decade ? 120 : 1200;
      if (count * months == std::floor(count * months)) return counted(Unit::month, count * months, shift, base);
    }
    if (base.grain < Grain::day) return std::nullopt;
    const auto day = days_away(base.base, unit, steps);
    return day ? std::optional(day_point(*day)) : std::nullopt;
  }
  const std::optional<Point> grained = enclosing(base, grain_of(unit));
  if (!grained) return std::nullopt;
  return stepped(*grained, static_cast<int>(steps) * (unit == Unit::millennium ? 10 : 1));
}

Resolution unresolved(const Tools& tools, const Expression& expression, double shift) {
  Resolution result;
  result.reason = "unanchored";
  if (expression.has(Field::unit) && grain_of(static_cast<Unit>(expression.whole(Field::unit))) > Grain::part)
    result.type = TimexType::time;
  const bool counts = expression.has(Field::count) || expression.has(Field::extra);
  if (counts && std::isnan(expression[Field::count])) {
    result.value = shift < 0 ? "PAST_REF" : "FUTURE_REF";
    result.reason = "reference";
  } else {
    result.value = generic_value(tools, expression);
  }
  return result;
}

/// "a year earlier", said of a quarter, is that quarter of the year before.
std::optional<Point> quarter_compared(const Expression& expression, double shift, const Context& context) {
  constexpr std::uint32_t near = 2;  // sentences
  if (context.narrative || !context.focus.quarter || shift >= 0 || !expression.has(Field::unit) ||
      static_cast<Unit>(expression.whole(Field::unit)) != Unit::year || !expression.has(Field::count) ||
      expression[Field::count] != 1 || expression.has(Field::extra) || context.focus.quarter_block != context.block ||
      context.sentence - context.focus.quarter_sentence > near)
    return std::nullopt;
  return stepped(*context.focus.quarter, -4);
}

/// "the quarter": the one that was spoken of, else the last that is over.
std::optional<Point> quarter_base(const Expression& expression, const Context& context) {
  if (expression.rule->base != Base::focus || !expression.has(Field::unit) ||
      static_cast<Unit>(expression.whole(Field::unit)) != Unit::quarter)
    return std::nullopt;
  if (context.focus.quarter) return context.focus.quarter;
  if (context.narrative || !context.anchor) return std::nullopt;
  const std::optional<Point> now = enclosing(*context.anchor, Grain::quarter);
  return now ? std::optional(stepped(*now, -1)) : std::nullopt;
}

/// "On 12 May she fell ill. She had moved there in 2010. That same day ...": a year told between does not hide the day of its paragraph.
std::optional<Point> day_told(const Expression& expression, const Context& context) {
  const Focus& focus = context.focus;
  constexpr std::uint32_t near = 3;  // sentences
  const bool near_by =
      focus.told_day && focus.told_block == context.block && context.sentence - focus.told_sentence <= near;
  return near_by && expression.rule->base == Base::focus ? focus.told_day : std::nullopt;
}

/// "It shook at 14:20. On the same day": which day that was the text did not say.
bool is_of_unknown_day(const Expression& expression, const Context& context) {
  return context.focus.day_unknown && !context.narrative && expression.rule->base == Base::focus &&
         expression.has(Field::unit) && static_cast<Unit>(expression.whole(Field::unit)) == Unit::day;
}

/// Said of a market on a day without one: the trading day, or the trading week, that is over.
Point trading(const Point& base, const Expression& expression) {
  if (expression.rule->direction != Direction::past || !expression.has(Field::unit) || base.grain < Grain::day)
    return base;
  const int weekday = iso_weekday(base.base);
  const auto unit = static_cast<Unit>(expression.whole(Field::unit));
  if (unit == Unit::day && weekday >= 6) return day_point(base.base - (weekday - 5));
  return unit == Unit::week && weekday == 1 ? day_point(base.base - 3) : base;
}

/// "the quarter ended 31 July" is the one that holds most of the three months up to then.
Point ended_on(const Point& base, const Expression& expression) {
  const bool quarter = expression.has(Field::unit) && static_cast<Unit>(expression.whole(Field::unit)) == Unit::quarter;
  return quarter && expression.rule->direction == Direction::past && base.grain >= Grain::day
             ? day_point(base.base - 45)
             : base;
}

}  // namespace

std::optional<Resolution> resolve_shift(const Tools& tools, const Expression& expression, const Resolution* outer,
                                        const Context& context) {
  const double shift = expression.has(Field::shift) ? expression[Field::shift] : 0;
  std::optional<Point> base = outer != nullptr ? outer->point : base_of(*expression.rule, shift, context);
  if (const auto quarter = outer == nullptr ? quarter_base(expression, context) : std::nullopt) base = quarter;
  const bool nameless = expression.given == std::uint64_t{1} << static_cast<unsigned>(Field::shift);  // "that time"
  if (nameless && !context.focus.last) base.reset();
  if (base && outer == nullptr && shift == 0 && !context.narrative) base = trading(*base, expression);
  if (base && outer != nullptr) base = ended_on(*base, expression);
  if (const auto quarter = quarter_compared(expression, shift, context); quarter && outer == nullptr) {
    Resolution result = resolved(quarter, "steps-back", context.focus.quarter);
    result.compared = true;
    return result;
  }
  if (context.narrative && shift == 0 && expression.rule->value == "PRESENT_REF") {  // "today" in a history
    Resolution result;
    result.value = expression.rule->value;
    result.reason = "reference";
    return result;
  }
  if (outer == nullptr && is_of_unknown_day(expression, context)) base.reset();
  if (!base) return unresolved(tools, expression, shift);
  std::optional<Point> point;
  const bool counts = expression.has(Field::count) || expression.has(Field::extra);
  const bool too_coarse =
      expression.has(Field::unit) && base->grain < grain_of(static_cast<Unit>(expression.whole(Field::unit)));
  if (const auto told = too_coarse ? day_told(expression, context) : std::nullopt)
    base = told;
  else if (too_coarse && shift == 0 && !context.narrative && context.anchor)
    base = context.anchor;  // "the end of the month" after "in 2009"
  if (expression.has(Field::unit)) {
    const auto unit = static_cast<Unit>(expression.whole(Field::unit));
    const double factor = expression.has(Field::factor) ? expression[Field::factor] : 1;
    if (counts) {
      const double count = (expression.has(Field::count) ? expression[Field::count] : 0) +
                           (expression.has(Field::extra) ? expression[Field::extra] : 0);
      point = counted(unit, count * factor, shift, *base);
    } else if (const auto grained = enclosing(*base, grain_of(unit))) {
      const int over = shift == 0 && outer == nullptr && is_over(expression, *base, context.tense) ? 1 : 0;
      point = stepped(*grained, static_cast<int>(shift * factor) + over);
    }
  } else if (nameless) {
    point = base;
  } else {
    point = shifted_name(tools, expression, static_cast<int>(shift), *base);
  }
  if (point && shift == 0) point = in_tense(*point, expression, *base, context.tense);
  if (!point) return unresolved(tools, expression, shift);
  if (expression.has(Field::part) || expression.has(Field::clock)) point = with_clock(tools, *point, expression);
  Resolution result = resolved(point, reason_of(shift), base);
  add_other_reading(expression, static_cast<int>(shift), *base, result);
  if (expression.rule->rolling && base->grain >= Grain::day) {
    const auto unit = static_cast<Unit>(expression.whole(Field::unit));
    if (const auto first = days_away(base->base, unit, -1)) result.edtf = iso_day(*first) + "/" + iso_day(base->base);
  }
  return result;
}

std::optional<Resolution> resolve_nth(const Expression& expression, const Resolution* outer) {
  if (outer == nullptr || !outer->point) return std::nullopt;
  const Point& whole = *outer->point;
  const DayInterval span = days(whole);
  const int nth = expression.has(Field::nth) ? expression.whole(Field::nth) : 1;
  if (expression.has(Field::weekday)) {
    const int weekday = expression.whole(Field::weekday);
    const DayNumber day = nth < 0 ? *span.last - (iso_weekday(*span.last) - weekday + 7) % 7
                                  : *span.first + (weekday - iso_weekday(*span.first) + 7) % 7 + 7 * (nth - 1);
    return day > *span.last ? std::nullopt : std::optional(resolved(day_point(day), "nth", outer->counted_from));
  }
  const auto unit = static_cast<Unit>(expression.whole(Field::unit));
  const Grain grain = grain_of(unit);
  if (grain <= whole.grain || grain > Grain::day) return std::nullopt;
  const std::optional<Point> first = enclosing(day_point(nth < 0 ? *span.last : *span.first), grain);
  if (!first) return std::nullopt;
  if (expression.has(Field::count)) {  // "the first three months of 2024": a length, with its place
    const double count = expression[Field::count];
    Resolution result;
    result.type = TimexType::duration;
    result.value = duration_text(unit, count);
    result.reason = "nth";
    result.counted_from = outer->counted_from;
    if (std::isnan(count) || count < 1 || count > 1000) return result;
    const int more = static_cast<int>(count) - 1;
    const Point begin = nth < 0 ? stepped(*first, -more) : *first, end = nth < 0 ? *first : stepped(*first, more);
    result.edtf = iso_day(*days(begin).first) + "/" + iso_day(*days(end).last);
    return result;
  }
  const Point point = nth < 0 ? *first : stepped(*first, nth - 1);
  if (days(point).first > span.last) return std::nullopt;
  return resolved(point, "nth", outer->counted_from);
}

}  // namespace dateline::time
