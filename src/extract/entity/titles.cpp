#include "extract/entity/titles.hpp"

#include <algorithm>

namespace dateline::entity {
namespace {

/// Deputies of ministers of emergencies and the like: no title has more modifiers.
constexpr std::uint32_t most_modifiers = 6;

bool is_hyphen(std::string_view text) { return text == "-"; }

/// Past the modifiers that stand before `begin`: "Deputy", "Foreign", a capitalised or hyphened part of a post's name.
std::uint32_t modifiers_begin(const Page& page, const Rules& rules, std::uint32_t floor, std::uint32_t begin) {
  std::uint32_t first = begin;
  while (first > floor && begin - first < most_modifiers) {
    const std::uint32_t before = first - 1;
    if (is_hyphen(page.words[before].text) && before > floor &&
        rules.title_modifier.contains(page.words[before - 1].lower)) {
      first = before - 1;
      continue;
    }
    if (!rules.title_modifier.contains(page.words[before].lower)) break;
    first = before;
  }
  return first;
}

}  // namespace

std::optional<TitlePlace> title_at(const Page& page, const Rules& rules, std::uint32_t begin, std::uint32_t end) {
  std::optional<TitlePlace> best;
  std::string form;
  for (std::uint32_t i = begin; i < end && i < begin + 2 * rules.longest_title; ++i) {
    if (i > begin && page.words[i].gap) form += ' ';
    form += page.words[i].plain;
    const auto found = rules.titles.lower_bound(form);
    if (found == rules.titles.end() || !found->first.starts_with(form)) break;
    if (found->first == form) best = TitlePlace{{begin, i + 1}, {begin, i + 1}, found->second};
  }
  return best;
}

std::optional<TitlePlace> title_before(const Page& page, const Rules& rules, std::uint32_t floor, std::uint32_t end) {
  std::optional<TitlePlace> best;
  const std::uint32_t reach = static_cast<std::uint32_t>(2 * rules.longest_title);
  for (std::uint32_t begin = end; begin > floor && end - begin < reach; --begin) {
    const auto here = title_at(page, rules, begin - 1, end);
    if (here && here->word.end == end) best = here;
  }
  if (best) best->tokens.begin = modifiers_begin(page, rules, floor, best->word.begin);
  return best;
}

}  // namespace dateline::entity
