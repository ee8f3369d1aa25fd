// Events of numbers that are told as parts of others: of the same type as the whole, with their own number, places and time.
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/counted_parts.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/standing.hpp"

namespace dateline {

/// Adds a match for each part of a number that an event among the matches counts; a verb of the part's own that tells the same type takes
/// what it lacks. The matches stay in text order.
void add_part_events(const std::vector<CountedPart>& parts, const Frames& frames, const Matcher& matcher,
                     const MatchContext& on, std::vector<Match>& matches);

/// The word that tells the type of an event: of a part that no verb of its own tells, the trigger of its whole.
inline TokenIndex telling_word(const Match& match) {
  return match.part_of && !match.part_of->own_frame ? match.part_of->whole : match.trigger;
}

/// A part of a number stands as its whole does; where a verb of its own tells it, at most as firmly as that.
Standing standing_of(const Match& match, const std::vector<Match>& matches, const StandingReader& standings);

/// Points each part to its whole (EventMention::part_of); what is no event leaves no parts.
void link_parts(const std::vector<Match>& matches, const Document& document, EventLinks& links, Extraction& extraction);

/// "Sent 500 soldiers in May, 120 of them to the north": a part without a time of its own has that of its whole.
void date_parts(EventLinks& links, Extraction& extraction);

}  // namespace dateline
