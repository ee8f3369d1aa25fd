#include "extract/entity/run_heads.hpp"

namespace dateline::entity {

const Head* head_of_run(const Page& page, const Rules& rules, Span run) {
  std::uint32_t last = run.end - 1;
  const std::string& ending = page.words[last].lower;
  if (run.size() > 2 && (rules.name_suffix.contains(ending) || rules.number_word.contains(ending))) --last;
  const auto found = rules.heads.find(page.words[last].text);
  return found == rules.heads.end() ? nullptr : &found->second;
}

namespace {

bool is_link(const Rules& rules, const Word& word) {
  return !word.capital && (rules.name_link.contains(word.lower) || rules.on_link.contains(word.lower));
}

/// "the", a bracket, a link: nothing that a name ends with.
bool is_loose_end(const Page& page, const Rules& rules, Span run) {
  const Word& last = page.words[run.end - 1];
  const bool mark = !last.letters && last.text.find_first_of("0123456789") == std::string_view::npos;
  return mark || (!last.capital && rules.determiner.contains(last.lower)) || (run.size() > 1 && is_link(rules, last));
}

}  // namespace

const Head* linked_head(const Page& page, const Rules& rules, Span run) {
  for (std::uint32_t i = run.begin + 1; i + 1 < run.end; ++i) {
    if (!is_link(rules, page.words[i])) continue;
    const auto head = rules.heads.find(page.words[i - 1].text);
    if (head != rules.heads.end()) return &head->second;
  }
  return nullptr;
}

bool is_matter_of_body(const Page& page, const Rules& rules, Span run, std::uint32_t at) {
  if (at < run.begin + 2 || !is_link(rules, page.words[at - 1])) return false;
  const auto head = rules.heads.find(page.words[at - 2].text);
  return head != rules.heads.end() && head->second.kind == EntityKind::organization;
}

Span trimmed(const Page& page, const Rules& rules, Span run) {
  while (!run.empty() && is_loose_end(page, rules, run)) --run.end;
  while (!run.empty() && !page.words[run.begin].letters) ++run.begin;
  return run;
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
