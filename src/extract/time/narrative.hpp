// Whether a text tells a history: then its dates lean on each other, not on the day it was published.
#pragma once

#include <optional>
#include <vector>

#include "extract/time/point.hpp"

namespace dateline::time {

/// `years` are those that the text writes out; `deictic` counts expressions that lean on the publication date
/// ("yesterday", "last week").
bool tells_history(const std::vector<int>& years, int deictic, const std::optional<Point>& anchor);

}  // namespace dateline::time
