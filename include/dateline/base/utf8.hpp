// UTF-8: decoding, validation, and the two ways to count places in a text (bytes inside extract, code points outside it).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::utf8 {

/// The code point that starts at byte `at`; advances `at` past it. A broken byte yields U+FFFD and advances by one.
char32_t next(std::string_view text, std::size_t& at);

/// Appends one code point. Surrogates and values past U+10FFFF become U+FFFD.
void append(std::string& out, char32_t code_point);

bool valid(std::string_view text);

/// Every maximal broken sequence becomes one U+FFFD.
std::string repaired(std::string_view text);

/// Number of code points.
std::size_t length(std::string_view text);

/// The part of `text` between two code-point places, half open; clipped to the text.
std::string_view slice(std::string_view text, std::size_t begin, std::size_t end);

/// Simple one-to-one lower-casing for Latin, Greek and Cyrillic; other code points stay.
std::string lower(std::string_view text);
char32_t lower(char32_t code_point);
bool is_upper(char32_t code_point);
bool is_letter(char32_t code_point);
bool is_space(char32_t code_point);

/// Latin letters without their marks ("Erdoğan" -> "Erdogan", "Łódź" -> "Lodz"); other code points stay.
std::string without_marks(std::string_view text);

/// Byte places to code-point places of one text, in O(1) after O(n): one entry per 64 bytes.
class Index {
 public:
  explicit Index(std::string_view text);
  /// `byte` must be on a code-point boundary; places past the end give the length.
  std::uint32_t code_point(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> blocks_;
};

/// Code-point places to byte places of one text, in O(1) after O(n): one entry per 64 code points.
class Places {
 public:
  explicit Places(std::string_view text);
  /// Places past the end give the size of the text.
  std::size_t byte(std::size_t code_point) const;
  /// The part of the text between two code-point places, half open; clipped to the text, empty when they are reversed.
  std::string_view slice(std::size_t begin, std::size_t end) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> blocks_;
};

}  // namespace dateline::utf8
