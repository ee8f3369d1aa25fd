// What resources/en/text says, typed: abbreviations, contractions, hyphens, sentence openers, units.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "dateline/resources.hpp"

namespace dateline::text {

enum class Abbreviation { name, number, end };

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using WordSet = std::unordered_set<std::string, Hash, std::equal_to<>>;
template <class Value>
using WordMap = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

/// The most tokens that a contraction is split into.
inline constexpr std::size_t most_parts = 3;
using Parts = std::array<std::size_t, most_parts>;

struct Rules {
  /// Throws Error{resource} on a bad row.
  explicit Rules(const Resources& resources);

  WordMap<Abbreviation> abbreviations;  ///< as written, with the full stop
  std::vector<std::string> suffixes;    ///< "'s": folded, ASCII apostrophe, longest first
  WordMap<Parts> whole;                 ///< folded word -> sizes in code points of its parts
  WordSet elided;                       ///< "'til": folded, ASCII apostrophe
  WordSet prefixes;                     ///< "ex": folded
  WordSet seconds;                      ///< "based": folded
  WordSet openers;                      ///< "The"
  WordSet units;                        ///< "bn"
  std::size_t longest_word = 0;         ///< bytes of the longest form above; longer words are in no table
};

}  // namespace dateline::text
