// What each piece of an article is: its title, its prose, and what only stands around it.
#pragma once

#include <optional>
#include <vector>

#include "input/article/draft.hpp"
#include "input/article/facts.hpp"

namespace dateline::input {

struct Classified {
  std::vector<BlockKind> kinds;      ///< one for each piece
  std::optional<std::size_t> title;  ///< index of the piece that is the title
  std::size_t head_end = 0;          ///< index of the first piece of prose; the number of pieces when there is none
};

/// `draft.title` (when the container gave one) is looked for among the pieces.
Classified classified(const Draft& draft, const std::vector<Facts>& facts, const Rules& rules);

}  // namespace dateline::input
