// What the lead of a report dates: its headline, hours told without a day, and what was said of the news.
#pragma once

#include <optional>

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// By the day on which the first paragraph tells the news, at most a week before the publication:
/// - the headline, when the lead tells of the same people, a happening of that type, or says by its main verb
///   what happened then (basis: inferred); not a deed told in a clause on a noun, which is older;
/// - an hour that no sentence near gives a day ("at 2 a.m."), which else counts as one of the day of publication;
/// - what is quoted without a date from somebody who spoke of it: on the one day on which the report tells that person to have spoken (basis:
///   inferred), else between the day of the news and the publication (basis: bounded).
/// An hour told in a paragraph of another year loses the day that it was only guessed to be on.
void date_by_lead(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction);

/// The day on which the first paragraph tells the news; nothing when it names none in the week before the publication.
std::optional<EventDate> day_of_news(const MatchContext& context, const TimePlaces& places, EventLinks& links,
                                     Extraction& extraction);

/// "Shares fell on the news": what is told without a date as an effect of the news happened on its day (basis: inferred).
void date_effects_of_news(const MatchContext& context, const TimePlaces& places, EventLinks& links,
                          Extraction& extraction);

}  // namespace dateline
