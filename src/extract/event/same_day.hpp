// "On the same day", where no date but an event of the sentences before says which day that was.
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

/// Dates (basis: inferred) what the main clause of a sentence tells, and a participle on it, by the one day of the last sentence before it in its
/// paragraph that tells dated events, at most two back; only when the sentence has no other time.
void date_on_same_day(const MatchContext& context, EventLinks& links, Extraction& extraction);

}  // namespace dateline
