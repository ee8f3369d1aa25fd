// Who is who over all documents.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/merge/entity_nodes.hpp"
#include "graph/merge/names.hpp"

namespace dateline::merging {

/// What the comparison of tellings asks of an entity.
struct Profile {
  Reach reach = Reach::local;
  bool vague = false;  ///< says too little to tell it from another
  bool bare = false;   ///< a body or a place called by one common word ("the company"): could be any of its kind
  bool city = false;   ///< a city that a table knows: it lies in no other
  enum class Sex { unknown, male, female } sex = Sex::unknown;  ///< by the words that somebody without a name is called
  std::vector<std::string> heads;  ///< what its phrases are about ("minister", "volunteers"), sorted
  std::vector<std::string> marks;  ///< words with a capital in its phrases ("norwegian"), in plain words, sorted
};

struct EntityTable {
  std::vector<Entity> entities;                ///< by id
  std::vector<Profile> profiles;               ///< beside entities
  std::vector<std::vector<std::uint32_t>> of;  ///< [document][local entity]: index into entities
};

/// origins[document]: the same for documents of one report.
EntityTable resolve_entities(const Readings& readings, const NameRules& rules, const Items& items,
                             const std::vector<std::string>& origins);

}  // namespace dateline::merging
