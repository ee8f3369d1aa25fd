// Dates and times as people write them at the head of an article, found in a line and turned into EDTF.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/span.hpp"
#include "input/date/calendar_words.hpp"

namespace dateline::input {

/// A time of day; the zone when the text names one.
struct Clock {
  int hour = 0, minute = 0;
  std::optional<Zone> zone;
};

/// What a run of a line says of a date. At least one of `month` and `clock` is there.
struct WrittenDate {
  int year = 0;   ///< 0 when not said
  int month = 0;  ///< 0 when only a time of day is said
  int day = 0;    ///< 0 when only month and year are said
  std::optional<Clock> clock;
  Span bytes;              ///< in the line
  bool ambiguous = false;  ///< 05/11/2024: day and month may be exchanged

  bool has_day() const { return year != 0 && day != 0; }
};

/// All of a line, left to right, not overlapping. Reads at most the first 2,000 bytes.
std::vector<WrittenDate> dates_in(std::string_view line, const CalendarWords& words);

/// "2024-11-09T16:24Z" when there are a day and a clock with its zone, else "2024-11-09", "2024-11", or "" without a
/// year.
std::string edtf_of(const WrittenDate& date);

/// A machine's date: ISO 8601, or as feeds write it (RFC 822), or EDTF; "" when it is none.
std::string edtf_of_stamp(std::string_view stamp, const CalendarWords& words);

/// The day in a path such as /2024/11/04/title, /2024/nov/04/ or 2024-11-04-title.txt; nothing when there is none, or
/// more than one.
std::optional<WrittenDate> date_in_path(std::string_view path, const CalendarWords& words);

}  // namespace dateline::input
