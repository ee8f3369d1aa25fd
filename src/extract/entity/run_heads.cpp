#include "extract/entity/run_heads.hpp"

namespace dateline::entity {

const Head* head_of_run(const Page& page, const Rules& rules, Span run) {
  std::uint32_t last = run.end - 1;
  const std::string& ending = page.words[last].lower;
  if (run.size() > 2 && (rules.name_suffix.contains(ending) || rules.number_word.contains(ending))) --last;
  const auto found = rules.heads.find(page.words[last].text);
  return found == rules.heads.end() ? nullptr : &found->second;
}

bool is_corporate(const Page& page, const Rules& rules, Span run) {
  if (run.size() != 1 || page.words[run.begin].text.size() > longest_company_ending) return false;
  const Head* head = head_of_run(page, rules, run);
  return head && head->finer == "company";
}

bool has_digit(const Page& page, Span run) {
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    if (page.words[i].text.find_first_of("0123456789") != std::string_view::npos) return true;
  }
  return false;
}

bool leads_organization(const Page& page, const Rules& rules, Span run) {
  const auto head = rules.heads.find(page.words[run.begin].text);
  return head != rules.heads.end() && head->second.kind == EntityKind::organization;
}

std::string country_inside(const Page& page, const Rules& rules, Span run) {
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    const Gazetteer::Match match = rules.gazetteer.longest(page, i, run.end);
    if (match.tokens == 0) continue;
    const Known& known = match.readings.front();
    if (!known.local && !known.country.empty() && known.kind != EntityKind::organization) return known.country;
  }
  return {};
}

}  // namespace dateline::entity
