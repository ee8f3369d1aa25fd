// What prepositions make of dates and lengths of time.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/model/date.hpp"
#include "dateline/resources.hpp"

namespace dateline {

/// What a preposition makes of a date: "since" opens it to the right; of a length of time: "for a week" is elapsed, "within a week"
/// lies ahead; "to" ends what "from" began, "between" begins a pair. Rows of resources/en/event/time_prepositions.tsv.
enum class TimeBound { from, to, end, pair, elapsed, ahead };

class TimeBounds {
 public:
  /// Throws Error{resource} on a bad row.
  explicit TimeBounds(const Resources& resources);
  std::optional<TimeBound> find(std::string_view preposition) const;

 private:
  std::map<std::string, TimeBound, std::less<>> bounds_;
};

/// A TIMEX3 duration of one unit: "P2W", "PT48H".
struct Length {
  int count = 0;
  char unit = 'D';  ///< D, M (months) or Y; hours and weeks are read as days
};

/// Nothing for durations of several units, of hours that make no days, or of unknown length.
std::optional<Length> length_of(std::string_view timex_value);

/// EDTF of the day, month or year that lies so long before a day.
std::string before(DayNumber day, const Length& length);

}  // namespace dateline
