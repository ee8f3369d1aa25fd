// What a run of digits may mean by its shape: a year, a day, a clock time, a whole date.
#pragma once

#include <string_view>
#include <vector>

#include "extract/time/lexicon.hpp"

namespace dateline::time {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether digits with slashes are one thing (a date, a fraction), not two.
bool has_shape(std::string_view text);

/// Appends the meanings of a word that begins with a digit (or an apostrophe and a digit).
void read_shapes(std::string_view text, const Lexicon& lexicon, std::vector<Reading>& readings);

}  // namespace dateline::time
