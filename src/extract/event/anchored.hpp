// "Three days after the attack": once events are dated, what counts from them is, and dates in turn what it says.
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"
#include "extract/time/event_anchor.hpp"

namespace dateline {

/// Dates the time expressions of Extraction::event_anchors whose happening is an event of this document with one day, month or year: the
/// event on those words, or the only one of its kind told before when the words are a definite noun ("the attack"). Then gives undated events
/// that such an expression hangs on its date (basis: inferred). And the other way round: a happening without a date is so long before what is told with it ("on Friday, two days after ...").
void date_from_events(const Matcher& matcher, const MatchContext& on, EventLinks& links, const TimePlaces& places,
                      const time::EventAnchors& anchors, Extraction& extraction);

}  // namespace dateline
