// Which documents speak of the same people and things, so that a short name in one may be explained by another.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline::merging {

class Companions {
 public:
  /// named[document]: the entities known by name in it, any order.
  explicit Companions(std::vector<std::vector<std::uint32_t>> named);

  /// Whether two documents share named entities enough, `besides` left out. What stands in many documents weighs
  /// little.
  bool related(std::uint32_t left, std::uint32_t right, std::uint32_t besides) const;

  /// Documents that share rare entities, by entity: at most `most` for each document, ascending.
  std::vector<std::vector<std::uint32_t>> stories(std::size_t most) const;

 private:
  double weight(std::uint32_t entity) const;

  std::vector<std::vector<std::uint32_t>> named_;  ///< sorted, unique
  std::vector<std::uint32_t> documents_with_;      ///< by entity
  std::size_t common_;                             ///< an entity of more documents than this is common
};

}  // namespace dateline::merging
