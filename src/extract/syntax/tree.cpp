#include "extract/syntax/tree.hpp"

#include <algorithm>

namespace dateline::syntax {
namespace {

constexpr float impossible = -1e30F;
enum Direction { head_left, head_right };

/// Spans of words [from, to]: "open" ones end with an arc between their ends, "closed" ones have all children of their head.
class Chart {
 public:
  Chart(const std::vector<float>& scores, int words, TreeScratch& scratch)
      : scores_(scores), words_(words), scratch_(scratch) {
    const auto size = static_cast<std::size_t>(words) * static_cast<std::size_t>(words);
    for (int side = 0; side < 2; ++side) {
      scratch.open[side].assign(size, impossible);
      scratch.closed[side].assign(size, impossible);
      scratch.closed_split[side].assign(size, 0);
    }
    scratch.open_split.assign(size, 0);
    for (int i = 0; i < words; ++i) scratch.closed[head_left][at(i, i)] = scratch.closed[head_right][at(i, i)] = 0;
  }

  void fill() {
    for (int width = 1; width < words_; ++width) {
      for (int from = 0; from + width < words_; ++from) fill_span(from, from + width);
    }
  }

  void read(std::vector<std::int32_t>& heads) const {
    int root = 0;
    float best = impossible * 2;
    for (int word = 0; word < words_; ++word) {
      const float score =
          scratch_.closed[head_right][at(0, word)] + scratch_.closed[head_left][at(word, words_ - 1)] + arc(-1, word);
      if (score > best) {
        best = score;
        root = word;
      }
    }
    heads[static_cast<std::size_t>(root)] = -1;
    walk({0, root, head_right, false}, heads);
    walk({root, words_ - 1, head_left, false}, heads);
  }

 private:
  std::size_t at(int from, int to) const {
    return static_cast<std::size_t>(from) * static_cast<std::size_t>(words_) + static_cast<std::size_t>(to);
  }
  float arc(int head, int word) const {
    return scores_[static_cast<std::size_t>(word) * static_cast<std::size_t>(words_ + 1) +
                   static_cast<std::size_t>(head + 1)];
  }

  void fill_span(int from, int to) {
    float best = impossible * 2;
    int split = from;
    for (int middle = from; middle < to; ++middle) {
      const float score =
          scratch_.closed[head_left][at(from, middle)] + scratch_.closed[head_right][at(middle + 1, to)];
      if (score > best) {
        best = score;
        split = middle;
      }
    }
    scratch_.open_split[at(from, to)] = static_cast<std::int16_t>(split);
    scratch_.open[head_left][at(from, to)] = best + arc(from, to);
    scratch_.open[head_right][at(from, to)] = best + arc(to, from);
    close(from, to);
  }

  void close(int from, int to) {
    for (int middle = from + 1; middle <= to; ++middle) {
      const float score = scratch_.open[head_left][at(from, middle)] + scratch_.closed[head_left][at(middle, to)];
      keep(head_left, from, to, middle, score);
    }
    for (int middle = from; middle < to; ++middle) {
      const float score = scratch_.closed[head_right][at(from, middle)] + scratch_.open[head_right][at(middle, to)];
      keep(head_right, from, to, middle, score);
    }
  }

  void keep(Direction direction, int from, int to, int middle, float score) {
    if (score <= scratch_.closed[direction][at(from, to)]) return;
    scratch_.closed[direction][at(from, to)] = score;
    scratch_.closed_split[direction][at(from, to)] = static_cast<std::int16_t>(middle);
  }

  /// Follows the splits back. The stack is at most twice as deep as there are words.
  void walk(TreeScratch::Item first, std::vector<std::int32_t>& heads) const {
    std::vector<TreeScratch::Item>& stack = scratch_.unread;
    stack.assign(1, first);
    while (!stack.empty()) {
      const TreeScratch::Item item = stack.back();
      stack.pop_back();
      if (item.from == item.to) continue;
      if (item.open) {
        heads[static_cast<std::size_t>(item.direction == head_left ? item.to : item.from)] =
            item.direction == head_left ? item.from : item.to;
        const int split = scratch_.open_split[at(item.from, item.to)];
        stack.push_back({item.from, split, head_left, false});
        stack.push_back({split + 1, item.to, head_right, false});
        continue;
      }
      const int split = scratch_.closed_split[item.direction][at(item.from, item.to)];
      stack.push_back({item.from, split, item.direction, item.direction == head_left});
      stack.push_back({split, item.to, item.direction, item.direction == head_right});
    }
  }

  const std::vector<float>& scores_;
  int words_;
  TreeScratch& scratch_;
};

}  // namespace

void best_tree(const std::vector<float>& scores, int words, TreeScratch& scratch, std::vector<std::int32_t>& heads) {
  heads.assign(static_cast<std::size_t>(words), -1);
  if (words < 2) return;
  Chart chart(scores, words, scratch);
  chart.fill();
  chart.read(heads);
}

}  // namespace dateline::syntax
