// What the lead of a report dates: its headline, hours told without a day, and what was said of the news.
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// By the day on which the first paragraph tells the news, at most a week before the publication:
/// - the headline, when the lead tells of the same people, a happening of that type, or says by its main verb
///   what happened then (basis: inferred);
/// - an hour that no sentence near gives a day ("at 2 a.m."), which else counts as one of the day of publication;
/// - what is quoted without a date from somebody who spoke of it: between that day and the publication (basis: bounded).
void date_by_lead(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction);

}  // namespace dateline
