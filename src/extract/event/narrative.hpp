// The thread of a report: what a sentence tells in the simple past without a date of its own happened when the sentence before it says.
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

/// Dates (basis: inferred) main-clause events in the simple past, and what speakers tell of themselves, in sentences without any time expression: by the one day on
/// which the sentence before tells its events. One sentence without a time between them, in the same paragraph, does not break the thread.
void date_from_thread(const MatchContext& context, const EventLinks& links, Extraction& extraction);

}  // namespace dateline
