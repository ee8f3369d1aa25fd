// Sets and maps of words, asked with views: no string is built to look one up.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace dateline {

struct WordHash {
  using is_transparent = void;
  /// Eight bytes at a time, inline: words are short, and several tables are asked for each.
  std::size_t operator()(std::string_view text) const {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // 2^64 over the golden ratio
    std::uint64_t hash = text.size();
    for (std::size_t at = 0; at < text.size(); at += sizeof hash) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, std::min(sizeof word, text.size() - at));
      hash = (hash ^ word) * odd;
      hash ^= hash >> 32;
    }
    return static_cast<std::size_t>(hash);
  }
};
using WordSet = std::unordered_set<std::string, WordHash, std::equal_to<>>;
template <class Value>
using WordMap = std::unordered_map<std::string, Value, WordHash, std::equal_to<>>;

}  // namespace dateline
