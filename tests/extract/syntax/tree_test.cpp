#include "extract/syntax/tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace dateline::syntax {
namespace {

using Heads = std::vector<std::int32_t>;

bool is_tree(const Heads& heads) {
  if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    std::size_t steps = 0;
    for (std::int32_t at = heads[i]; at >= 0; at = heads[static_cast<std::size_t>(at)]) {
      if (++steps > heads.size()) return false;
    }
  }
  return true;
}

/// Whether no two arcs cross, the root's arc not counted.
bool is_projective(const Heads& heads) {
  const auto count = static_cast<std::int32_t>(heads.size());
  for (std::int32_t a = 0; a < count; ++a) {
    for (std::int32_t b = 0; b < count; ++b) {
      const std::int32_t x = heads[static_cast<std::size_t>(a)], y = heads[static_cast<std::size_t>(b)];
      if (x < 0 || y < 0) continue;
      const auto [from, to] = std::minmax(a, x);
      const bool inside = from < b && b < to, head_outside = y < from || y > to;
      if (inside && head_outside) return false;
    }
    // Nothing may span the root.
    const std::int32_t head = heads[static_cast<std::size_t>(a)];
    if (head < 0) continue;
    for (std::int32_t r = std::min(a, head) + 1; r < std::max(a, head); ++r) {
      if (heads[static_cast<std::size_t>(r)] < 0) return false;
    }
  }
  return true;
}

float score_of(const std::vector<float>& scores, const Heads& heads) {
  float sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i)
    sum += scores[i * (heads.size() + 1) + static_cast<std::size_t>(heads[i] + 1)];
  return sum;
}

/// The best of all trees, one by one.
float best_by_search(const std::vector<float>& scores, int words) {
  Heads heads(static_cast<std::size_t>(words), -1);
  float best = -1e30F;
  for (;;) {
    if (is_tree(heads) && is_projective(heads)) best = std::max(best, score_of(scores, heads));
    std::size_t i = 0;
    while (i < heads.size() && ++heads[i] == words) heads[i++] = -1;
    if (i == heads.size()) return best;
  }
}

TEST_CASE("the best tree is the best of all trees with one root") {
  TreeScratch scratch;
  Heads heads;
  std::uint32_t state = 12345;
  for (int words = 1; words <= 5; ++words) {
    for (int trial = 0; trial < 20; ++trial) {
      std::vector<float> scores;
      for (int i = 0; i < words * (words + 1); ++i) {
        state = state * 1664525U + 1013904223U;
        scores.push_back(-static_cast<float>(state >> 20) / 256.0F);
      }
      best_tree(scores, words, scratch, heads);
      REQUIRE(is_tree(heads));
      CHECK(is_projective(heads));
      CHECK(score_of(scores, heads) == doctest::Approx(best_by_search(scores, words)));
    }
  }
}

TEST_CASE("no words, no tree") {
  TreeScratch scratch;
  Heads heads{3};
  best_tree({}, 0, scratch, heads);
  CHECK(heads.empty());
}

}  // namespace
}  // namespace dateline::syntax
