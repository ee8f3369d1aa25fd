// The thread of a report: what is told in the simple past without a date of its own happened when the main clause before it says.
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// Dates (basis: inferred) main-clause events in the simple past, and what speakers tell of themselves: in sentences without any time expression by the one
/// day on which the sentence before tells its events, or has its main verb; one sentence without a time between them, in the same paragraph, does not break the thread.
/// Inside a sentence, a clause joined to a dated one ("two died in Monday's crash; six were hurt") happened on its day.
void date_from_thread(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction);

}  // namespace dateline
