// Whom a text is about when its title is a person's name: biographies call that person by the surname alone.
#pragma once

#include <optional>

#include "extract/entity/cast.hpp"

namespace dateline::entity {

/// "Oskar Brandt (chemist)": the person, when the text speaks of a "Brandt"; nothing for a title of another kind.
std::optional<Member> person_of_title(const Page& page, const Rules& rules, const std::vector<NameMention>& names,
                                      const std::vector<std::vector<std::string>>& words);

}  // namespace dateline::entity
