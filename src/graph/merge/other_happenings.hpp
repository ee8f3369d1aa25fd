// What shows that two tellings tell of two happenings, beside who takes part and when.
#pragma once

#include "graph/merge/entities.hpp"
#include "graph/merge/tellings.hpp"

namespace dateline::merging {

/// "A gunman killed three people in a church. A gunman killed two in a bar.": told of somebody as if he were new, with another number.
bool counts_others(const Telling& earlier, const Telling& later);

/// "A hotel in Oslo", "a hotel in Bergen": the sentences name cities and none is in both, nor anybody known by name who takes part in both.
bool lies_elsewhere(const Telling& left, const Telling& right, const EntityTable& entities);

}  // namespace dateline::merging
