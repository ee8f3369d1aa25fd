#include "extract/text/boundary.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>

#include "dateline/base/error.hpp"
#include "dateline/base/utf8.hpp"
#include "extract/text/characters.hpp"
#include "extract/text/words.hpp"

namespace dateline::text {

enum class Gaps::Look : std::uint8_t {
  edge,
  lower,
  capital,
  capitals,
  letter,  ///< a single capital
  mixed,
  address,
  number,
  initial,
  name_stop,
  end_stop,
  full_stop,
  question,
  exclamation,
  ellipsis,
  opener,
  closer,
  comma,
  colon,
  dash,
  face,
  line,  ///< "-----"
  other
};

namespace {

std::uint32_t mixed(std::uint32_t hash, std::uint32_t value) {
  hash ^= value + 0x9E3779B9U + (hash << 6) + (hash >> 2);
  hash *= 0x85EBCA6BU;
  return hash ^ (hash >> 13);
}

/// Folded where that is cheap (ASCII), every digit as 0.
std::uint32_t word_hash(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text.substr(0, 24)) {
    char folded = c;
    if (c >= 'A' && c <= 'Z') folded = static_cast<char>(c + 32);
    if (c >= '0' && c <= '9') folded = '0';
    hash = (hash ^ static_cast<unsigned char>(folded)) * 16777619U;
  }
  return hash;
}

std::uint32_t bucket(std::size_t count) {
  return count < 4 ? static_cast<std::uint32_t>(count)
                   : std::min<std::uint32_t>(9, static_cast<std::uint32_t>(std::bit_width(count)) + 1);
}

bool is_address(std::string_view text) {
  return text.size() > 5 && (starts_url(text) || text.find('@', 1) != std::string_view::npos);
}

struct Case {
  bool first_upper = false, other_upper = false, lower = false;
  std::size_t letters = 0;
};

Case case_of(std::string_view word) {
  Case out;
  for (std::size_t at = 0; at < word.size() && at < 24;) {
    const bool first = at == 0;
    const char32_t c = utf8::next(word, at);
    if (kind_of(c) != Char::letter) continue;
    ++out.letters;
    const bool upper = utf8::is_upper(c);
    (upper ? (first ? out.first_upper : out.other_upper) : out.lower) = true;
  }
  return out;
}

}  // namespace

Style style_of(std::string_view text) {
  const auto is_lower = [&](std::size_t at) { return text[at] >= 'a' && text[at] <= 'z'; };
  std::size_t lower = 0, all = 0;
  for (std::size_t i = 2; i + 2 < text.size(); ++i) {
    // Two small letters in front: other stops are often those of abbreviations.
    if (text[i] != '.' || text[i + 1] != ' ' || !is_lower(i - 1) || !is_lower(i - 2)) continue;
    ++all;
    lower += is_lower(i + 2) ? 1 : 0;
  }
  if (lower == 0) return Style::edited;
  if (lower * 8 < all) return Style::mostly_edited;
  return lower * 2 < all ? Style::mixed : Style::lower;
}

Gaps::Seen Gaps::seen(std::string_view text, Role role) const {
  Look look = Look::other;
  switch (role) {
    case Role::word: {
      const Case letters = case_of(text);
      look = is_address(text) ? Look::address : Look::mixed;
      if (look == Look::address) break;
      if (letters.letters == 1 && letters.first_upper)
        look = Look::letter;
      else if (letters.first_upper && !letters.other_upper)
        look = Look::capital;
      else if (letters.other_upper && !letters.lower)
        look = Look::capitals;
      else if (letters.lower && !letters.other_upper && !letters.first_upper)
        look = Look::lower;
      break;
    }
    case Role::number:
      look = Look::number;
      break;
    case Role::initial:
      look = Look::initial;
      break;
    case Role::name_stop:
      look = Look::name_stop;
      break;
    case Role::end_stop:
      look = Look::end_stop;
      break;
    case Role::terminal:
      look = text.front() == '.' ? Look::full_stop : text.back() == '!' ? Look::exclamation : Look::question;
      break;
    case Role::ellipsis:
      look = Look::ellipsis;
      break;
    case Role::opener:
      look = Look::opener;
      break;
    case Role::closer:
      look = Look::closer;
      break;
    case Role::joiner:
      look = text == "," ? Look::comma : Look::colon;
      break;
    case Role::dash:
      look = text.size() > 3 ? Look::line : Look::dash;
      break;
    case Role::emoticon:
      look = Look::face;
      break;
    case Role::other:
      look = text.size() > 3 && text.front() == text.back() ? Look::line : Look::other;
      break;
  }
  return {look, word_hash(text)};
}

void Gaps::look_at(std::string_view text, const std::vector<Piece>& pieces, Style style) {
  style_ = style;
  constexpr Seen edge{Look::edge, 0};
  seen_.assign(2, edge);
  seen_.reserve(pieces.size() + 5);
  glued_.resize(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Span bytes = pieces[i].bytes;
    seen_.push_back(seen(text.substr(bytes.begin, bytes.size()), pieces[i].role));
    glued_[i] = i > 0 && pieces[i - 1].bytes.end == bytes.begin;
  }
  seen_.insert(seen_.end(), 3, edge);
  stops_.assign(pieces.size() + 1, static_cast<std::uint32_t>(pieces.size()));
  for (std::size_t i = pieces.size(); i-- > 0;) {
    const bool stop = pieces[i].role == Role::terminal || pieces[i].role == Role::ellipsis;
    stops_[i] = stop ? static_cast<std::uint32_t>(i) : stops_[i + 1];
  }
  ends_stopped_ = !pieces.empty() && stops_[pieces.size() - std::min<std::size_t>(pieces.size(), 2)] < pieces.size();
}

bool Gaps::is_shortened(Look look) {
  return look == Look::initial || look == Look::name_stop || look == Look::end_stop;
}

bool Gaps::open(std::size_t next) const {
  const Look left = at(next - 1).look, right = at(next).look;
  if (is_shortened(left) || is_shortened(right)) return false;
  if (edited() && (right == Look::lower || right == Look::address)) return false;
  if (right == Look::comma || right == Look::colon || right == Look::closer || right == Look::full_stop) return false;
  if (right != Look::lower) return true;
  return left != Look::lower && left != Look::comma && left != Look::capital && left != Look::opener &&
         left != Look::letter;
}

void Gaps::features(std::size_t next, std::size_t begin, bool rule, std::uint32_t bits,
                    std::vector<std::uint32_t>& out) const {
  const auto look = [&](std::size_t i) { return static_cast<std::uint32_t>(at(i).look); };
  // at() counts from -2 to 2 behind the last piece, so next - 2 may wrap around to the first edge: the sum does not.
  const std::uint32_t l = look(next - 1), l2 = look(next - 2), r = look(next), r2 = look(next + 1), r3 = look(next + 2);
  const std::uint32_t wl = at(next - 1).word, wr = at(next).word, wr2 = at(next + 1).word, wl2 = at(next - 2).word;
  const std::uint32_t pair = l * 32 + r, ruled = rule ? 1 : 0, style = static_cast<std::uint32_t>(style_);
  const std::uint32_t since = bucket(next - begin), until = bucket(stops_[next] - next),
                      rest = bucket(seen_.size() - 5 - next);
  const std::uint32_t first = look(begin), glued = glued_[next] ? 1 : 0, stopped = ends_stopped_ ? 1 : 0;
  std::uint32_t id = 0;
  out.clear();
  const auto add = [&](std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    out.push_back(mixed(mixed(mixed(++id * 0x9E3779B1U, a), b), c) >> (32 - bits));
  };
  add(pair, ruled);
  add(pair, l2);
  add(pair, r2);
  add(pair, l2 * 32 + r2);
  add(pair, r2 * 32 + r3);
  add(wl, r);
  add(wr, l);
  add(wr, wr2);
  add(wl, wl2);
  add(wl, wr);
  add(wl, ruled);
  add(wr, ruled);
  add(ruled * 4 + style, pair);
  add(ruled * 4 + style, first, r);
  add(since, pair);
  add(until, pair, stopped);
  add(rest, pair, stopped);
  add(first, pair, since);
  add(at(begin).word, pair);
  add(wr, style);
  add(glued, pair);
  add(wr2, pair);
  add(wl2, pair);
  add(bucket(begin), rest, pair);
}

namespace {

constexpr std::string_view magic = "dateline boundaries 1\n";
constexpr std::size_t numbers_size = 12;

std::int32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return static_cast<std::int32_t>(value);
}

void append_number(std::string& out, std::int32_t number) {
  for (int i = 0; i < 4; ++i) out += static_cast<char>(static_cast<std::uint32_t>(number) >> (8 * i));
}

}  // namespace

BoundaryModel::BoundaryModel(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::size_t note = bytes.find('\0');
  const auto refuse = [] { throw Error(ErrorKind::resource, "en/text/boundaries.bin", "is no model of boundaries"); };
  if (!bytes.starts_with(magic) || note == bytes.npos || bytes.size() < note + 1 + numbers_size) refuse();
  const std::int32_t bits = number_at(bytes, note + 1);
  if (bits < 1 || bits > 24 || bytes.size() != note + 1 + numbers_size + (std::size_t{1} << bits)) refuse();
  bits_ = static_cast<std::uint32_t>(bits);
  threshold_ = number_at(bytes, note + 5);
  edited_threshold_ = number_at(bytes, note + 9);
  weights_ = bytes.substr(note + 1 + numbers_size);
}

bool BoundaryModel::ends(const Gaps& gaps, std::size_t next, std::size_t begin, bool rule,
                         std::vector<std::uint32_t>& scratch) const {
  if (!gaps.open(next) || (rule && gaps.edited())) return rule;
  gaps.features(next, begin, rule, bits_, scratch);
  std::int32_t sum = 0;
  for (const std::uint32_t feature : scratch) sum += static_cast<signed char>(weights_[feature]);
  return sum > (gaps.edited() ? edited_threshold_ : threshold_);
}

std::string boundary_bytes(std::string_view note, std::uint32_t bits, const Thresholds& thresholds,
                           const std::vector<std::int8_t>& weights) {
  std::string out(magic);
  out.append(note) += '\0';
  append_number(out, static_cast<std::int32_t>(bits));
  append_number(out, thresholds.any);
  append_number(out, thresholds.edited);
  for (const std::int8_t weight : weights) out += static_cast<char>(weight);
  return out;
}

}  // namespace dateline::text
