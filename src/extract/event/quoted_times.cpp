#include "extract/event/quoted_times.hpp"

namespace dateline {

bool is_time_quoted(const Match& match, std::uint32_t time, const MatchContext& on) {
  const auto first = static_cast<TokenIndex>(on.extraction.time_tokens[time].begin);
  const Quotation* quotation = on.quotations.of(first);
  if (!quotation) return false;
  const Quotation* own = on.quotations.of(match.trigger);
  const bool said = match.frame->type->speech && (match.told_by || !own);
  return said || (quotation->verb == match.trigger && own != quotation);
}

}  // namespace dateline
