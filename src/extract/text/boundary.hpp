// A learned judge of the gaps between tokens: where web text and headings end sentences without a full stop, and where
// a stop does not end one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/text/tokenizer.hpp"

namespace dateline::text {

/// How often a text goes on in lower case behind a full stop: edited prose hardly ever does.
enum class Style : std::uint8_t { edited, mostly_edited, mixed, lower };
Style style_of(std::string_view text);

/// The tokens of one block as the judge sees them.
class Gaps {
 public:
  Gaps() = default;
  Gaps(std::string_view text, const std::vector<Piece>& pieces, Style style) { look_at(text, pieces, style); }
  /// Another block; the memory is used again.
  void look_at(std::string_view text, const std::vector<Piece>& pieces, Style style);

  /// Whether the gap before piece `next` may be judged. Between two lower-case words nothing ends, abbreviations are left
  /// to the rules, and in edited prose no sentence begins in lower case.
  bool open(std::size_t next) const;
  /// Whether the text looks edited: then what the rules end stays ended.
  bool edited() const { return style_ == Style::edited || style_ == Style::mostly_edited; }
  /// What the weights are chosen by, in `bits` bits each: the gap before piece `next`, in a sentence that began at piece
  /// `begin`; `rule` is what the rules say. `next` is above `begin` and below the number of pieces.
  void features(std::size_t next, std::size_t begin, bool rule, std::uint32_t bits,
                std::vector<std::uint32_t>& out) const;

 private:
  enum class Look : std::uint8_t;
  struct Seen {
    Look look;
    std::uint32_t word;  ///< hash of the folded word, digits alike
  };
  static bool is_shortened(Look look);
  Seen seen(std::string_view text, Role role) const;
  const Seen& at(std::size_t i) const { return seen_[i + 2]; }

  std::vector<Seen> seen_;            ///< two edges, the pieces, three edges
  std::vector<std::uint32_t> stops_;  ///< index of the next full stop at or behind each piece
  std::vector<bool> glued_;           ///< no white space before the piece
  Style style_ = Style::edited;
  bool ends_stopped_ = false;
};

/// Trained weights: `resources/en/text/boundaries.bin` (written by dateline-train --boundaries).
class BoundaryModel {
 public:
  /// Throws Error{resource} when the bytes are no such model; no bytes, no judge.
  explicit BoundaryModel(std::string_view bytes);
  bool empty() const { return weights_.empty(); }
  /// Whether the gap ends a sentence. `scratch` saves an allocation for every gap.
  bool ends(const Gaps& gaps, std::size_t next, std::size_t begin, bool rule,
            std::vector<std::uint32_t>& scratch) const;

 private:
  std::string_view weights_;  ///< one signed byte each
  std::uint32_t bits_ = 0;
  std::int32_t threshold_ = 0, edited_threshold_ = 0;
};

/// Sums of weights that a boundary must exceed: in any text, and in edited prose, where the rules say the most.
struct Thresholds {
  std::int32_t any = 0, edited = 0;
};

/// The bytes of a model; `weights` are 2^bits of them.
std::string boundary_bytes(std::string_view note, std::uint32_t bits, const Thresholds& thresholds,
                           const std::vector<std::int8_t>& weights);

}  // namespace dateline::text
