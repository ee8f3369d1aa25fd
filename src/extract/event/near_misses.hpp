// Words that nearly told an event, for `dateline explain`.
#pragma once

#include <vector>

#include "extract/event/matcher.hpp"

namespace dateline {

/// One step a frame, for words that triggered nothing.
void explain_near_misses(const Matcher& matcher, const std::vector<Match>& matches, const MatchContext& on,
                         Extraction& extraction);

}  // namespace dateline
