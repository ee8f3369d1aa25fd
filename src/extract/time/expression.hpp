// What a rule read from the words, before it is resolved against a date.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace dateline::time {

/// Parts of an expression that readings and rules fill in.
enum class Field : std::uint8_t {
  date,  ///< year * 10000 + month * 100 + day, all given
  year,
  yy,       ///< year of a century to be found
  stem,     ///< year whose century `yy` takes (1957-58)
  decade,   ///< 199 for the 1990s; below 10 without its century ("the nineties")
  century,  ///< ordinal: 17 for the 17th
  month,
  day,      ///< of the month
  weekday,  ///< 1 Monday .. 7 Sunday
  season,   ///< 1 spring .. 4 winter
  quarter,
  half,
  weekend,
  part,        ///< index into Lexicon::parts
  clock,       ///< seconds after midnight
  precise,     ///< 0 hour, 1 minute, 2 second: how exact the clock is
  hour,        ///< read into clock
  minute,      ///< read into clock
  meridiem,    ///< 0 a.m., 12 p.m.
  zone,        ///< index into Lexicon::zones
  until,       ///< month at the other end of a range: a later month is of the year before (November to February 2017)
  month_day,   ///< month * 100 + day, read into both (in the American order unless only the other one is a day)
  month_year,  ///< month * 10000 + year, read into both
  holiday,     ///< index into Lexicon::holiday_names
  unit,        ///< Unit
  factor,      ///< units that one count means (fortnight 2)
  count,       ///< NaN when vague
  extra,       ///< added to the count ("and a half")
  shift,       ///< steps: -1 last, 0 this, +1 next; with a count, its sign
  era,         ///< 1 before the era
  nth,         ///< -1 the last
  outer,       ///< index of the expression that this one lies in
  none,        ///< read and dropped
  size_
};

enum class Unit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  week,
  weekend,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century,
  millennium
};

enum class Op : std::uint8_t {
  none,   ///< a negative rule: these words are no time expression
  on,     ///< the fields say where; what is missing comes from the context
  shift,  ///< `shift` units from the base ("last week", "three years ago")
  nth,    ///< the n-th unit or weekday of an outer expression
  same,   ///< the outer expression with a modifier or a part of the day
  bound,  ///< from the start of the outer one to the anchor, or from the anchor to its end ("earlier this year")
  duration,
  set,
  event,     ///< one unit beside a happening, which its words name ("the day after the vote")
  reference  ///< PAST_REF and its like
};

/// From where relative expressions count.
enum class Base : std::uint8_t { anchor, focus };
/// Which way an expression without a year or week looks.
enum class Direction : std::uint8_t { automatic, past, future, nearest, same };

struct Rule;

struct Expression {
  const Rule* rule = nullptr;
  std::array<double, static_cast<std::size_t>(Field::size_)> values{};
  std::uint64_t given = 0;  ///< bits by Field

  bool has(Field field) const { return given >> static_cast<unsigned>(field) & 1u; }
  double operator[](Field field) const { return values[static_cast<std::size_t>(field)]; }
  int whole(Field field) const { return static_cast<int>(values[static_cast<std::size_t>(field)]); }
  void set(Field field, double value) {
    values[static_cast<std::size_t>(field)] = value;
    given |= std::uint64_t{1} << static_cast<unsigned>(field);
  }
};

}  // namespace dateline::time
