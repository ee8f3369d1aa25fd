// Events from groups of tellings: what they say together, where they differ, and the words they rest on.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/merge/addressed.hpp"
#include "graph/merge/agreement.hpp"
#include "graph/merge/evidence.hpp"
#include "graph/merge/labels.hpp"

namespace dateline::merging {

/// What assembling an event looks things up in.
struct Sources {
  const Readings& readings;
  const std::vector<DocumentInfo>& documents;
  const EntityTable& entities;
  const EventRules& rules;
  const Labels& labels;
  const Quotes& quotes;
  const Addressed& addressed;
};

/// One event for each group, in the canonical order of Knowledge.
std::vector<Event> merged_events(const std::vector<Telling>& tellings,
                                 const std::vector<std::vector<std::uint32_t>>& groups, const Sources& sources);

}  // namespace dateline::merging
