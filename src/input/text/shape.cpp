#include "input/text/shape.hpp"

#include <algorithm>
#include <optional>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::input {
namespace {

bool is_blank(char32_t c) { return utf8::is_space(c) || c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060; }
bool is_opener(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 || c == 0xAB || c == 0x201E ||
         c == '*' || c == '_';
}
bool is_closer(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB || c == '*' ||
         c == '_';
}
bool is_full_stop(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002; }

/// The code point that ends at `end`, and where it begins.
char32_t before(std::string_view text, std::size_t end, std::size_t& begin) {
  begin = end - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  std::size_t at = begin;
  return utf8::next(text, at);
}

/// One run between spaces, its punctuation cut off.
std::optional<Word> bare_word(std::string_view text, std::size_t begin, std::size_t end) {
  std::optional<Word> word;
  for (std::size_t at = begin; at < end;) {
    const std::size_t start = at;
    const char32_t c = utf8::next(text, at);
    if (!is_word_character(c)) continue;
    if (!word) word = Word{{static_cast<std::uint32_t>(start), 0}, utf8::is_upper(c), false};
    word->bytes.end = static_cast<std::uint32_t>(at);
  }
  return word;
}

}  // namespace

bool is_word_character(char32_t c) { return utf8::is_letter(c) || (c >= '0' && c <= '9'); }

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool opens = true;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t start = at;
    const char32_t c = at < text.size() ? utf8::next(text, at) : U' ';
    if (start == text.size()) ++at;
    if (!is_blank(c)) continue;
    if (start > begin) {
      std::optional<Word> word = bare_word(text, begin, start);
      std::size_t first = begin;
      const bool quoted = is_opener(utf8::next(text, first));
      if (word) {
        word->opens_sentence = opens || quoted;
        words.push_back(*word);
      }
      std::size_t ignored = 0;
      const char32_t last = before(text, start, ignored);
      opens = ends_sentence(text.substr(begin, start - begin)) || last == ':' || (!word && opens);
    }
    begin = at;
  }
  return words;
}

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (is_blank(c)) {
      inside = false;
    } else if (!inside && is_word_character(c)) {
      inside = true;
      ++count;
    }
  }
  return count;
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (is_blank(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c == 0x2018 || c == 0x2019) {
      out += '\'';
    } else if (c == 0x201C || c == 0x201D) {
      out += '"';
    } else {
      utf8::append(out, utf8::lower(c));
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Span trimmed(std::string_view text, Span bytes) {
  while (bytes.begin < bytes.end) {
    std::size_t at = bytes.begin;
    if (!is_blank(utf8::next(text, at))) break;
    bytes.begin = static_cast<std::uint32_t>(std::min<std::size_t>(at, bytes.end));
  }
  while (bytes.end > bytes.begin) {
    std::size_t begin = 0;
    if (!is_blank(before(text, bytes.end, begin)) || begin < bytes.begin) break;
    bytes.end = static_cast<std::uint32_t>(begin);
  }
  return bytes;
}

char32_t last_mark(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t begin = 0;
    const char32_t c = before(text, end, begin);
    if (!is_blank(c) && !is_closer(c)) return c;
    end = begin;
  }
  return 0;
}

bool ends_sentence(std::string_view text) { return is_full_stop(last_mark(text)); }

bool starts_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (is_opener(c) || is_blank(c)) continue;
    return utf8::is_letter(c) && !utf8::is_upper(c) && c < 0x530;
  }
  return false;
}

bool is_address(std::string_view text) {
  text = trim(text);
  const std::size_t space = text.find_first_of(" \t\n");
  const std::string_view head = text.substr(0, space);
  const bool web = starts_with_ascii_fold(head, "http://") || starts_with_ascii_fold(head, "https://") ||
                   starts_with_ascii_fold(head, "www.");
  if (web) return word_count(text) <= 3;  // an address that a line break or a stray space cut
  const std::size_t at = head.find('@');
  return space == text.npos && at != text.npos && at > 0 && head.find('.', at) != head.npos;
}

bool is_telephone(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (std::string_view(" +-()./\xC2\xA0").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return digits >= 7 && digits <= 20 && text.find_first_of("+-() ") != text.npos;
}

}  // namespace dateline::input
