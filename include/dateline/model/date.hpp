// Dates as the text gives them: EDTF (ISO 8601-2: level 1, with the seasons, quarters and halves of level 2) and the closed
// interval of days that they denote. https://www.loc.gov/standards/datetime/
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Days since 1970-01-01, proleptic Gregorian calendar.
using DayNumber = std::int32_t;

enum class Precision {
  minute,
  hour,
  day,
  week,
  month,
  season,
  quarter,
  year,
  decade,
  century,
  interval,
  before,
  after
};
std::string_view name(Precision precision);
std::optional<Precision> precision_named(std::string_view text);

/// Closed interval of days; a missing end is open or unknown.
struct DayInterval {
  std::optional<DayNumber> first;
  std::optional<DayNumber> last;
  bool operator==(const DayInterval&) const = default;
};

/// A date that EDTF can write, read once.
struct EdtfDate {
  DayInterval days;
  Precision precision = Precision::day;
};

/// Reads "2024", "2024-06", "2024-11-04", "2024-11-04T16:24Z", "2024-22" (seasons 21-24, quarters 33-36, halves 40-41), "201X", "19XX",
/// "-0043-03-15", "a/b", "../b", "a/..", "2024-W44" (not EDTF; ISO 8601 week, accepted), with ~ ? %. Nothing for anything else.
std::optional<EdtfDate> parse_edtf(std::string_view text);

/// "2024-11-04"; years before 0 and after 9999 with a sign ("-0043-03-15").
std::string iso_day(DayNumber day);
/// Nothing unless it is a real day of the proleptic Gregorian calendar.
std::optional<DayNumber> day_number(int year, int month, int day);
struct CivilDay {
  int year, month, day;
};
CivilDay civil(DayNumber day);
/// 1 = Monday ... 7 = Sunday (ISO 8601).
int iso_weekday(DayNumber day);

/// How a date was come by.
enum class Basis { stated, inferred, bounded };
std::string_view name(Basis basis);
std::optional<Basis> basis_named(std::string_view text);

struct DateAlternative {
  std::string edtf;
  std::string why;
  bool operator==(const DateAlternative&) const = default;
};

/// When something happened: the value at the precision of the text, and why.
struct EventDate {
  std::string edtf;
  DayInterval days;
  Precision precision = Precision::day;
  Basis basis = Basis::stated;
  std::vector<DateAlternative> alternatives;
  bool operator==(const EventDate&) const = default;
};

/// An EventDate from EDTF text; nothing when the text is not EDTF.
std::optional<EventDate> event_date(std::string_view edtf, Basis basis);

}  // namespace dateline
