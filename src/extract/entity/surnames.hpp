// Whom a surname alone means, where several people of a document bear it.
#pragma once

#include <functional>
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

/// Of persons who have the name at `i` before their surname the one it means: the only one, if it begins his name (`first`) or he was named in full
/// before ("Tan" is not "Mary Tan Hughes" of whom nobody has heard yet); of several who went by it alone, or was just named.
std::optional<std::uint32_t> given_name_of(const NamesSoFar& so_far, std::size_t i,
                                           const std::vector<std::uint32_t>& candidates,
                                           const std::function<bool(std::uint32_t)>& first);

}  // namespace dateline::entity
