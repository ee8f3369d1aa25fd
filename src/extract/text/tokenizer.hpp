// A block's text into tokens, by rules: Universal Dependencies' English tokenization.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/model/span.hpp"
#include "extract/text/rules.hpp"

namespace dateline::text {

/// What the sentence splitter must know of a token.
enum class Role : std::uint8_t {
  word,
  number,
  initial,    ///< a single capital with its full stop
  name_stop,  ///< abbreviation with its full stop that a name follows
  end_stop,   ///< abbreviation with its full stop that may end a sentence
  terminal,   ///< . ? ! and runs of them
  ellipsis,
  opener,  ///< opening quotation mark or bracket
  closer,  ///< closing one
  joiner,  ///< comma, semicolon, colon
  dash,
  emoticon,  ///< ":-)" and emoji
  other
};

struct Piece {
  Span bytes;  ///< in the text given
  Role role = Role::word;
};

/// Linear in the size of `text`.
std::vector<Piece> tokenize(std::string_view text, const Rules& rules);
/// The same into `pieces`, whose memory is used again.
void tokenize(std::string_view text, const Rules& rules, std::vector<Piece>& pieces);

}  // namespace dateline::text
