// Relations of all documents, told of the merged entities.
#pragma once

#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/merge/entities.hpp"
#include "graph/merge/event_rules.hpp"
#include "graph/merge/evidence.hpp"

namespace dateline::merging {

/// One relation for each type, pair of entities and text, by id. Relations of an entity to itself are left out.
std::vector<Relation> merged_relations(const Readings& readings, const EntityTable& entities, const EventRules& rules,
                                       const Quotes& quotes);

}  // namespace dateline::merging
