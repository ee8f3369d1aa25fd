// Who holds which post, as relations tell it: "the Norwegian foreign minister" is the person known to hold that post.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/merge/entity_nodes.hpp"

namespace dateline::merging {

inline constexpr std::string_view holds_position = "holds_position";  ///< the relation that tells of a post

/// One telling that the entity of a node holds a post.
struct Post {
  std::uint32_t holder = 0;  ///< node
  std::uint32_t of = 0;      ///< node of the country or body
  std::uint32_t document = 0;
  std::vector<std::string> title;  ///< in plain words
};

/// In the order of documents.
std::vector<Post> posts(const Readings& readings, const std::vector<EntityNode>& nodes);

/// Whether somebody called `said` may be the one who is known as `known`: the same title, or its last words, as "minister" of
/// "foreign minister" but not "president" of "former president".
bool same_title(const std::vector<std::string>& said, const std::vector<std::string>& known, const WordUses& words);

}  // namespace dateline::merging
