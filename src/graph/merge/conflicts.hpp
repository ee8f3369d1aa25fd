// Where the tellings of one event do not agree.
#pragma once

#include <vector>

#include "graph/merge/tellings.hpp"

namespace dateline::merging {

/// tellings[i] is the event's i-th evidence. Dates that do not overlap, numbers that differ in one role, and a status
/// that another telling contradicts; fields in that order.
std::vector<Conflict> conflicts(const std::vector<const Telling*>& tellings);

/// All amounts, each value of a role once, in the order of the tellings.
std::vector<Amount> united_amounts(const std::vector<const Telling*>& tellings);

/// The strongest that the tellings support; a denial does not weaken what others assert or claim.
Status united_status(const std::vector<const Telling*>& tellings);

}  // namespace dateline::merging
