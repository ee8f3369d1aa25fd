// The thread of a report: what a sentence tells in the simple past without a date of its own happened when the sentence before it says.
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

/// Dates (basis: inferred) main-clause events in the simple past whose sentence has no time expression from the sentence just before in the same paragraph, when
/// that one tells its main event with a stated day.
void date_from_thread(const MatchContext& context, const EventLinks& links, Extraction& extraction);

}  // namespace dateline
