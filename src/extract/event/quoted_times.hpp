// Times inside direct speech, which say nothing of when it was said.
#pragma once

#include "extract/event/matcher.hpp"

namespace dateline {

/// "'In 2011 it is time to go,' she said", "Hale posted online: 'Today we won'": whether a time stands in what an event says, or in the quotation that
/// the verb of an event brings.
bool is_time_quoted(const Match& match, std::uint32_t time, const MatchContext& on);

}  // namespace dateline
