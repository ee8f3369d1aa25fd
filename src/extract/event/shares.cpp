#include "extract/event/shares.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace dateline {
namespace {

constexpr TokenIndex longest_place = 4;  // "in the United States"

bool is_place_or_country(EntityKind kind) { return kind == EntityKind::place || kind == EntityKind::country; }

/// "Germany" of "3,700 in Germany": the place right behind a number.
std::optional<std::uint32_t> place_behind(TokenIndex number, const MatchContext& on) {
  const TokenIndex joint = number + 1;
  if (joint + 1 >= on.tree.size() || !on.classes.holds("share_preposition", on.tree.lemma(joint))) return std::nullopt;
  const TokenIndex end = std::min<TokenIndex>(joint + 1 + longest_place, static_cast<TokenIndex>(on.tree.size()));
  for (TokenIndex one = joint + 1; one < end; ++one) {
    for (const std::uint32_t entity : on.lookup.headed_by(one)) {
      if (is_place_or_country(on.extraction.entities[entity].kind)) return entity;
    }
    if (on.tree.upos(one) != Upos::DET && on.tree.upos(one) != Upos::PROPN && on.tree.upos(one) != Upos::ADJ)
      return std::nullopt;
  }
  return std::nullopt;
}

/// A bare number that goes on from another: behind a comma, "and" or "another", and no number of a noun.
bool goes_on(TokenIndex number, const MatchContext& on) {
  const Tree& tree = on.tree;
  if (tree.upos(number) != Upos::NUM || tree.is(number, "nummod") || tree.is(number, "compound")) return false;
  TokenIndex before = number - 1;
  while (before > 0 && on.classes.holds("share_adverb", tree.lemma(before))) --before;
  return tree.word(before) == "," || on.classes.holds("share_joint", tree.lemma(before));
}

/// The role of the count and its number; nothing for an event that counts nothing.
const Amount* count_of(const Match& match) {
  const auto found = std::find_if(match.amounts.begin(), match.amounts.end(),
                                  [&](const Amount& one) { return one.role == match.frame->amount_role && one.value; });
  return found == match.amounts.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Share> shares(const Match& match, const MatchContext& on) {
  std::vector<Share> found;
  const Amount* count = count_of(match);
  if (!count || !on.tree.is_verb(match.trigger)) return found;
  const std::uint32_t sentence = on.tree.sentence(match.trigger);
  bool past_count = false;
  for (TokenIndex one = on.tree.extent(match.trigger).begin; one < on.tree.size() && on.tree.sentence(one) == sentence;
       ++one) {
    past_count |= on.tree.word(one) == count->text;
    if (!past_count || one == 0 || !goes_on(one, on)) continue;
    const auto place = place_behind(one, on);
    if (!place) continue;
    const std::string word(on.tree.word(one));
    if (const auto value = on.numbers.value(word)) found.push_back({one, *place, {count->role, word, value}});
  }
  return found;
}

}  // namespace dateline
