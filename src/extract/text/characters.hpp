// What a code point is to the tokenizer.
#pragma once

#include <string_view>

namespace dateline::text {

enum class Char { space, letter, digit, apostrophe, symbol };

Char kind_of(char32_t c);
bool is_emoji(char32_t c);
/// Quotation marks and brackets that can only open, or only close.
bool opens(char32_t c);
bool closes(char32_t c);

/// The code point at `at`, or 0 at the end; `size` receives its bytes.
char32_t peek(std::string_view text, std::size_t at, std::size_t& size);
char32_t peek(std::string_view text, std::size_t at);
/// The code point before `at`, or 0 at the start.
char32_t peek_back(std::string_view text, std::size_t at);

inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }
bool is_word(char32_t c);

}  // namespace dateline::text
