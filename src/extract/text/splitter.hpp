// Where sentences end.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "extract/text/tokenizer.hpp"

namespace dateline::text {

/// Has the last word on whether a sentence that began at piece `begin` ends before piece `next`; `rule` is what the rules
/// say.
using Decide = std::function<bool(std::size_t next, std::size_t begin, bool rule)>;

/// For each sentence of a block, the index past its last piece; the last one is `pieces.size()`. Linear when `decide` takes
/// constant time. Without `decide` the rules decide.
std::vector<std::size_t> sentence_ends(std::string_view text, const std::vector<Piece>& pieces, const Rules& rules,
                                       const Decide& decide = {});
/// The same into `ends`, whose memory is used again.
void sentence_ends(std::string_view text, const std::vector<Piece>& pieces, const Rules& rules, const Decide& decide,
                   std::vector<std::size_t>& ends);

}  // namespace dateline::text
