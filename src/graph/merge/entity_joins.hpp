// Which nodes are one entity: persons by full name, by a short name or a post where only one can be meant, others by
// acronym.
#pragma once

#include <vector>

#include "graph/merge/entity_nodes.hpp"
#include "graph/merge/groups.hpp"

namespace dateline::merging {

Groups join_entities(const std::vector<EntityNode>& nodes, const NameRules& rules, const Readings& readings);

/// Entities that documents share tell of related stories; countries and what only one document knows do not.
bool tells_story(const EntityNode& node);

}  // namespace dateline::merging
