#include "input/text/pieces.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

constexpr std::size_t widest_wrap = 132;  // columns; lines of a wrapped text are not wider
constexpr std::size_t narrowest_wrap = 40;

struct Line {
  Span bytes;  ///< trimmed
  int number = 0;
  std::size_t width = 0;       ///< code points
  std::size_t first_word = 0;  ///< code points
  bool blank() const { return bytes.empty(); }
};

bool breaks_line(std::string_view text, std::size_t at, std::size_t& size) {
  const char c = text[at];
  size = 1;
  if (c == '\r') size = at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  if (c == '\n' || c == '\r' || c == '\f' || c == '\v') return true;
  const std::string_view three = text.substr(at, 3);
  if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9") size = 3;  // U+2028, U+2029
  return size == 3;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  const auto keep = [&](std::size_t end) {
    Line line;
    line.bytes = trimmed(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    line.number = static_cast<int>(lines.size()) + 1;
    const std::string_view content = text.substr(line.bytes.begin, line.bytes.size());
    line.width = utf8::length(content);
    line.first_word = utf8::length(content.substr(0, content.find(' ')));
    lines.push_back(line);
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 1;
    if (breaks_line(text, at, size)) {
      keep(at);
      begin = at + size;
    }
    at += size;
  }
  keep(text.size());
  return lines;
}

std::string_view of(std::string_view text, const Span& bytes) { return text.substr(bytes.begin, bytes.size()); }

/// Bytes of the mark that makes a line a list item ("- ", "• ", "1. "), or 0.
std::size_t bullet_size(std::string_view line) {
  std::size_t at = 0;
  if (line.empty()) return 0;
  const char32_t c = utf8::next(line, at);
  const bool bullet = c == '-' || c == '*' || c == '+' || c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x25E6 ||
                      c == 0x2023 || c == 0xB7 || c == 0x2588;
  if (bullet) {
    while (at < line.size()) {  // "██ " is one mark
      std::size_t next = at;
      if (utf8::next(line, next) != c) break;
      at = next;
    }
  } else if (c >= '0' && c <= '9') {
    while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
    if (at > 2 || at >= line.size() || (line[at] != '.' && line[at] != ')')) return 0;
    ++at;
  } else {
    return 0;
  }
  const std::size_t mark_end = at;
  while (at < line.size()) {
    std::size_t next = at;
    if (!utf8::is_space(utf8::next(line, next))) break;
    at = next;
  }
  return at > mark_end && at < line.size() ? at : 0;
}

/// Bytes of "## ", or 0.
std::size_t hash_size(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes == 0 || hashes > 6 || hashes >= line.size() || line[hashes] != ' ') return 0;
  return std::min(line.find_first_not_of(' ', hashes), line.size());
}

/// A line of dashes, stars or underscores: a rule between parts, no text.
bool is_rule(std::string_view line) { return line.size() >= 3 && line.find_first_not_of("-*_=~ ") == line.npos; }

/// How wide the text was wrapped, or 0 when its line breaks are those of paragraphs. A wrapped line is one that had no
/// room for the first word of the next one; so most lines of a wrapped text end near its width, and at least half of
/// those behind them begin in lower case.
std::size_t wrap_width(std::string_view text, const std::vector<Line>& lines) {
  std::size_t width = 0, pairs = 0, full = 0, wide = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].blank() || lines[i + 1].blank()) continue;
    ++pairs;
    if (lines[i].width > widest_wrap) {
      ++wide;
    } else {
      width = std::max(width, lines[i].width);
    }
  }
  if (pairs == 0 || wide * 4 > pairs || width < narrowest_wrap) return 0;
  std::size_t long_pairs = 0, cut = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].blank() || lines[i + 1].blank() || lines[i].width * 5 < width * 3) continue;
    ++long_pairs;
    if (lines[i].width > widest_wrap || lines[i].width + 1 + lines[i + 1].first_word + 4 <= width) continue;
    ++full;
    cut += starts_lower(of(text, lines[i + 1].bytes));
  }
  return cut > 0 && cut * 2 >= full && full * 10 >= long_pairs * 7 ? width : 0;
}

struct Builder {
  std::string_view text;
  std::size_t wrap;
  std::vector<Piece> pieces;
  std::size_t last_width = 0;  ///< of the last line of the last piece

  /// A line that goes on with the piece of the line before it.
  bool continues(const Line& line) const {
    if (pieces.empty() || pieces.back().mark == Mark::heading) return false;
    const std::string_view before = of(text, pieces.back().bytes), now = of(text, line.bytes);
    if (bullet_size(now) > 0 || hash_size(now) > 0 || is_address(now)) return false;
    if (wrap > 0 && last_width <= wrap && last_width + 1 + line.first_word + 4 > wrap) return true;
    return last_width >= narrowest_wrap && !ends_sentence(before) && last_mark(before) != ':' && starts_lower(now);
  }

  void add(const Line& line) {
    Piece piece{line.bytes, line.number, Mark::none};
    const std::string_view content = of(text, line.bytes);
    if (const std::size_t hashes = hash_size(content)) {
      piece.mark = Mark::heading;
      piece.bytes.begin += static_cast<std::uint32_t>(hashes);
    } else if (const std::size_t bullet = bullet_size(content)) {
      piece.mark = Mark::bullet;
      piece.bytes.begin += static_cast<std::uint32_t>(bullet);
    } else if (content.starts_with("> ")) {
      piece.bytes.begin += 2;
    }
    pieces.push_back(piece);
  }
};

/// A paragraph that a blank line cut in the middle of a sentence.
bool goes_on(std::string_view text, const Piece& piece, const Piece& next) {
  if (piece.mark != Mark::none || next.mark != Mark::none) return false;
  const std::string_view before = of(text, piece.bytes), after = of(text, next.bytes);
  if (ends_sentence(before) || last_mark(before) == ':' || is_address(after) || !starts_lower(after)) return false;
  return word_count(before) >= 6 && ends_sentence(after) && word_count(after) >= 2;
}

std::vector<Piece> rejoined(std::string_view text, const std::vector<Piece>& pieces) {
  std::vector<Piece> out;
  for (const Piece& piece : pieces) {
    if (!out.empty() && goes_on(text, out.back(), piece)) {
      out.back().bytes.end = piece.bytes.end;
    } else {
      out.push_back(piece);
    }
  }
  return out;
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  Builder builder{text, wrap_width(text, lines), {}};
  bool fresh = true;
  for (const Line& line : lines) {
    if (line.blank() || is_rule(of(text, line.bytes))) {
      fresh = true;
      continue;
    }
    if (!fresh && builder.continues(line)) {
      builder.pieces.back().bytes.end = line.bytes.end;
    } else {
      builder.add(line);
    }
    builder.last_width = line.width;
    fresh = false;
  }
  return rejoined(text, builder.pieces);
}

int line_of(std::string_view text, std::size_t byte) {
  int line = 1;
  for (std::size_t at = 0; at < std::min(byte, text.size());) {
    std::size_t size = 1;
    line += breaks_line(text, at, size);
    at += size;
  }
  return line;
}

}  // namespace dateline::input
