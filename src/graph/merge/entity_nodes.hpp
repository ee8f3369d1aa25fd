// The entities of all documents, those alike to the letter put together: what entity resolution starts from.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/merge/items.hpp"
#include "graph/merge/names.hpp"

namespace dateline::merging {

using Readings = std::vector<const Reading*>;

/// How far an entity may be known from.
enum class Reach {
  table,   ///< a resource row knows it
  name,    ///< by its name, in any document
  phrase,  ///< by its normalised phrase and country, in any document
  local    ///< only in its document
};

struct EntityNode {
  std::string key;  ///< what members share; with its kind the identity of the node
  Reach reach = Reach::local;
  EntityKind kind = EntityKind::other;
  std::string country;
  PersonName person;                                             ///< for persons known by name
  std::string plain;                                             ///< for others known by name
  std::vector<std::pair<std::uint32_t, std::uint32_t>> members;  ///< document, local entity; in order
  std::set<std::string> short_names;                             ///< single folded words seen as names of it
  const Item* item = nullptr;                                    ///< what a user's table gives to its name
  std::set<const Item*> could_be;                                ///< where the table has several for its name
};

/// In order of first member. What only its document knows is one over documents of one report that tell it in the same words;
/// a name that is of two items, or of an item and of somebody in another country, has a node for each.
/// origins[document]: the same for documents of one report.
std::vector<EntityNode> entity_nodes(const Readings& readings, const NameRules& rules, const Items& items,
                                     const std::vector<std::string>& origins);

/// Puts a local entity to the members of a node.
void add_member(EntityNode& node, const LocalEntity& entity, std::uint32_t document, std::uint32_t local,
                const NameRules& rules);

}  // namespace dateline::merging
