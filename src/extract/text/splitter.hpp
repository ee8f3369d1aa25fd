// Where sentences end.
#pragma once

#include <string_view>
#include <vector>

#include "extract/text/tokenizer.hpp"

namespace dateline::text {

/// For each sentence of a block, the index past its last piece; the last one is `pieces.size()`. Linear.
std::vector<std::size_t> sentence_ends(std::string_view text, const std::vector<Piece>& pieces, const Rules& rules);

}  // namespace dateline::text
