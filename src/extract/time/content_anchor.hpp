// From which day an article's relative dates count: not always from its publication, when it retells or reprints an older report.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "dateline/model/date.hpp"

namespace dateline::time {

/// A day that the text names by its weekday.
struct WeekdaySaid {
  std::uint32_t sentence = 0;
  DayNumber day = 0;  ///< counted from the publication
  bool last = false;  ///< "last Friday"; else "Friday" alone, of the past
};

/// A length of time that stands in the text ("for a week").
struct LengthSaid {
  std::uint32_t sentence = 0;
  DayNumber days = 0;
};

/// "Yesterday", counted from the publication, and the date that the text puts beside it.
struct NamedDay {
  DayNumber counted = 0, named = 0;
};

/// The day before publication that all of these agree on as the one the text was written on; nothing when it is none, or further back than a
/// year and a half.
std::optional<DayNumber> day_written(const std::vector<NamedDay>& days, DayNumber published);

/// Where a "last Friday" really lies.
struct Moved {
  std::size_t which = 0;  ///< of the weekdays
  DayNumber anchor = 0, day = 0;
  bool length_agrees = false;  ///< with a length of time in the same sentence
};

/// Whoever writes on a Saturday does not say "Monday" for five days ago and "last Tuesday" for four. When a plain weekday of the week of
/// publication lies further back than what is called last, the text was written on that plain day, and "last" is before it.
std::vector<Moved> content_anchor(const std::vector<WeekdaySaid>& weekdays, const std::vector<LengthSaid>& lengths,
                                  DayNumber published);

}  // namespace dateline::time
