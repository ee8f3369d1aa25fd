// What shows that two tellings tell of two happenings, beside who takes part and when.
#pragma once

#include <vector>

#include "graph/merge/agreement.hpp"
#include "graph/merge/entities.hpp"
#include "graph/merge/tellings.hpp"

namespace dateline::merging {

/// "A gunman killed three people in a church. A gunman killed two in a bar.": told of somebody as if he were new, with another number.
bool counts_others(const Telling& earlier, const Telling& later);

/// "A gunman killed dozens. He killed 42 in a mosque. Eight died in another.": whether two tellings of one document, one on each side, are such; a
/// telling without a number is no bridge between them.
bool any_counts_others(const Happening& left, const Happening& right, const std::vector<Telling>& tellings);

/// "A hotel in Oslo", "a hotel in Bergen": the sentences name cities and none is in both, nor anybody known by name who takes part in both.
bool lies_elsewhere(const Telling& left, const Telling& right, const EntityTable& entities);

}  // namespace dateline::merging
