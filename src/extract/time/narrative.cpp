#include "extract/time/narrative.hpp"

namespace dateline::time {

bool tells_history(const Leanings& leanings) {
  // A handful of old years stand in any news report as background. A history has many, and either nothing of today at all, or so
  // much that leans on the years told that a stray "today" in a quotation does not count.
  const int today = leanings.current_years + leanings.deictic;
  if (today == 0) return leanings.old_years >= 4;
  return leanings.old_years >= 7 && (leanings.yearless >= 5 && today * 5 <= leanings.old_years + leanings.yearless);
}

}  // namespace dateline::time
