// Whom a surname alone means, where several people of a document bear it.
#pragma once

#include <optional>

#include "extract/entity/cast.hpp"

namespace dateline::entity {

/// The names of a document in their order, their words, and the members that those before the one asked for stand for.
struct NamesSoFar {
  const Page& page;
  const std::vector<NameMention>& names;
  const std::vector<std::vector<std::string>>& words;
  const std::vector<std::uint32_t>& member_of;
};

/// Of several persons of one surname the one whom the name at `i` means; nothing when that is open.
std::optional<std::uint32_t> person_meant(const NamesSoFar& so_far, std::size_t i,
                                          const std::vector<std::uint32_t>& candidates);

}  // namespace dateline::entity
