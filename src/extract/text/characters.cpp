#include "extract/text/characters.hpp"

#include "dateline/base/utf8.hpp"

namespace dateline::text {

bool is_emoji(char32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0x200D || c == 0xFE0F || c == 0x20E3 ||
         (c >= 0xE0020 && c <= 0xE007F);
}

namespace {

/// Soft hyphen, zero-width spaces and joiners, byte order mark: nothing to see (inside an emoji they belong to it).
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFE0F || c == 0xFEFF;
}

}  // namespace

Char kind_of(char32_t c) {
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Char::letter;
    if (is_digit(c)) return Char::digit;
    if (c == ' ' || (c >= 9 && c <= 13)) return Char::space;
    return c == '\'' ? Char::apostrophe : Char::symbol;
  }
  if (utf8::is_space(c) || is_invisible(c)) return Char::space;
  if (is_apostrophe(c)) return Char::apostrophe;
  if (c == 0xFFFD || (c >= 0x80 && c < 0xA0)) return Char::symbol;
  return utf8::is_letter(c) || c == 0xAA || c == 0xBA || c == 0xB5 ? Char::letter : Char::symbol;
}

bool is_word(char32_t c) {
  const Char kind = kind_of(c);
  return kind == Char::letter || kind == Char::digit;
}

bool opens(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == 0x201C || c == 0x2018 || c == 0xAB || c == 0x201E || c == 0x201A ||
         c == 0x2039 || c == '`';
}

bool closes(char32_t c) { return c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0xBB || c == 0x203A; }

char32_t peek(std::string_view text, std::size_t at, std::size_t& size) {
  if (at >= text.size()) {
    size = 0;
    return 0;
  }
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    size = 1;
    return first;
  }
  std::size_t end = at;
  const char32_t c = utf8::next(text, end);
  size = end - at;
  return c;
}

char32_t peek(std::string_view text, std::size_t at) {
  std::size_t size = 0;
  return peek(text, at, size);
}

char32_t peek_back(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return peek(text, begin);
}

}  // namespace dateline::text
