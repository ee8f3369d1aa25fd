// What a paragraph goes on to tell of an older time: "In 2016 Norland held a referendum. 52 percent voted to leave."
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

/// Dates (basis: inferred) main-clause events in the simple past, in sentences without any time, by the one time of the main clause of the sentence before
/// in the same paragraph, whose day need not lie near the publication; one sentence without a time between them does not break this. Only more of
/// the same, or what comes with it at once (class `episode_event`): the turns of a life or of a firm's history follow each other by years.
void date_from_older_times(const MatchContext& context, EventLinks& links, Extraction& extraction);

}  // namespace dateline
