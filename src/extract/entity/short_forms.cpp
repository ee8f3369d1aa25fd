#include "extract/entity/short_forms.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"
#include "extract/entity/same_name.hpp"

namespace dateline::entity {
namespace {

/// The heads are written with a capital, folded words are not.
const Head* head_named(const Rules& rules, std::string word) {
  auto found = rules.heads.find(capitalised(word));
  if (found == rules.heads.end()) {
    // "MV".
    std::transform(word.begin(), word.end(), word.begin(), [](char c) { return capitalised({c}).front(); });
    found = rules.heads.find(word);
  }
  return found == rules.heads.end() ? nullptr : &found->second;
}

bool begins_with(const Member& longer, const Member& shorter) {
  return longer.words.size() > shorter.words.size() &&
         std::equal(shorter.words.begin(), shorter.words.end(), longer.words.begin());
}

bool is_end(const Member& shorter, const Member& longer) {
  return shorter.kind == longer.kind && shorter.key.empty() && shorter.words.size() >= 2 &&
         longer.words.size() > shorter.words.size() &&
         std::equal(shorter.words.rbegin(), shorter.words.rend(), longer.words.rbegin());
}

/// "Supreme Court" for "Supreme Court of Chile", "the House" for "House of Commons".
bool lacks_complement(const Rules& rules, const Member& shorter, const Member& longer) {
  if (!begins_with(longer, shorter) || !shorter.key.empty() || longer.kind != EntityKind::organization) return false;
  if (!rules.complement.contains(longer.words[shorter.words.size()])) return false;
  return shorter.words.size() == 1 ? rules.heads.contains(shorter.name) : shorter.kind == longer.kind;
}

/// "Green Future" for "Green Future Party".
bool lacks_head(const Member& shorter, const Member& longer) {
  return shorter.words.size() >= 2 && shorter.key.empty() && shorter.kind != EntityKind::place &&
         longer.kind == EntityKind::organization && longer.words.size() == shorter.words.size() + 1 &&
         begins_with(longer, shorter);
}

/// "Northrop" for "Northrop Grumman".
bool is_start(const Rules& rules, const Member& shorter, const Member& longer) {
  const bool may_be =
      shorter.words.size() == 1 && !rules.heads.contains(shorter.name) && shorter.key.empty() && shorter.named;
  if (!may_be || longer.kind != EntityKind::organization || !longer.named || !begins_with(longer, shorter))
    return false;
  // "Coron" is a town beside a "Coron Tourism Council", a firm beside "Coron Steel Ltd.".
  return shorter.kind != EntityKind::place || !longer.key.empty() || longer.finer == "company" ||
         longer.finer == "media";
}

bool is_region(const Rules& rules, const Member& shorter, const Member& longer) {
  return shorter.kind == EntityKind::place && longer.kind == EntityKind::place &&
         longer.words.size() == shorter.words.size() + 1 && rules.region_noun.contains(longer.words.back()) &&
         begins_with(longer, shorter);
}

/// Before the key of a storm's name, that no other key begins with.
const std::string storm_mark = "\1";

bool is_country(const Gazetteer::Match& match) {
  return match.tokens > 0 && match.readings.front().kind == EntityKind::country && !match.readings.front().local;
}

}  // namespace

bool is_called(const Rules& rules, const std::string& word, const Member& event) {
  const bool thing = event.kind == EntityKind::other || event.kind == EntityKind::product;
  if (!thing || event.words.size() < 2 || event.words.size() > 3 || event.words.back() != word) return false;
  const Head* head = head_named(rules, event.words[event.words.size() - 2]);
  return head && head->leads && head->kind == event.kind && !head_named(rules, word);
}

bool is_short_form(const Rules& rules, const Member& shorter, const Member& longer) {
  if (shorter.kind == EntityKind::country || shorter.words.empty()) return false;
  if (shorter.words.size() == 1 && shorter.key.empty() && is_called(rules, shorter.words.front(), longer)) return true;
  return is_end(shorter, longer) || is_region(rules, shorter, longer) || is_start(rules, shorter, longer) ||
         lacks_head(shorter, longer) || lacks_complement(rules, shorter, longer);
}

bool is_headed_by(const Rules& rules, const Member& member, const std::string& noun) {
  const auto& words = member.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == noun && (i + 1 == words.size() || rules.name_link.contains(words[i + 1]))) return true;
  }
  return false;
}

bool only_introduces(const Rules& rules, const Member& longer, const Member& shorter) {
  if (shorter.kind != EntityKind::place && shorter.kind != EntityKind::country) return false;
  if (longer.kind != EntityKind::place || !longer.key.empty() || longer.words.size() != shorter.words.size() + 2)
    return false;
  return (rules.region_noun.contains(longer.words.front()) || rules.place_noun_before.contains(longer.words.front())) &&
         rules.complement.contains(longer.words[1]) &&
         std::equal(shorter.words.begin(), shorter.words.end(), longer.words.begin() + 2);
}

std::vector<std::string> base_form(const Page& page, const Rules& rules, std::vector<std::string> words, Span tokens) {
  std::uint32_t last = tokens.end - 1;
  while (words.size() > 1 && last > tokens.begin) {
    const auto head = rules.heads.find(page.words[last].text);
    if (head == rules.heads.end() || head->second.finer != "company" || page.words[last].text.size() > 4) break;
    words.pop_back();
    --last;
  }
  return words;
}

bool shares_surname(const Page& page, const Rules& rules, const std::vector<NameMention>& names, std::size_t i) {
  if (i + 1 >= names.size() || names[i].tokens.size() != 1 || !names[i].title.empty()) return false;
  const Span next = names[i + 1].tokens;
  const std::uint32_t link = names[i].tokens.end;
  return names[i + 1].kind == EntityKind::person && next.size() == 2 && names[i + 1].title.empty() &&
         next.begin == link + 1 && rules.and_word.contains(page.words[link].lower) &&
         rules.given_names.contains(page.words[names[i].tokens.begin].plain) &&
         rules.given_names.contains(page.words[next.begin].plain);
}

std::string name_key(const Page& page, const Rules& rules, const NameMention& mention,
                     const std::vector<std::string>& own) {
  const Span tokens = mention.tokens;
  const std::vector<std::string> words = base_form(page, rules, own, mention.tokens);
  if (mention.kind == EntityKind::person || tokens.size() < 2) return join(words, " ");
  // "Hurricane Agnes", "Tropical Storm Agnes".
  const auto is_storm = [&](const std::string& word) { return rules.storm.contains(word); };
  if (words.size() > 1 && std::all_of(words.begin(), words.end() - 1, is_storm)) return storm_mark + words.back();
  const Gazetteer::Match front = rules.gazetteer.longest(page, tokens.begin, tokens.end);
  if (is_country(front) && front.tokens < tokens.size()) {
    const std::uint32_t rest = tokens.begin + front.tokens;
    return front.readings.front().country + " " + join(folded_words(page, rules, {rest, tokens.end}), " ");
  }
  for (std::uint32_t at = tokens.begin + 1; at + 1 < tokens.end; ++at) {
    if (!rules.complement.contains(page.words[at].lower)) continue;
    std::uint32_t begin = at + 1;
    if (rules.determiner.contains(page.words[begin].lower)) ++begin;
    const Gazetteer::Match back = rules.gazetteer.longest(page, begin, tokens.end);
    if (is_country(back) && begin + back.tokens == tokens.end)
      return back.readings.front().country + " " + join(folded_words(page, rules, {tokens.begin, at}), " ");
  }
  return join(words, " ");
}

}  // namespace dateline::entity
