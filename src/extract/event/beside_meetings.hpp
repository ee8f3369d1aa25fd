// What happens beside a meeting: "The meeting came as the premier visited Oslo."
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

/// Dates (basis: inferred) what is told beside a meeting by the day of the meeting that the report is about, its first.
void date_beside_meetings(const MatchContext& context, EventLinks& links, Extraction& extraction);

}  // namespace dateline
