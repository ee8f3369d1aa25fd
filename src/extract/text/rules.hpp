// What resources/en/text says, typed: abbreviations, contractions, hyphens, sentence openers, units.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "dateline/base/word_map.hpp"
#include "dateline/resources.hpp"

namespace dateline::text {

enum class Abbreviation { name, number, end };

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
