#include "input/text/agencies.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

bool is_word_byte(char c) {
  return (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool ends_with_words(std::string_view text, std::string_view words) {
  if (!text.ends_with(words)) return false;
  return text.size() == words.size() || text[text.size() - words.size() - 1] == ' ';
}

bool starts_with_words(std::string_view text, std::string_view words) {
  return text.starts_with(words) && (text.size() == words.size() || !is_word_byte(text[words.size()]));
}

void keep(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

}  // namespace

Agencies::Agencies(const Resources& resources) {
  const Table& names = resources.table("en/input/agencies");
  for (const Row& row : names.rows) {
    for (const std::string& surface : names.list(row, "surfaces")) surfaces_.push_back({surface, row.cells.front()});
  }
  std::stable_sort(surfaces_.begin(), surfaces_.end(),
                   [](const Surface& a, const Surface& b) { return a.text.size() > b.text.size(); });
  const Table& words = resources.table("en/input/source_words");
  for (const Row& row : words.rows) {
    const std::string& place = words.cell(row, "place");
    if (place != "before" && place != "after") fail(row, "'" + place + "' is not a place: before or after");
    for (const std::string& surface : words.list(row, "surfaces"))
      (place == "before" ? before_ : after_).push_back(folded(surface));
  }
}

std::vector<Agencies::Sight> Agencies::sights(std::string_view text) const {
  std::vector<Sight> found;
  std::vector<bool> taken(text.size());
  for (const Surface& surface : surfaces_) {
    for (std::size_t at = text.find(surface.text); at != text.npos; at = text.find(surface.text, at + 1)) {
      const std::size_t end = at + surface.text.size();
      const bool whole = (at == 0 || (!is_word_byte(text[at - 1]) && text[at - 1] != '-')) &&
                         (end == text.size() || !is_word_byte(text[end]) || text.substr(end).starts_with("\xE2\x80"));
      if (!whole || taken[at]) continue;
      found.push_back({at, end, &surface.name});
      std::fill(taken.begin() + static_cast<std::ptrdiff_t>(at), taken.begin() + static_cast<std::ptrdiff_t>(end),
                true);
    }
  }
  std::sort(found.begin(), found.end(), [](const Sight& a, const Sight& b) { return a.begin < b.begin; });
  return found;
}

std::vector<std::string> Agencies::named_in(std::string_view line) const {
  std::vector<std::string> names;
  for (const Sight& sight : sights(line)) keep(names, *sight.name);
  return names;
}

std::vector<std::string> Agencies::sources_in(std::string_view prose) const {
  constexpr std::size_t reach = 40;  // bytes of context; the longest cue is shorter
  std::vector<std::string> names;
  for (const Sight& sight : sights(prose)) {
    const std::size_t from = sight.begin > reach ? sight.begin - reach : 0;
    const std::string before = folded(prose.substr(from, sight.begin - from));
    const std::string after = folded(prose.substr(sight.end, reach));
    const bool source = std::any_of(before_.begin(), before_.end(),
                                    [&](const std::string& words) { return ends_with_words(before, words); }) ||
                        std::any_of(after_.begin(), after_.end(),
                                    [&](const std::string& words) { return starts_with_words(after, words); });
    if (source) keep(names, *sight.name);
  }
  return names;
}

std::optional<std::string> Agencies::agency(std::string_view text) const {
  for (const Surface& surface : surfaces_) {
    if (surface.text == text) return surface.name;
  }
  return std::nullopt;
}

}  // namespace dateline::input
