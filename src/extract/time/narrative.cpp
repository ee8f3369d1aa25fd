#include "extract/time/narrative.hpp"

namespace dateline::time {

bool tells_history(const Leanings& leanings) {
  // A handful of old years stand in any news report as background. A history has many, and either nothing of today at all, or so
  // much that leans on the years told that a stray "today" in a quotation does not count.
  if (leanings.old_years < 7) return false;
  const int today = leanings.current_years + leanings.deictic;
  return today == 0 || (leanings.yearless >= 5 && today * 5 <= leanings.old_years + leanings.yearless);
}

}  // namespace dateline::time
