// Where names may stand: maximal runs of capitalised words with the small words that join them.
#pragma once

#include <vector>

#include "extract/entity/page.hpp"
#include "extract/entity/rules.hpp"

namespace dateline::entity {

/// The runs of one sentence, in order. A run never crosses punctuation other than hyphens, initials and "&".
std::vector<Span> runs_of(const Page& page, const Rules& rules, Span sentence);

/// Whether the word's capital (or what stands in its place: "al-", "eBay") can belong to a name at all.
bool is_capital(const Page& page, std::uint32_t token);

}  // namespace dateline::entity
