// Disjoint groups of numbers (union-find). The smallest member is the root, so that groups do not depend on the order
// of joins.
#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace dateline::merging {

class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0u); }

  std::uint32_t root(std::uint32_t member) {
    while (parent_[member] != member) member = parent_[member] = parent_[parent_[member]];
    return member;
  }

  /// The root of the joined group.
  std::uint32_t join(std::uint32_t left, std::uint32_t right) {
    left = root(left), right = root(right);
    if (right < left) std::swap(left, right);
    return parent_[right] = left;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace dateline::merging
