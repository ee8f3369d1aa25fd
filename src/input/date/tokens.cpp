#include "input/date/tokens.hpp"

#include <charconv>

#include "dateline/base/utf8.hpp"

namespace dateline::input {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int number_value(std::string_view digits) {
  int value = -1;
  if (digits.size() > 9) return -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::size_t end_of_word(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    std::size_t next = at;
    if (!utf8::is_letter(utf8::next(line, next))) break;
    at = next;
  }
  return at;
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view line) {
  std::vector<DateToken> tokens;
  bool space = true;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t c = utf8::next(line, at);
    if (utf8::is_space(c)) {
      space = true;
      continue;
    }
    DateToken token;
    token.after_space = space;
    space = false;
    if (is_digit(line[begin])) {
      while (at < line.size() && is_digit(line[at])) ++at;
      token.kind = DateToken::Kind::number;
      token.value = number_value(line.substr(begin, at - begin));
    } else if (utf8::is_letter(c)) {
      at = end_of_word(line, at);
      token.kind = DateToken::Kind::word;
      token.lower = utf8::lower(line.substr(begin, at - begin));
    } else {
      token.kind = DateToken::Kind::mark;
      token.mark = c;
    }
    token.bytes = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    tokens.push_back(std::move(token));
  }
  DateToken end;
  end.bytes = {static_cast<std::uint32_t>(line.size()), static_cast<std::uint32_t>(line.size())};
  tokens.push_back(end);
  return tokens;
}

}  // namespace dateline::input
