// Dates in words, for readers whose own formatting cannot say "a week" or "before".
#pragma once

#include <string>

#include "dateline/model/date.hpp"

namespace dateline {

/// "4 November 2024", "4 November 2024, 16:24 UTC", "November 2024", "28 October – 3 November 2024", "before 6 November
/// 2024", "summer 2024", "the 2010s", "43 BC". "" for a date without either end.
std::string display_date(const EventDate& date);

}  // namespace dateline
