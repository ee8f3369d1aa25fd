#include <cmath>

#include "extract/time/resolving.hpp"

namespace dateline::time {
namespace {

using MakePoint = std::function<std::optional<Point>(int year)>;

std::optional<Point> month_day(int year, int month, int day) {
  const std::optional<DayNumber> number = day_number(year, month, day);
  return number ? std::optional(day_point(*number)) : std::nullopt;
}

Resolution resolved(std::optional<Point> point, Reason reason) {
  Resolution result;
  result.point = std::move(point);
  result.reason = reason;
  return written(std::move(result));
}

/// A year that the text wrote shortly before and that is not the publication's: a passage about that year.
std::optional<int> passage_year(const Context& context) {
  const Focus& focus = context.focus;
  if (!focus.explicit_year || focus.year_block != context.block || context.sentence - focus.year_sentence > 1)
    return std::nullopt;
  if (context.anchor && *focus.explicit_year >= context.anchor->year) return std::nullopt;
  return focus.explicit_year;
}

/// The year after the one in focus when the date would else lie well before what was told last.
std::optional<Resolution> in_running_year(const MakePoint& make, int year, const Context& context) {
  std::optional<Point> point = make(year);
  if (!point) return std::nullopt;
  const std::optional<Point>& last = context.focus.last;
  constexpr DayNumber much = 240;  // a smaller step back is a look back, a larger one the next year
  if (last && last->grain >= Grain::season && *days(*point).last + much < *days(*last).first) {
    if (const std::optional<Point> next = make(year + 1)) point = next;
  }
  Resolution result = resolved(point, "running-year");
  result.counted_from = last ? last : std::optional(year_point(year));
  return result;
}

/// "Fans could vote on May 25", said on 30 May: nobody means the one a year ahead without saying so.
bool is_stale(const Point& past, const Point& future, const DayInterval& now) {
  return past.grain >= Grain::day && *now.first - *days(past).last < 120 && *days(future).first - *now.last > 240;
}

/// The year that fits best to the publication date.
std::optional<Resolution> near_anchor(const MakePoint& make, Direction direction, const Context& context) {
  const Point& anchor = *context.anchor;
  const DayInterval now = days(anchor);
  std::optional<Point> past, future, here;
  for (int year = anchor.year - 4; year <= anchor.year + 4; ++year) {  // four: 29 February
    const std::optional<Point> point = make(year);
    if (!point) continue;
    const DayInterval span = days(*point);
    if (*span.last < *now.first)
      past = point;
    else if (*span.first > *now.last)
      future = future ? future : point;
    else
      here = point;
  }
  Resolution result;
  if (here) {
    result = resolved(here, "same");
  } else if (direction == Direction::future && !(past && future && is_stale(*past, *future, now))) {
    result = resolved(future, "future");
  } else if (direction == Direction::past || !future) {
    result = resolved(past, "past");
  } else if (!past) {
    result = resolved(future, "future");
  } else {
    const DayNumber back = *now.first - *days(*past).last, ahead = *days(*future).first - *now.last;
    const bool exact = past->grain >= Grain::day || past->grain == Grain::season;
    const bool past_fits = direction == Direction::nearest ? back <= ahead
                           : exact                         ? back <= ahead * 3
                           : past->grain == Grain::quarter ? back <= ahead
                                                           : back <= 31 * 10 || ahead > 31;
    result = resolved(past_fits ? past : future, past_fits ? "past" : "future");
    result.alternatives.push_back({edtf(past_fits ? *future : *past), past_fits ? "future" : "past"});
  }
  if (!result.point) return std::nullopt;
  result.counted_from = anchor;
  return result;
}

/// "In June 1944 it left port. In August it sank": a passage that goes on from a date of a year long past.
bool goes_on(const Point& point, const Context& context) {
  constexpr DayNumber most = 200;
  constexpr int long_past = 2;
  const std::optional<Point>& last = context.focus.last;
  if (context.focus.framed && *context.focus.explicit_year + long_past <= context.anchor->year) return true;
  if (!last || last->grain < Grain::month || last->year + long_past > context.anchor->year) return false;
  return *days(point).first >= *days(*last).first && *days(point).first - *days(*last).last <= most;
}

/// What lies this near to the publication is what the report is about, whatever year it spoke of a sentence ago.
bool is_recent(const Point& point, const Point& anchor) {
  constexpr DayNumber near = 60;
  return *days(point).last + near >= *days(anchor).first && *days(point).first <= *days(anchor).last + near;
}

/// "Monday, 4 November": the weekday tells a neighbouring year when it fits there and not here.
Resolution with_weekday(const Expression& expression, const MakePoint& make, Resolution near, const Point& anchor) {
  if (!expression.has(Field::weekday) || !near.point || near.point->grain < Grain::day) return near;
  const int weekday = expression.whole(Field::weekday);
  if (iso_weekday(near.point->base) == weekday) return near;
  for (const int year : {anchor.year, anchor.year - 1, anchor.year + 1}) {
    const std::optional<Point> point = make(year);
    if (!point || iso_weekday(point->base) != weekday) continue;
    Resolution result = resolved(point, "weekday-fits");
    result.counted_from = anchor;
    return result;
  }
  return near;
}

/// A date whose year the text leaves out.
std::optional<Resolution> in_some_year(const Tools& tools, const Expression& expression, const MakePoint& make,
                                       const Context& context) {
  if (context.narrative) {
    if (context.running_year) {
      if (const std::optional<Point> point = make(*context.running_year)) {
        Resolution result = resolved(point, "running-year");
        result.counted_from = year_point(*context.running_year);
        return result;
      }
    }
    if (context.focus.last) return in_running_year(make, context.focus.last->year, context);
  } else {
    const Direction direction =
        expression.rule->direction != Direction::automatic ? expression.rule->direction : context.tense;
    std::optional<Resolution> near = context.anchor ? near_anchor(make, direction, context) : std::nullopt;
    const std::optional<int> year = passage_year(context);
    const std::optional<Point> then = year ? make(*year) : std::nullopt;
    const bool told_on = then && context.anchor && direction != Direction::nearest && goes_on(*then, context);
    if (year && direction != Direction::future && (told_on || !(near && is_recent(*near->point, *context.anchor))))
      return in_running_year(make, *year, context);
    if (near) return with_weekday(expression, make, std::move(*near), *context.anchor);
  }
  Resolution result;
  result.value = generic_value(tools, expression);
  result.reason = "unanchored";
  return result.value.empty() ? std::nullopt : std::optional(result);
}

std::optional<Resolution> on_weekday(const Tools& tools, const Expression& expression, const Context& context) {
  const int wanted = expression.whole(Field::weekday);
  const std::optional<Point> base = context.narrative ? context.focus.day : context.anchor;
  Resolution result;
  if (!base || base->grain < Grain::day) {
    result.value = generic_value(tools, expression);
    result.reason = "unanchored";
    return result;
  }
  const DayNumber now = base->base;
  const int back = (iso_weekday(now) - wanted + 7) % 7, ahead = (wanted - iso_weekday(now) + 7) % 7;
  const Direction direction =
      expression.rule->direction != Direction::automatic ? expression.rule->direction : context.tense;
  const bool future =
      context.narrative || direction == Direction::future || (direction == Direction::nearest && ahead < back);
  result = resolved(day_point(back == 0 ? now
                              : future  ? now + ahead
                                        : now - back),
                    back == 0 ? "same"
                    : future  ? "future"
                              : "past");
  if (back != 0 && (direction == Direction::automatic || direction == Direction::nearest) && !context.narrative)
    result.alternatives.push_back({iso_day(future ? now - back : now + ahead), future ? "past" : "future"});
  result.counted_from = base;
  return result;
}

std::optional<Resolution> on_weekend(const Tools& tools, const Expression& expression, const Context& context) {
  Resolution result;
  const std::optional<Point> base = context.narrative ? context.focus.day : context.anchor;
  if (!base || base->grain < Grain::day) {
    result.value = generic_value(tools, expression);
    result.reason = "unanchored";
    return result;
  }
  const int weekday = iso_weekday(base->base);
  const bool future = context.tense == Direction::future || context.tense == Direction::nearest;
  result = resolved(weekend_point(weekday >= 6 || future ? base->base : base->base - 7), weekday >= 6 ? "same"
                                                                                         : future     ? "future"
                                                                                                      : "past");
  result.counted_from = base;
  return result;
}

/// "the 20th": the month of what was told last, else the nearest one that fits the tense.
std::optional<Resolution> on_day_of_month(const Tools& tools, const Expression& expression, const Context& context) {
  const int day = expression.whole(Field::day);
  const Focus& focus = context.focus;
  const bool told =
      focus.last && focus.last->grain >= Grain::month && (context.narrative || focus.block == context.block);
  if (told) {
    if (const auto point = month_day(focus.last->year, focus.last->month, day)) {
      Resolution result = resolved(point, "month-in-focus");
      result.counted_from = focus.last;
      return result;
    }
  }
  if (context.narrative || !context.anchor || context.anchor->grain < Grain::day) {
    Resolution result;
    result.value = generic_value(tools, expression);
    result.reason = "unanchored";
    return result;
  }
  const Point now = month_point(context.anchor->year, context.anchor->month);
  const bool future = context.tense == Direction::future || context.tense == Direction::nearest;
  const int months = expression.has(Field::weekday) ? 14 : 2;  // every weekday has its 13th within fourteen months
  for (int steps = 0; steps <= months; ++steps) {
    const Point month = stepped(now, future ? steps : -steps);
    const auto point = month_day(month.year, month.month, day);
    if (point && expression.has(Field::weekday) && iso_weekday(point->base) != expression.whole(Field::weekday))
      continue;
    if (!point || (future ? point->base < context.anchor->base : point->base > context.anchor->base)) continue;
    Resolution result = resolved(point, future ? "future" : "past");
    result.counted_from = context.anchor;
    return result;
  }
  return std::nullopt;
}

std::optional<Resolution> on_clock(const Tools& tools, const Expression& expression, const Context& context) {
  const Focus& focus = context.focus;
  std::optional<Point> day;
  constexpr std::uint32_t near = 2;  // sentences of one paragraph that go on about the same day
  const bool told = context.anchor && focus.block == context.block && context.sentence - focus.sentence <= near &&
                    focus.day && is_recent(*focus.day, *context.anchor);
  if (focus.day && (context.narrative || told || focus.sentence == context.sentence))
    day = focus.day;
  else if (!context.narrative && context.anchor && context.anchor->grain >= Grain::day)
    day = enclosing(*context.anchor, Grain::day);
  const bool part_alone = expression.has(Field::part) && !expression.has(Field::clock);
  if (!day || (part_alone && !context.narrative && !(focus.day && focus.sentence == context.sentence)))
    return generic_clock(tools, expression, {});
  Resolution result = resolved(with_clock(tools, *day, expression), "day-in-focus");
  result.counted_from = day;
  result.guessed = day != focus.day;
  return result;
}

int year_of(const Expression& expression, const Context& context) {
  if (expression.has(Field::year)) {
    const int year = expression.whole(Field::year);
    return expression.has(Field::era) ? 1 - year : year;
  }
  const int yy = expression.whole(Field::yy);
  if (expression.has(Field::stem)) return expression.whole(Field::stem) / 100 * 100 + yy;
  if (context.narrative && context.focus.last && context.focus.last->grain >= Grain::year) {
    const int century = context.focus.last->year / 100 * 100;
    return century + yy;
  }
  const int now = context.anchor ? context.anchor->year : 2000;
  const int guess = now / 100 * 100 + yy;
  return guess > now + 10 ? guess - 100 : guess;
}

MakePoint maker(const Tools& tools, const Expression& expression) {
  const auto field = [expression](Field name) { return expression.whole(name); };
  if (expression.has(Field::holiday))
    return [&tools, expression](int year) { return holiday_point(tools, expression, year); };
  if (expression.has(Field::month) && expression.has(Field::day))
    return [=](int year) { return month_day(year, field(Field::month), field(Field::day)); };
  if (expression.has(Field::month))
    return [=](int year) { return std::optional(month_point(year, field(Field::month))); };
  if (expression.has(Field::season))
    return [=](int year) { return std::optional(season_point(year, field(Field::season))); };
  if (expression.has(Field::quarter)) {
    const int quarter = field(Field::quarter) < 0 ? 4 : field(Field::quarter);
    return [=](int year) {
      return quarter >= 1 && quarter <= 4 ? std::optional(quarter_point(year, quarter)) : std::nullopt;
    };
  }
  if (expression.has(Field::half)) {
    const int half = field(Field::half) < 0 ? 2 : field(Field::half);
    return [=](int year) { return half >= 1 && half <= 2 ? std::optional(half_point(year, half)) : std::nullopt; };
  }
  return nullptr;
}

std::optional<Resolution> on_long_time(const Expression& expression, const Context& context) {
  if (expression.has(Field::century)) {
    const int century = expression.whole(Field::century);
    return century < 1 || century > 40
               ? std::nullopt
               : std::optional(resolved(century_point(expression.has(Field::era) ? -century : century - 1), "stated"));
  }
  if (expression.has(Field::decade)) return resolved(decade_point(expression.whole(Field::decade)), "stated");
  return resolved(year_point(year_of(expression, context)), "stated");
}

/// "1140 a.m." and "25:10" are no times.
bool has_clock_of_a_day(const Expression& expression) {
  if (!expression.has(Field::clock)) return true;
  const double limit = (expression.has(Field::meridiem) ? 13 : 25) * 3600;
  return expression[Field::clock] >= 0 && expression[Field::clock] < limit;
}

/// With the clock that the expression may give beside its day.
std::optional<Resolution> clocked(const Tools& tools, const Expression& expression, std::optional<Resolution> result) {
  if (!result || !(expression.has(Field::part) || expression.has(Field::clock))) return result;
  if (!result->point || result->point->grain < Grain::day) return generic_clock(tools, expression, std::move(*result));
  result->point = with_clock(tools, *result->point, expression);
  return written(std::move(*result));
}

std::optional<Resolution> on_date(const Tools& tools, const Expression& expression, const Resolution* outer,
                                  const Context& context) {
  if (expression.has(Field::date)) {
    const int packed = expression.whole(Field::date);
    return resolved(month_day(packed / 10000, packed / 100 % 100, packed % 100), "stated");
  }
  const std::optional<Point> within = outer != nullptr ? outer->point : std::nullopt;
  if (outer != nullptr && !within) return std::nullopt;
  if (const MakePoint make = maker(tools, expression)) {
    const bool year_given = expression.has(Field::year) || expression.has(Field::yy) || within;
    if (!year_given) return in_some_year(tools, expression, make, context);
    const bool before = expression.has(Field::until) && expression.whole(Field::month) > expression.whole(Field::until);
    const std::optional<Point> point = make((within ? within->year : year_of(expression, context)) - (before ? 1 : 0));
    return point ? std::optional(resolved(point, "stated")) : std::nullopt;
  }
  if (within && within->grain == Grain::week && expression.has(Field::weekday))
    return resolved(day_point(within->base + expression.whole(Field::weekday) - 1), "stated");
  if (within && within->grain == Grain::month && expression.has(Field::day)) {
    const auto point = month_day(within->year, within->month, expression.whole(Field::day));
    return point ? std::optional(resolved(point, "stated")) : std::nullopt;
  }
  if (expression.has(Field::day)) return on_day_of_month(tools, expression, context);
  if (expression.has(Field::weekday)) return on_weekday(tools, expression, context);
  if (expression.has(Field::weekend)) return on_weekend(tools, expression, context);
  if (expression.has(Field::century) || expression.has(Field::decade) || expression.has(Field::year) ||
      expression.has(Field::yy))
    return on_long_time(expression, context);
  return on_clock(tools, expression, context);
}

}  // namespace

std::optional<Resolution> resolve_on(const Tools& tools, const Expression& expression, const Resolution* outer,
                                     const Context& context) {
  if (!has_clock_of_a_day(expression)) return std::nullopt;
  std::optional<Resolution> result = on_date(tools, expression, outer, context);
  if (!result || (result->value.empty() && !result->point)) return std::nullopt;
  return clocked(tools, expression, std::move(result));
}

}  // namespace dateline::time
