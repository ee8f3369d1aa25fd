// Who took part in a happening, from all its tellings.
#pragma once

#include <optional>
#include <vector>

#include "graph/merge/agreement.hpp"

namespace dateline::merging {

/// Each entity once, in the role of `type` that most tellings give it; who is named only in place of somebody more definite (a
/// country for its president, "the minister" for the minister) is left out. In the order of the type's roles, then by
/// entity.
std::vector<Participant> united_participants(const std::vector<const Telling*>& tellings, const EventType* type,
                                             const EntityTable& entities, const EventRules& rules);

/// The place that most tellings name; of equals the more precise kind.
std::optional<std::uint32_t> united_place(const std::vector<const Telling*>& tellings, const EntityTable& entities);

}  // namespace dateline::merging
