// Which pairs of tellings are worth comparing: those of one type or family of types that share somebody, near in time or in related
// documents. Bounded, so that many tellings of much-named people do not become a comparison of all with all.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "graph/merge/entities.hpp"
#include "graph/merge/tellings.hpp"

namespace dateline::merging {

using Pairs =
    std::vector<std::pair<std::uint32_t, std::uint32_t>>;  ///< indices of tellings, the smaller first; sorted, unique

/// Pairs dated to a year or better that are near in time, and pairs within one document.
Pairs near_pairs(const std::vector<Telling>& tellings, const EntityTable& entities, const EventRules& rules);

/// Tellings of different documents in the same words, a long sentence or one of documents that copy each other. origins[document]: the
/// same for documents of one report.
Pairs copied_pairs(const std::vector<Telling>& tellings, const std::vector<std::string>& origins);

/// Tellings of different documents in the same words around the trigger: sentences that one took over from the other and edited.
Pairs edited_pairs(const std::vector<Telling>& tellings);

/// Pairs of related documents, dated or not. stories[document]: the documents related to it.
Pairs story_pairs(const std::vector<Telling>& tellings, const EntityTable& entities, const EventRules& rules,
                  const std::vector<std::vector<std::uint32_t>>& stories);

/// A telling that points back and the tellings of its type not far before it in its document.
Pairs back_pairs(const std::vector<Telling>& tellings);

}  // namespace dateline::merging
