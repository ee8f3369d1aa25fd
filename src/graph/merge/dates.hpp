// One date from the dates of several tellings.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dateline/model/date.hpp"

namespace dateline::merging {

/// The most precise date that agrees with most tellings: dates that overlap narrow each other, those that do not become
/// alternatives, for the reason `disagrees`. Nothing when nothing is given. The same for the same dates in any order.
std::optional<EventDate> combined_date(std::vector<EventDate> dates, const std::string& disagrees);

/// Whether some day is in both.
bool overlap(const DayInterval& left, const DayInterval& right);

}  // namespace dateline::merging
