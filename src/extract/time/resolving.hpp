// The parts of resolution that files of this folder share.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "extract/time/resolver.hpp"

namespace dateline::time {

struct Tools {
  const Lexicon& lexicon;
  const Holidays& holidays;
  const std::function<bool(const std::string&)>& has_word;
};

/// What has fields of its own: "4 November", "Monday", "the 1990s", "Christmas 1914".
std::optional<Resolution> resolve_on(const Tools& tools, const Expression& expression, const Resolution* outer,
                                     const Context& context);
/// What counts from somewhere: "last week", "two days later", "yesterday", "next Friday".
std::optional<Resolution> resolve_shift(const Tools& tools, const Expression& expression, const Resolution* outer,
                                        const Context& context);
/// "the last Friday of this month", "the first three weeks of May".
std::optional<Resolution> resolve_nth(const Expression& expression, const Resolution* outer);

/// Fills type, value and edtf from the point.
Resolution written(Resolution resolution);

/// A day with the clock or the part of the day that the expression gives.
Point with_clock(const Tools& tools, Point day, const Expression& expression);
/// A clock or part of a day on a day that is not known.
Resolution generic_clock(const Tools& tools, const Expression& expression, Resolution resolution);
/// "XXXX-WXX-1", "XXXX-05-04", "XXXX-XX-XXTMO": the value of what has no place on the calendar.
std::string generic_value(const Tools& tools, const Expression& expression);

/// The holiday of the expression in a year; nothing when no country fits or the year is not known.
std::optional<Point> holiday_point(const Tools& tools, const Expression& expression, int year);

/// The day that lies `count` units from a day; half years and the like are rounded to months and days.
std::optional<DayNumber> days_away(DayNumber day, Unit unit, double count);

/// Where relative expressions of this rule count from; nothing when nothing is known.
/// Without a focus, what lies ahead of it (`shift` above 0) is not known; what lies behind counts from the publication.
std::optional<Point> base_of(const Rule& rule, double shift, const Context& context);

}  // namespace dateline::time
