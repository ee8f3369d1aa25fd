// Random numbers that are the same everywhere (the distributions of <random> differ between libraries).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace dateline::train {

/// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  /// 0 to 1, 1 left out.
  float unit() { return static_cast<float>(next() >> 40) * 0x1p-24F; }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

  template <class Item>
  void shuffle(std::vector<Item>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace dateline::train
