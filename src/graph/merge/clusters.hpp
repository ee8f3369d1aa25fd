// Which tellings are one happening.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/merge/agreement.hpp"
#include "graph/merge/companions.hpp"

namespace dateline::merging {

/// What joining asks of the documents; beside each other.
struct DocumentFacts {
  std::vector<std::optional<DayNumber>> published;
  std::vector<std::string> origins;                 ///< the same for documents of one report
  std::vector<std::vector<std::uint32_t>> stories;  ///< documents related by what they speak of; ascending
};

/// Groups of indices into `tellings`, each sorted, in order of their first. Joins the surest pairs first and never a
/// pair of groups that clash, so the result does not depend on the order of the documents. Documents that share a dated
/// happening are of one story, too.
std::vector<std::vector<std::uint32_t>> happenings(const std::vector<Telling>& tellings, const EntityTable& entities,
                                                   const EventRules& rules, const DocumentFacts& documents);

}  // namespace dateline::merging
