// Numbers that are told as parts of others: "500 soldiers, 120 of them to the north".
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/merge/tellings.hpp"

namespace dateline::merging {

/// Fills Telling::number: which tellings are never one event with which others, and the counts of those.
void tell_parts_apart(std::vector<Telling>& tellings);

/// Fills Event::part_of: the event that most tellings of the part name, of equals the first; never in a circle. `event_of`: the event
/// that each telling became.
void link_parts(std::vector<Event>& events, const std::vector<std::uint32_t>& event_of,
                const std::vector<Telling>& tellings);

}  // namespace dateline::merging
