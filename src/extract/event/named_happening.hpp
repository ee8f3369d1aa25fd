// "The attack had killed twelve": what is told of a happening that the article dated happened on its day.
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// Dates (basis: inferred) what has no date and whose subject, or the phrase in which it happened, is a definite noun in the singular for a happening:
/// by the day near the publication that all dated events share which that noun can tell; not when these differ, when the noun has a time of its own, or
/// when it is told as another occasion ("the previous attack").
void date_by_named_happening(const MatchContext& context, const TimePlaces& places, EventLinks& links,
                             Extraction& extraction);

}  // namespace dateline
