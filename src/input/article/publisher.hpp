// Who published a text, by its copyright line.
#pragma once

#include <string>
#include <vector>

#include "input/article/facts.hpp"

namespace dateline::input {

/// The owner in the first copyright line among the boilerplate: "SNN" of "© 2024 SNN. All Rights Reserved"; "" for
/// none.
std::string publisher_in(const std::vector<Facts>& facts, const std::vector<BlockKind>& kinds, const Rules& rules);

}  // namespace dateline::input
