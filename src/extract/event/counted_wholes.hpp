// Of what a number may be a part: the counted noun before it.
#pragma once

#include <optional>
#include <vector>

#include "extract/event/counted_parts.hpp"

namespace dateline {

/// No whole stands further before its part than this many words; keeps odd text linear.
inline constexpr TokenIndex farthest_whole = 80;

/// Made for one document; holds references.
class CountedWholes {
 public:
  CountedWholes(const Document& document, const Extraction& extraction, const Tree& tree, const Classes& classes,
                const Numbers& numbers, const std::vector<bool>& in_time)
      : document_(document),
        extraction_(extraction),
        tree_(tree),
        classes_(classes),
        numbers_(numbers),
        in_time_(in_time) {}

  bool is_number(TokenIndex token) const { return tree_.upos(token) == Upos::NUM && !in_time_[token]; }
  /// One past a run of number words.
  TokenIndex number_end(TokenIndex begin) const;
  /// Its word that the others hang on.
  TokenIndex head_in(TokenIndex begin, TokenIndex end) const;
  std::optional<double> value_of(TokenIndex begin, TokenIndex end) const;

  /// What a part hangs on, to the left of the words that tell it.
  std::optional<TokenIndex> governor(TokenIndex begin, TokenIndex part) const;

  /// The noun of the nearest number before `begin` that is not smaller than `value` and belongs to the governor.
  std::optional<TokenIndex> find(TokenIndex begin, TokenIndex governor, double value,
                                 const std::vector<CountedPart>& parts) const;

 private:
  TokenIndex predicate_of(TokenIndex token) const;
  bool is_joined_below(TokenIndex clause, TokenIndex above) const;
  bool may_be_whole(TokenIndex noun, TokenIndex governor) const;
  TokenIndex counted_by(TokenIndex number) const;
  std::optional<double> most_of(TokenIndex token, TokenIndex& noun) const;

  const Document& document_;
  const Extraction& extraction_;
  const Tree& tree_;
  const Classes& classes_;
  const Numbers& numbers_;
  const std::vector<bool>& in_time_;
};

}  // namespace dateline
