// Which nodes have a Wikidata item by their own names, and which come apart over it.
#pragma once

#include <vector>

#include "graph/merge/entity_nodes.hpp"

namespace dateline::merging {

/// Only who is known by a table or by name, and by more than one word of a person's name unless the items have that word first.
/// A name that is of several items comes apart by the countries of those who bear it; who has none is undecided. In order of first
/// member.
std::vector<EntityNode> with_items(const std::vector<EntityNode>& nodes, const Readings& readings,
                                   const NameRules& rules, const Items& items);

}  // namespace dateline::merging
