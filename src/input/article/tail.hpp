// Where the article ends and its page goes on.
#pragma once

#include <vector>

#include "input/article/draft.hpp"
#include "input/article/facts.hpp"

namespace dateline::input {

/// Makes boilerplate of what stands behind the article: from the first piece that opens a tail, unless what follows it
/// plainly is article, and the short unfinished lines behind the last paragraph. Rather keeps a footer than loses a
/// paragraph.
void mark_tail(const std::vector<Facts>& facts, const std::vector<bool>& opens_tail, std::size_t head_end,
               std::vector<BlockKind>& kinds);

}  // namespace dateline::input
