// Words of the lines that say what was left out.
#pragma once

#include <string>
#include <string_view>

#include "dateline/model/knowledge.hpp"

namespace dateline {

/// "1 event", "3 events".
std::string counted(std::size_t count, std::string_view thing);

/// A date with at least one end.
bool has_place_in_time(const Event& event);
std::size_t undated(const Knowledge& knowledge);

}  // namespace dateline
