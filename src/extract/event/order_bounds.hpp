// What is told only as before or after something else: "prices fell on Monday after the mine closed".
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// Bounds what nothing else has dated: by the clause that it is told to have come before ("fell in May after two died", "left on Monday, having sold
/// the house"), by the one that it came after ("resigned on Monday before he was charged"), and a death by the day on which it was announced.
void bound_by_order(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction);

}  // namespace dateline
