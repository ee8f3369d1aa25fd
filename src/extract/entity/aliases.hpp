// Second names that a text itself gives somebody: "Ada Finch, better known as Ada Lark".
#pragma once

#include <vector>

#include "extract/entity/name_finder.hpp"

namespace dateline::entity {

struct Alias {
  std::size_t of = 0, name = 0;  ///< in the list of names
  bool better_known = false;     ///< it is what the person is called
};

/// Those of persons.
std::vector<Alias> find_aliases(const Page& page, const Rules& rules, const std::vector<NameMention>& names);

}  // namespace dateline::entity
