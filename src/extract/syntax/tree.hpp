// The best dependency tree for a table of scores.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline::syntax {

/// Working memory, to be used again.
struct TreeScratch {
  std::vector<float> open[2], closed[2];
  std::vector<std::int16_t> open_split, closed_split[2];
  /// A part of the chart that is still to be read.
  struct Item {
    int from, to, direction;
    bool open;
  };
  std::vector<Item> unread;
};

/// Heads of the best projective tree with exactly one root, by Eisner's algorithm: O(words^3) time, O(words^2) space.
/// `scores` has a row for each of `words` words and words + 1 columns: column 0 is the root, column h + 1 the word h.
/// The result holds a word's index or -1 for the root.
void best_tree(const std::vector<float>& scores, int words, TreeScratch& scratch, std::vector<std::int32_t>& heads);

}  // namespace dateline::syntax
