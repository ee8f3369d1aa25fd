// How the events of a document lie to one another in time, as its words say: "arrested after he attacked", "came as", "ahead of talks".
#pragma once

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/temporal_rules.hpp"

namespace dateline {

/// Fills EventMention::temporal. Only between what is told as happened or planned, never between a speech act and what it speaks of, and
/// never against the dates that the two have. Runs last: events must not be removed after it.
void link_in_time(const TemporalRules& rules, const Matcher& matcher, const MatchContext& on, const EventLinks& links,
                  Extraction& extraction);

}  // namespace dateline
