// Two words of one sentence: one telling, or two.
#pragma once

#include "graph/merge/tellings.hpp"

namespace dateline::merging {

bool same_sentence(const Telling& a, const Telling& b);

/// Whether both name the same people, or one names a single person who is in the other as well.
bool one_names_all(const Telling& a, const Telling& b);

/// "Neither confirmed nor denied", "was recorded in the bay and had a magnitude of 4": two words of one sentence about the same are one telling.
bool told_twice(const Telling& a, const Telling& b, const EventRules& rules);

}  // namespace dateline::merging
