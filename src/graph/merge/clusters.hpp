// Which tellings are one happening.
#pragma once

#include <optional>
#include <vector>

#include "graph/merge/agreement.hpp"
#include "graph/merge/companions.hpp"

namespace dateline::merging {

/// Groups of indices into `tellings`, each sorted, in order of their first. Joins the surest pairs first and never a
/// pair of groups that clash, so the result does not depend on the order of the documents. stories[document]: documents
/// related by what they speak of; those that share a dated happening are added.
std::vector<std::vector<std::uint32_t>> happenings(const std::vector<Telling>& tellings, const EntityTable& entities,
                                                   const EventRules& rules,
                                                   std::vector<std::vector<std::uint32_t>> stories,
                                                   const std::vector<std::optional<DayNumber>>& published);

}  // namespace dateline::merging
