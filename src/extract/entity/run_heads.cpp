#include "extract/entity/run_heads.hpp"

#include <algorithm>

#include "extract/entity/same_name.hpp"

namespace dateline::entity {

bool names_cause(const Page& page, const Rules& rules, Span run) {
  for (std::uint32_t i = run.begin + 1; page.parsed && i + 1 < run.end; ++i) {
    if (page.tag(i) != Upos::ADP || !page.words[i].capital) continue;
    const Nominal* people = rules.nominals.find(page.words[i - 1].lower);
    if (people && people->number == Number::plural && people->kind == EntityKind::group) return true;
  }
  return false;
}

const Head* head_of_run(const Page& page, const Rules& rules, Span run) {
  static const Head body{EntityKind::organization, "", false};
  if (names_cause(page, rules, run)) return &body;
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

/// "pro-Moscow" before a name, one word to the tokenizer.
bool is_prefixed(const Rules& rules, const Word& word) {
  const std::size_t hyphen = word.lower.find('-');
  return hyphen != std::string::npos && rules.prefix.contains(std::string_view(word.lower).substr(0, hyphen));
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

const Known* first_of_pair(const Page& page, const Rules& rules, Span run, std::uint32_t end) {
  const auto is_direction = [&](std::uint32_t token) { return rules.direction.contains(page.words[token].lower); };
  const std::uint32_t next = run.end + 1;
  if (run.size() != 1 || next + 1 >= end || !is_direction(run.begin) || !is_direction(next)) return nullptr;
  if (!rules.and_word.contains(page.words[run.end].lower)) return nullptr;
  const Gazetteer::Match other = rules.gazetteer.longest(page, next, end);
  if (other.tokens < 2) return nullptr;
  const std::string rest = plain_form(page.text({next + 1, next + other.tokens}));
  const std::span<const Known> readings = rules.gazetteer.find(page.words[run.begin].plain + " " + rest);
  return readings.empty() ? nullptr : &readings.front();
}

const Head* leading_head(const Page& page, const Rules& rules, Span run) {
  for (std::uint32_t i = run.begin; i + 1 < run.end && i < run.begin + 2; ++i) {
    const auto found = rules.heads.find(page.words[i].text);
    if (found == rules.heads.end() || !found->second.leads) continue;
    if (i == run.begin || found->second.kind == EntityKind::other) return &found->second;
  }
  return nullptr;
}

bool is_part_of_day(const Page& page, const Rules& rules, Span run, std::uint32_t token) {
  const auto head = rules.heads.find(page.words[run.end - 1].text);
  if (run.size() < 2 || token + 1 >= run.end || head == rules.heads.end()) return false;
  return rules.gazetteer.longest(page, token + 1, run.end).tokens < 2 && head->second.kind != EntityKind::person;
}

bool is_era(const Page& page, const Rules& rules, Span run) {
  if (run.size() != 1 || !rules.era.contains(page.words[run.begin].lower) || run.begin == 0) return false;
  const Word& before = page.words[run.begin - 1];
  return !before.letters || rules.number_word.contains(before.lower);
}

bool introduces_letters(const Page& page, Span run) {
  if (run.end + 2 >= page.words.size() || page.words[run.end].text != "(" || page.words[run.end + 2].text != ")")
    return false;
  const std::string letters = letters_of(page.words[run.end + 1].plain);
  if (letters.size() < 2 || letters[1] < 'A' || (letters[1] > 'Z' && letters.size() < 4)) return false;
  std::string capitals, initials;
  for (const char c : letters) {
    if (c >= 'A' && c <= 'Z') capitals += c;
  }
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    if (page.words[i].capital) initials += page.words[i].plain.front();
  }
  if (capitals.size() < 2 || initials.empty() || initials.back() != capitals.back())
    return same_letters(capitals, initials);
  std::size_t at = 0;
  for (const char c : initials) at += at < capitals.size() && capitals[at] == c;
  return at == capitals.size() || same_letters(capitals, initials);
}

bool is_spelled_out(const Page& page, Span run) {
  if (run.end + 2 >= page.words.size() || page.words[run.end].text != "(" || page.words[run.end + 2].text != ")")
    return false;
  std::string initials;
  for (std::uint32_t i = run.begin; i < run.end; ++i) initials += page.words[i].lower.front();
  return run.size() > 2 && page.words[run.end + 1].capital && page.words[run.end + 1].lower == initials;
}

bool is_of_part(const Page& page, const Rules& rules, const Gazetteer::Match& match, std::uint32_t after) {
  const bool only_local =
      std::all_of(match.readings.begin(), match.readings.end(), [](const Known& known) { return known.local; });
  return only_local && rules.complement.contains(page.words[after].lower);
}

bool ends_in_country(const Page& page, const Rules& rules, Span run, std::uint32_t country) {
  const Gazetteer::Match match = rules.gazetteer.longest(page, country, run.end);
  const Known* name = match.as(Known::Use::name);
  if (!name || name->kind != EntityKind::country || country + match.tokens != run.end || country == run.begin)
    return false;
  for (std::uint32_t i = run.begin; i < country; ++i) {
    const NameTag tag = page.extraction.tokens[i].name;
    if (!page.words[i].capital || tag == NameTag::B_PER || tag == NameTag::I_PER || tag == NameTag::O) return false;
  }
  return true;
}

bool is_campus(const Page& page, const Rules& rules, const Known& name, std::uint32_t next) {
  return name.kind == EntityKind::organization && rules.at_word.contains(page.words[next].lower);
}

bool counts_members(const Page& page, const Rules& rules, Span run) {
  if (run.size() != 1 || run.begin == page.sentence(run.begin).tokens.begin) return false;
  const std::string& before = page.words[run.begin - 1].lower;
  const bool counted = rules.indefinite.contains(before) || rules.quantifier.contains(before) ||
                       rules.number_word.contains(before) || page.tag(run.begin - 1) == Upos::NUM;
  const Nominal* noun = rules.nominals.find(page.words[run.begin].lower);
  return counted && noun && noun->number == Number::plural;
}

Span trimmed(const Page& page, const Rules& rules, Span run) {
  while (!run.empty() && is_loose_end(page, rules, run)) --run.end;
  while (!run.empty() &&
         (!page.words[run.begin].letters || (run.size() > 1 && is_prefixed(rules, page.words[run.begin]))))
    ++run.begin;
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
