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

/// Words that were run together end at the hump between them: "UTCUpdated" is UTC and Updated, "agoPublished" ago and Published.
std::size_t end_of_word(std::string_view line, std::size_t at) {
  const auto upper = [&](std::size_t i) { return i < line.size() && line[i] >= 'A' && line[i] <= 'Z'; };
  const auto lower = [&](std::size_t i) { return i < line.size() && line[i] >= 'a' && line[i] <= 'z'; };
  while (at < line.size()) {
    std::size_t next = at;
    if (!utf8::is_letter(utf8::next(line, next))) break;
    const bool hump = upper(at) && (lower(at - 1) || (upper(at - 1) && lower(at + 1)));
    if (hump) break;
    at = next;
  }
  return at;
}

/// Digits of one number. A year that its hour was run into ends after four: "November 4, 20245:32 PM".
std::size_t end_of_number(std::string_view line, std::size_t begin) {
  std::size_t at = begin;
  while (at < line.size() && is_digit(line[at])) ++at;
  const bool year = line.substr(begin).starts_with("19") || line.substr(begin).starts_with("20");
  const std::size_t digits = at - begin;
  return year && (digits == 5 || digits == 6) && at < line.size() && line[at] == ':' ? begin + 4 : at;
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
      at = end_of_number(line, begin);
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
