// Whether two rulings told one after the other are of one court.
#pragma once

#include "extract/event/matcher.hpp"

namespace dateline {

/// "The lower court ruled on Monday. The top court decided the case": what another one decides comes on a day of its own. One that is
/// known by name and one that is not may be the same: "a federal judge ruled. Judge Hale found", "the High Court ruled. The London-based court said".
bool is_of_another_court(const MatchContext& context, const EventMention& before, TokenIndex trigger,
                         const EventMention& told);

}  // namespace dateline
