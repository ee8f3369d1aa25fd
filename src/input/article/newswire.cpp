#include "input/article/newswire.hpp"

#include <algorithm>
#include <array>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

constexpr std::size_t longest_dateline = 140;  // bytes
constexpr std::size_t longest_place = 6;       // words

struct Break {
  std::string_view mark;
  bool spaced;  ///< only between spaces
};
constexpr std::array<Break, 10> breaks = {{{"\xE2\x80\x94", false},
                                           {"\xE2\x80\x93", true},
                                           {"--", false},
                                           {"-", true},
                                           {":", false},
                                           {"_", true},
                                           {"\xE2\x80\x95", false},
                                           {"/.", false},
                                           {"/ ", false},
                                           {"\xE2\x80\x91", true}}};

std::string_view trimmed_marks(std::string_view text) {
  constexpr std::string_view marks = " ,.;-";
  while (!text.empty() && marks.find(text.back()) != marks.npos) text.remove_suffix(1);
  while (!text.empty() && marks.find(text.front()) != marks.npos) text.remove_prefix(1);
  return text;
}

/// Takes "(Reuters)", "[AP]", "/TASS/" off the end of `front`; false when what stands there is something else.
bool take_agency(std::string_view& front, Newswire& wire, bool& enclosed, const Rules& rules) {
  front = trimmed_marks(front);
  if (front.empty()) return true;
  const char close = front.back();
  const char open = close == ')' ? '(' : close == ']' ? '[' : close == '/' ? '/' : 0;
  if (open == 0) return true;
  const std::size_t at = front.substr(0, front.size() - 1).rfind(open);
  if (at == front.npos) return false;
  const std::string_view inside = front.substr(at + 1, front.size() - at - 2);
  if (word_count(inside) > 4) return false;
  wire.agencies = rules.agencies.named_in(inside);
  enclosed = true;
  front = trimmed_marks(front.substr(0, at));
  return true;
}

void take_date(std::string_view& front, Newswire& wire, const Rules& rules) {
  for (const WrittenDate& date : dates_in(front, rules.calendar)) {
    if (date.day == 0 || date.month == 0) continue;
    wire.date = date;
    const std::string_view behind = trimmed_marks(front.substr(date.bytes.end));
    front = behind.empty() ? trimmed_marks(front.substr(0, date.bytes.begin)) : front;
    return;
  }
}

enum class Letters { capitals, names, other };

Letters letters_of(std::string_view place, const Rules& rules) {
  const std::string_view first = place.substr(0, place.find(','));
  bool capitals = true;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < first.size();) {
    const char32_t c = utf8::next(first, at);
    letters += utf8::is_letter(c);
    capitals &= !utf8::is_letter(c) || utf8::is_upper(c);
  }
  for (const Word& word : words_of(place)) {
    const std::string lower = folded(place.substr(word.bytes.begin, word.bytes.size()));
    if (rules.cues.no_places.contains(lower)) return Letters::other;
    if (!word.capital && !rules.cues.name_connectors.contains(lower)) return Letters::other;
  }
  return capitals && letters >= 3 ? Letters::capitals : Letters::names;
}

bool is_dash(std::string_view mark) { return mark != ":" && mark[0] != '/'; }

/// "London", "Kyiv, Ukraine", "Berlin/Paris": a town, and what it lies in or towns beside it.
bool is_known(std::string_view place, const Rules& rules) {
  std::size_t parts = 0;
  for (const std::string_view side : split(place, '/')) {
    for (const std::string_view part : split(side, ',')) {
      const std::string_view name = trimmed_marks(part);
      if (parts++ == 0 ? !rules.places.is_town(name) : !rules.places.is_place(name)) return false;
    }
  }
  return true;
}

/// "Vienna - Austria's capital - has ...": a second mark in the first sentence closes an aside.
bool opens_aside(std::string_view mark, std::string_view report) {
  return is_dash(mark) && report.substr(0, report.find(". ")).find(mark) != report.npos;
}

/// Reads what stands before a break as a dateline; `report` is what stands behind it.
bool read_front(std::string_view front, std::string_view mark, std::string_view report, Newswire& wire,
                const Rules& rules) {
  bool enclosed = false;
  if (!take_agency(front, wire, enclosed, rules)) return false;
  take_date(front, wire, rules);
  if (!enclosed) {
    if (const std::optional<std::string> agency = rules.agencies.agency(front)) {
      wire.agencies = {*agency};
      return true;
    }
  }
  if (front.find_first_of("\"()[]!?;") != front.npos || word_count(front) > longest_place) return false;
  if (front.find("\xE2\x80\x9C") != front.npos) return false;
  if (front.empty()) return !wire.agencies.empty() || (wire.date && is_dash(mark));
  const Letters letters = letters_of(front, rules);
  if (letters == Letters::other) return false;
  wire.place = squeeze(front);
  if (!wire.agencies.empty() || (wire.date && mark != ":")) return true;
  return mark[0] != '/' && (letters == Letters::capitals || (is_known(front, rules) && !opens_aside(mark, report)));
}

std::optional<Newswire> read_to_break(std::string_view paragraph, const Rules& rules) {
  const std::string_view start = paragraph.substr(0, longest_dateline);
  for (std::size_t at = 1; at < start.size(); ++at) {
    for (const Break& one : breaks) {
      if (!start.substr(at).starts_with(one.mark)) continue;
      const std::size_t end = at + one.mark.size();
      const bool spaced = start[at - 1] == ' ' && end < start.size() && start[end] == ' ';
      if (one.spaced && !spaced) continue;
      if (one.mark == ":" && (end >= start.size() || start[end] != ' ')) continue;
      Newswire wire;
      const std::size_t front = one.mark[0] == '/' ? at + 1 : at;
      if (!read_front(start.substr(0, front), one.mark, paragraph.substr(end), wire, rules)) continue;
      wire.size = end;
      while (wire.size < paragraph.size() && (paragraph[wire.size] == ' ' || paragraph[wire.size] == '-')) ++wire.size;
      if (wire.size >= paragraph.size() || starts_lower(paragraph.substr(wire.size, 40))) continue;
      return wire;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Newswire> newswire_of(std::string_view paragraph, const Rules& rules) {
  std::optional<Newswire> wire = read_to_break(paragraph, rules);
  if (!wire || wire->date) return wire;
  // "ARDEN, Ruritania - June 7, 2024 - ": the day behind a dash of its own
  const std::optional<Newswire> day = read_to_break(paragraph.substr(wire->size), rules);
  if (!day || !day->date || !day->place.empty()) return wire;
  wire->date = day->date;
  for (const std::string& agency : day->agencies) wire->agencies.push_back(agency);
  wire->size += day->size;
  return wire;
}

}  // namespace dateline::input
