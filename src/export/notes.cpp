#include "export/notes.hpp"

#include <algorithm>

namespace dateline {

std::string counted(std::size_t count, std::string_view thing) {
  return std::to_string(count) + " " + std::string(thing) + (count == 1 ? "" : "s");
}

bool has_place_in_time(const Event& event) { return event.date && (event.date->days.first || event.date->days.last); }

std::size_t undated(const Knowledge& knowledge) {
  return knowledge.events.size() -
         static_cast<std::size_t>(std::count_if(knowledge.events.begin(), knowledge.events.end(), has_place_in_time));
}

}  // namespace dateline
