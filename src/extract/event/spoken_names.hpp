// How a text speaks of somebody: by name, or by a noun that it takes as known.
#pragma once

#include <string>

#include "extract/event/matcher.hpp"

namespace dateline {

/// The first mention of an entity by its name; null for none.
const EntityMention* name_mention(std::uint32_t entity, const MatchContext& on);

/// "Norway", "the Coastal Bank": a name as the text gives it, with the article that it has there; of people the full name.
std::string name_in_text(std::uint32_t entity, const MatchContext& on);

/// "The company", "police": how the text speaks of those without a name that it takes as known; "" for none.
std::string definite_in_text(std::uint32_t entity, const MatchContext& on);

}  // namespace dateline
