// The news of the day: what a report opens with and gives no day.
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// "Airline orders 20 jets", "the firm has announced ...", and in the sentence under such a headline "a museum opened in Lima": when the report has
/// a headline, and neither its headlines nor the first paragraph that tells an event name a day near the publication, what they tell as
/// past by main clauses happened on the day of publication (basis: inferred). What is told as of an earlier time ("already", "had
/// signed", a clause beside it) is left alone.
void date_opening(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction);

}  // namespace dateline
