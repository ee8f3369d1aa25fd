// A line cut into numbers, words and marks, for the reading of dates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/span.hpp"

namespace dateline::input {

struct DateToken {
  enum class Kind { number, word, mark, end };
  Kind kind = Kind::end;
  Span bytes;
  int value = 0;      ///< of a number of at most nine digits, else -1
  std::string lower;  ///< of a word
  char32_t mark = 0;  ///< of a mark
  bool after_space = false;

  bool is(char32_t c) const { return kind == Kind::mark && mark == c; }
  bool number(std::size_t digits) const { return kind == Kind::number && bytes.size() == digits; }
  bool number(std::size_t least, std::size_t most) const {
    return kind == Kind::number && bytes.size() >= least && bytes.size() <= most;
  }
};

/// The last token is of kind `end`, so that looking one ahead is always safe.
std::vector<DateToken> date_tokens(std::string_view line);

}  // namespace dateline::input
