#include "extract/time/narrative.hpp"

#include <algorithm>

namespace dateline::time {

bool tells_history(const std::vector<int>& years, int deictic, const std::optional<Point>& anchor) {
  if (!anchor) return !years.empty();
  const auto old = std::count_if(years.begin(), years.end(), [&](int year) { return year < anchor->year - 2; });
  // A handful of old years stand in any news report as background; a history has many and hardly ever says "yesterday".
  return old >= 6 && old * 4 >= static_cast<long>(years.size()) * 3 && deictic * 5 <= old;
}

}  // namespace dateline::time
