// The runs of one sentence taken apart into names: titles, known names, heads, the tagger's borders.
#pragma once

#include <vector>

#include "extract/entity/name_kinds.hpp"

namespace dateline::entity {

/// Appends the names of a sentence whose capitals mean something, from left to right, not overlapping.
void read_sentence(const Page& page, const Rules& rules, const Evidence& evidence, Span sentence,
                   std::vector<NameMention>& names);

}  // namespace dateline::entity
