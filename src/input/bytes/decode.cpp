#include "input/bytes/decode.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include <iconv.h>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::input {
namespace {

enum class Order { little, big };

/// U+0080..U+009F as Windows-1252 has them; 0 where it has nothing.
/// https://encoding.spec.whatwg.org/#index-windows-1252
constexpr std::array<char16_t, 32> windows_1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string from_utf16(std::string_view bytes, Order order) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return order == Order::little ? static_cast<char32_t>(b << 8 | a) : static_cast<char32_t>(a << 8 | b);
  };
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    char32_t c = unit(at);
    at += 2;
    if (c >= 0xD800 && c < 0xDC00 && at + 1 < bytes.size()) {
      const char32_t low = unit(at);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    utf8::append(out, c);
  }
  if (at < bytes.size()) utf8::append(out, 0xFFFD);
  return out;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    utf8::append(out, value >= 0x80 && value < 0xA0 ? windows_1252[value - 0x80] : value);
  }
  return out;
}

/// UTF-16 without a mark: text of mostly Latin letters has a zero in every other byte.
std::optional<Order> silent_utf16(std::string_view bytes) {
  const std::size_t sample = std::min<std::size_t>(bytes.size(), 4096) / 2 * 2;
  if (sample < 16) return std::nullopt;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < sample; i += 2) even += bytes[i] == 0, odd += bytes[i + 1] == 0;
  const std::size_t half = sample / 2;
  if (odd * 10 >= half * 7 && even * 20 <= half) return Order::little;
  if (even * 10 >= half * 7 && odd * 20 <= half) return Order::big;
  return std::nullopt;
}

std::size_t broken_sequences(std::string_view text) {
  std::size_t broken = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    broken += utf8::next(text, at) == 0xFFFD && at == begin + 1;
  }
  return broken;
}

bool has_multibyte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    utf8::next(text, at);
    if (at > begin + 1) return true;
  }
  return false;
}

/// By the C library's tables; nothing for a charset that it does not know. What cannot be converted becomes U+FFFD.
std::optional<std::string> from_charset(std::string_view bytes, const std::string& charset) {
  const iconv_t converter = iconv_open("UTF-8", charset.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string out;
  std::array<char, 1 << 14> part;
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = part.data();
    std::size_t room = part.size();
    const std::size_t result = iconv(converter, &in, &left, &to, &room);
    out.append(part.data(), part.size() - room);
    if (result != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    utf8::append(out, 0xFFFD);  // EILSEQ, or EINVAL at a cut end
    ++in;
    --left;
  }
  iconv_close(converter);
  return out;
}

bool is_one_byte_charset(std::string_view charset) {
  const std::string name = utf8::lower(charset);
  return name.find("1252") != name.npos || name.find("8859-1") != name.npos || name == "latin1" || name == "ascii" ||
         name == "us-ascii";
}

std::string without_nul(std::string text) {
  if (text.find('\0') == text.npos) return text;
  std::string out;
  for (const char c : text) {
    if (c == '\0') {
      utf8::append(out, 0xFFFD);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string decoded(std::string_view bytes, std::string_view charset) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return without_nul(utf8::repaired(bytes.substr(3)));
  if (bytes.starts_with("\xFF\xFE")) return without_nul(from_utf16(bytes.substr(2), Order::little));
  if (bytes.starts_with("\xFE\xFF")) return without_nul(from_utf16(bytes.substr(2), Order::big));
  if (const std::optional<Order> order = silent_utf16(bytes)) return without_nul(from_utf16(bytes, *order));
  if (utf8::valid(bytes)) return without_nul(std::string(bytes));
  const bool nearly = has_multibyte(bytes) && broken_sequences(bytes) * 1000 <= bytes.size() + 1000;
  if (nearly && !is_one_byte_charset(charset)) return without_nul(utf8::repaired(bytes));
  const bool other = !charset.empty() && !is_one_byte_charset(charset) && !starts_with_ascii_fold(charset, "utf");
  if (std::optional<std::string> text = other ? from_charset(bytes, std::string(charset)) : std::nullopt)
    return without_nul(utf8::repaired(*text));
  return without_nul(from_windows_1252(bytes));
}

std::string named_charset(std::string_view bytes) {
  const std::string head = utf8::lower(trim(bytes).substr(0, 2000));
  if (!head.starts_with('<')) return "";
  for (const std::string_view key : {"charset=", "encoding="}) {
    std::size_t at = head.find(key);
    if (at == head.npos) continue;
    at += key.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    const std::size_t end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.", at);
    return head.substr(at, std::min<std::size_t>(end == head.npos ? head.size() : end, at + 40) - at);
  }
  return "";
}

std::optional<std::string> binary_kind(std::string_view bytes) {
  struct Magic {
    std::string_view start, kind;
  };
  constexpr std::array<Magic, 12> magics = {{{"%PDF-", "a PDF file; extract its text first"},
                                             {"PK\x03\x04", "a ZIP or Office file; unpack it first"},
                                             {"\x89PNG", "a PNG picture"},
                                             {"\xFF\xD8\xFF", "a JPEG picture"},
                                             {"GIF8", "a GIF picture"},
                                             {"\x7F"
                                              "ELF",
                                              "a program"},
                                             {"SQLite format 3", "an SQLite database"},
                                             {"\xD0\xCF\x11\xE0", "an old Office file; save it as text first"},
                                             {"BZh", "a bzip2 file; unpack it first"},
                                             {"\xFD"
                                              "7zXZ",
                                              "an xz file; unpack it first"},
                                             {"7z\xBC\xAF", "a 7-Zip file; unpack it first"},
                                             {"\x28\xB5\x2F\xFD", "a zstd file; unpack it first"}}};
  for (const Magic& magic : magics) {
    if (bytes.starts_with(magic.start)) return "is " + std::string(magic.kind);
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || silent_utf16(bytes)) return std::nullopt;
  const std::string_view sample = bytes.substr(0, 8192);
  const auto control = std::count_if(sample.begin(), sample.end(), [](char c) {
    return (c >= 0 && c < 9) || (c > 13 && c < 27) || (c > 27 && c < 32) || c == 127;
  });
  if (static_cast<std::size_t>(control) * 50 > sample.size()) return "is binary, not text";
  return std::nullopt;
}

}  // namespace dateline::input
