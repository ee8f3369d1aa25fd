#include "extract/text/words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "dateline/base/utf8.hpp"
#include "extract/text/characters.hpp"

namespace dateline::text {
namespace {

/// A short word folded, with ASCII apostrophes: the form that tables use. Longer words are cut: they are in no table.
class Folded {
 public:
  explicit Folded(std::string_view word) {
    for (std::size_t at = 0; at < word.size() && size_ + 4 <= text_.size();) append(utf8::next(word, at));
  }
  std::string_view view() const { return {text_.data(), size_}; }

 private:
  void append(char32_t c) {
    c = is_apostrophe(c) ? U'\'' : c;
    if (c < 0x80) {
      text_[size_++] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      return;
    }
    other_.clear();
    utf8::append(other_, utf8::lower(c));
    other_.copy(text_.data() + size_, other_.size());
    size_ += other_.size();
  }

  std::array<char, 64> text_;
  std::size_t size_ = 0;
  std::string other_;  ///< one character: never long enough to allocate
};

Folded folded(std::string_view word) { return Folded(word); }

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(static_cast<unsigned char>(text[at + count]))) ++count;
  return count;
}

/// End of digits joined by hyphens that are one token: dates (2024-11-04) and telephone numbers; 0 for ranges
/// (2003-2004).
std::size_t hyphenated_number_end(std::string_view text, std::size_t begin) {
  std::array<std::size_t, 5> sizes{};
  std::size_t groups = 0, at = begin;
  while (groups < sizes.size()) {
    const std::size_t count = digits_at(text, at);
    if (count == 0 || count > 4) return 0;
    sizes[groups++] = count;
    at += count;
    if (at >= text.size() || text[at] != '-' || digits_at(text, at + 1) == 0) break;
    ++at;
  }
  using Sizes = std::array<std::size_t, 5>;
  const bool date =
      sizes == Sizes{4, 2, 2} || sizes == Sizes{2, 2, 4} || sizes == Sizes{1, 2, 4} || sizes == Sizes{2, 2, 2};
  const bool telephone = sizes == Sizes{3, 4} || sizes == Sizes{3, 3, 4} || sizes == Sizes{1, 3, 3, 4};
  return date || telephone ? at : 0;
}

bool is_upper(char32_t c) { return kind_of(c) == Char::letter && utf8::is_upper(c); }
bool is_lower(char32_t c) { return kind_of(c) == Char::letter && !utf8::is_upper(c); }

/// Whether the full stop at `at`, inside the word from `begin`, belongs to it: acronyms, domains, decimals, "Ph.D.".
bool joins_stop(std::string_view text, std::size_t begin, std::size_t at, const Rules& rules) {
  const char32_t before = peek_back(text, at), after = peek(text, at + 1);
  if (is_digit(before)) return is_digit(after);
  if (kind_of(after) != Char::letter) return false;
  const bool single_before = at == begin + 1 || (at >= begin + 2 && text[at - 2] == '.');
  return single_before || is_lower(after) ||
         (at - begin <= 3 && rules.abbreviations.contains(text.substr(begin, at + 3 - begin)));
}

bool joins_number(std::string_view text, std::size_t at, char32_t c) {
  if (!is_digit(peek_back(text, at)) || !is_digit(peek(text, at + 1))) return false;
  return c != ',' || digits_at(text, at + 1) == 3;
}

/// Whether the hyphen at `at` stays in the word: after a prefix, or in a romanised given name.
bool joins_hyphen(std::string_view text, std::size_t begin, std::size_t at, AfterName after_name, const Rules& rules) {
  std::size_t part = at;
  while (part > begin && at - part <= 8 && text[part - 1] != '-') --part;
  if (at - part > 8) return false;
  const Folded letters = folded(text.substr(part, at - part));
  const std::string_view first = letters.view();
  if (rules.prefixes.contains(first)) return kind_of(peek(text, at + 1)) == Char::letter;
  if (after_name == AfterName::no || part != begin || !is_upper(peek(text, begin)) || first.size() < 2 ||
      first.size() > 6)
    return false;
  std::size_t end = at + 1;
  while (end < text.size() && end - at <= 8 && text[end] >= 'a' && text[end] <= 'z') ++end;
  const std::size_t size = end - at - 1;
  return size >= 1 && size <= 6 && !is_word(peek(text, end)) && peek(text, end) != '-' &&
         !rules.seconds.contains(text.substr(at + 1, size));
}

bool joins(std::string_view text, std::size_t begin, std::size_t at, char32_t c, std::size_t size, AfterName after_name,
           const Rules& rules) {
  const char32_t before = peek_back(text, at), after = peek(text, at + size);
  if (!is_word(after)) return false;
  switch (c) {
    case '.':
      return joins_stop(text, begin, at, rules);
    case ',':
    case ':':
    case '/':
      return joins_number(text, at, c);
    case '-':
      return kind_of(before) == Char::letter && joins_hyphen(text, begin, at, after_name, rules);
    case '&':
      return is_upper(before) && is_upper(after) && at - begin <= 3;
    case '_':
    case '@':
      return true;
    default:
      return (is_apostrophe(c) || c == 0xAD) && kind_of(after) == Char::letter;
  }
}

/// The suffix of a contraction ("n't", "'s") at the end of a folded word, or nothing.
std::string_view contraction_suffix(std::string_view word, const Rules& rules) {
  for (const std::string& suffix : rules.suffixes) {
    if (word.size() > suffix.size() && word.ends_with(suffix)) return suffix;
  }
  return {};
}

/// Bytes of the last `count` code points.
std::size_t tail_bytes(std::string_view word, std::size_t count) {
  std::size_t at = word.size();
  while (at > 0 && count > 0) {
    --at;
    if ((static_cast<unsigned char>(word[at]) & 0xC0) != 0x80) --count;
  }
  return word.size() - at;
}

bool is_address_char(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || c == '.' || c == '_' ||
         c == '-' || c == '+' || c == '%';
}

/// Without what punctuation follows an address in prose.
std::size_t without_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
  const bool bracket = text.substr(begin, end - begin).find('(') != std::string_view::npos;
  while (end > begin && (std::string_view(".,;:!?'\"]>").find(text[end - 1]) != std::string_view::npos ||
                         (text[end - 1] == ')' && !bracket)))
    --end;
  return end;
}

std::size_t url_end(std::string_view text, std::size_t begin) {
  if (!starts_url(text.substr(begin, 9))) return 0;
  std::size_t end = begin, size = 0;
  for (char32_t c = peek(text, end, size);
       size != 0 && kind_of(c) != Char::space && c != 0x201D && c != 0x2019 && c != '<' && c != '"';
       c = peek(text, end, size))
    end += size;
  return without_punctuation(text, begin, end);
}

}  // namespace

bool starts_url(std::string_view text) {
  const auto starts = [&](std::string_view prefix) {
    return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
             return a == (b >= 'A' && b <= 'Z' ? b + 32 : b);
           });
  };
  return starts("http://") || starts("https://") || starts("ftp://") || starts("www.");
}

std::size_t word_end(std::string_view text, std::size_t begin, AfterName after_name, const Rules& rules) {
  if (is_digit(peek(text, begin))) {
    if (const std::size_t end = hyphenated_number_end(text, begin); end != 0 && !is_word(peek(text, end))) return end;
  }
  std::size_t at = begin, size = 0;
  for (char32_t c = peek(text, at, size); size != 0; c = peek(text, at, size)) {
    if (!is_word(c) && (at == begin || !joins(text, begin, at, c, size, after_name, rules))) break;
    at += size;
  }
  return std::max(at, begin + 1);
}

Parts word_parts(std::string_view word, const Rules& rules) {
  if (word.size() > rules.longest_word) return {word.size()};
  if (is_digit(static_cast<unsigned char>(word.front()))) {
    const std::size_t number = word.find_last_of("0123456789") + 1;
    const std::string_view rest = word.substr(number);
    const bool possessive = !rest.empty() && std::find(rules.suffixes.begin(), rules.suffixes.end(),
                                                       folded(rest).view()) != rules.suffixes.end();
    return possessive || rules.units.contains(rest) ? Parts{number, rest.size()} : Parts{word.size()};
  }
  const Folded letters = folded(word);
  const std::string_view form = letters.view();
  if (const auto found = rules.whole.find(form); found != rules.whole.end()) {
    Parts sizes{};
    std::size_t at = 0;
    for (std::size_t part = 0; part < sizes.size(); ++part) {
      const std::size_t begin = at;
      for (std::size_t i = 0; i < found->second[part]; ++i) utf8::next(word, at);
      sizes[part] = at - begin;
    }
    return sizes;
  }
  if (const std::string_view suffix = contraction_suffix(form, rules); !suffix.empty()) {
    const std::size_t tail = tail_bytes(word, utf8::length(suffix));
    if (tail < word.size()) return {word.size() - tail, tail};
  }
  return {word.size()};
}

std::size_t address_end(std::string_view text, std::size_t begin, std::size_t& tried) {
  if (const std::size_t end = url_end(text, begin)) return end;
  if (begin < tried) return 0;
  std::size_t at = begin;
  while (at < text.size() && is_address_char(text[at])) ++at;
  tried = at;
  if (at == begin || at + 1 >= text.size() || text[at] != '@') return 0;
  std::size_t end = at + 1;
  while (end < text.size() && is_address_char(text[end])) ++end;
  tried = end;
  end = without_punctuation(text, begin, end);
  return end > at + 3 && text.substr(at, end - at).find('.') != std::string_view::npos ? end : 0;
}

std::size_t elided_end(std::string_view text, std::size_t at, std::size_t after, const Rules& rules) {
  if (is_word(peek_back(text, at))) return 0;
  if (digits_at(text, after) == 2) {
    const std::size_t end = after + 2 + (peek(text, after + 2) == 's' ? 1 : 0);
    return is_word(peek(text, end)) || is_apostrophe(peek(text, end)) ? 0 : end;
  }
  std::size_t end = after;
  while (end < text.size() && end - after < 8 && is_word(static_cast<unsigned char>(text[end]))) ++end;
  if (is_word(peek(text, end))) return 0;
  const Folded letters = folded(text.substr(at, end - at));
  const std::string_view form = letters.view();
  std::size_t size = 0;
  if (is_apostrophe(peek(text, end, size)) && rules.elided.contains(folded(text.substr(at, end + size - at)).view()))
    return end + size;  // rock 'n' roll
  const bool suffix = std::find(rules.suffixes.begin(), rules.suffixes.end(), form) != rules.suffixes.end();
  return suffix || rules.elided.contains(form) || rules.whole.contains(form) ? end : 0;
}

std::size_t emoticon_end(std::string_view text, std::size_t at) {
  for (const std::string_view face : {"^_^", "^^", "-_-", "<3"}) {
    if (text.substr(at).starts_with(face)) return is_word(peek(text, at + face.size())) ? 0 : at + face.size();
  }
  if (text[at] != ':' && text[at] != ';' && text[at] != '=') return 0;
  std::size_t end = at + 1;
  if (end < text.size() && (text[end] == '-' || text[end] == '\'')) ++end;
  const std::size_t mouth = end;
  if (end >= text.size() || std::string_view(")(DPp").find(text[end]) == std::string_view::npos) return 0;
  while (end < text.size() && text[end] == text[mouth]) ++end;
  return is_word(peek(text, end)) ? 0 : end;
}

bool is_acronym(std::string_view stopped) {
  std::size_t at = 0, letters = 0;
  while (at < stopped.size()) {
    if (kind_of(utf8::next(stopped, at)) != Char::letter || at >= stopped.size() || stopped[at] != '.') return false;
    ++at;
    ++letters;
  }
  return letters >= 2;
}

}  // namespace dateline::text
