#include "dateline/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace dateline::utf8 {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::size_t block_size = 64;

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }
bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

/// Length of the well-formed sequence at `at` (Unicode 15, table 3-7), or 0.
std::size_t sequence(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(at), second = byte(at + 1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(second) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned low = first == 0xE0 ? 0xA0 : 0x80, high = first == 0xED ? 0x9F : 0xBF;
    return second >= low && second <= high && continues(byte(at + 2)) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned low = first == 0xF0 ? 0x90 : 0x80, high = first == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high && continues(byte(at + 2)) && continues(byte(at + 3)) ? 4 : 0;
  }
  return 0;
}

// Base letters of Latin-1 Supplement, Latin Extended-A and the part of Extended-B and Additional that names use; ' ' keeps the letter.
constexpr std::string_view latin1 =
    "AAAAAA CEEEEIIIIDNOOOOO OUUUUY  aaaaaa ceeeeiiiidnooooo ouuuuy y";  // U+00C0..U+00FF
constexpr std::string_view extended_a =                                  // U+0100..U+017F
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi  JjKk LlLlLl  LlNnNnNn   OoOoOo  "
    "RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz ";

}  // namespace

char32_t next(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t size = sequence(text, at);
  if (size <= 1) {
    ++at;
    return size == 1 ? first : replacement;
  }
  char32_t value = first & (0xFF >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) value = value << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  at += size;
  return value;
}

void append(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool valid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = sequence(text, at);
    if (size == 0) return false;
    at += size;
  }
  return true;
}

std::string repaired(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool broken = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = sequence(text, at);
    if (size == 0 && !broken) append(out, replacement);
    broken = size == 0;
    out.append(text, at, size);
    at += std::max<std::size_t>(size, 1);
  }
  return out;
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues(static_cast<unsigned char>(c)); }));
}

std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = 0, place = 0;
  const auto skip_to = [&](std::size_t wanted) {
    while (at < text.size() && (place < wanted || continues(static_cast<unsigned char>(text[at])))) {
      place += !continues(static_cast<unsigned char>(text[at]));
      if (place > wanted) break;
      ++at;
    }
    return at;
  };
  const std::size_t first = skip_to(begin);
  const std::size_t last = end > begin ? skip_to(end) : first;
  return text.substr(first, last - first);
}

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c == 0x130) return 'i';
  if (c == 0x138) return c;
  if (c == 0x178) return 0xFF;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1);
  if ((c >= 0x100 && c <= 0x177) || (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) ||
      (c >= 0x1E00 && c <= 0x1EFF))
    return c | 1;
  return c;
}

bool is_upper(char32_t c) { return lower(c) != c; }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000) || (c >= 0x2C00 && c < 0x3000) ||
         (c >= 0x3040 && c < 0xFB00 && (c < 0xD800 || c > 0xF8FF));
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::size_t plain = 0;  // most text is ASCII
  for (; plain < text.size() && is_ascii(text[plain]); ++plain) {
    if (out[plain] >= 'A' && out[plain] <= 'Z') out[plain] = static_cast<char>(out[plain] + 32);
  }
  out.resize(plain);
  for (std::size_t at = plain; at < text.size();) append(out, lower(next(text, at)));
  return out;
}

std::string without_marks(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_ascii)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    char plain = ' ';
    if (c >= 0xC0 && c <= 0xFF) plain = latin1[c - 0xC0];
    if (c >= 0x100 && c <= 0x17F) plain = extended_a[c - 0x100];
    if (c >= 0x218 && c <= 0x21B) plain = "SsTt"[c - 0x218];
    if (c >= 0x300 && c <= 0x36F) continue;  // combining marks
    if (plain != ' ') {
      out += plain;
    } else {
      append(out, c);
    }
  }
  return out;
}

Index::Index(std::string_view text) : text_(text) {
  blocks_.reserve(text.size() / block_size + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at % block_size == 0) blocks_.push_back(count);
    if (at < text.size()) count += !continues(static_cast<unsigned char>(text[at]));
  }
}

std::uint32_t Index::code_point(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  const std::size_t block = byte / block_size;
  return blocks_[block] +
         static_cast<std::uint32_t>(length(text_.substr(block * block_size, byte - block * block_size)));
}

Places::Places(std::string_view text) : text_(text) {
  blocks_.reserve(text.size() / block_size + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (continues(static_cast<unsigned char>(text[at]))) continue;
    if (count % block_size == 0) blocks_.push_back(at);
    ++count;
  }
}

std::size_t Places::byte(std::size_t code_point) const {
  if (code_point / block_size >= blocks_.size()) return text_.size();
  std::size_t at = blocks_[code_point / block_size];
  for (std::size_t left = code_point % block_size; at < text_.size(); ++at) {
    if (continues(static_cast<unsigned char>(text_[at]))) continue;
    if (left-- == 0) return at;
  }
  return text_.size();
}

std::string_view Places::slice(std::size_t begin, std::size_t end) const {
  const std::size_t first = byte(begin);
  return text_.substr(first, end > begin ? byte(end) - first : 0);
}

}  // namespace dateline::utf8
