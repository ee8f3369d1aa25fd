// Who else takes part beside those that a role's slot names: "including Ann Lee", "along with Chile", "and three others".
#include <algorithm>

#include "extract/event/matcher.hpp"

namespace dateline {
/// "The mayor and three others": more of those that they are joined to, who have no name but their number.
std::optional<std::uint32_t> Matcher::counted_others(TokenIndex others, const std::vector<TokenIndex>& joined,
                                                     const RoleRule& rule, const Match& match) const {
  const auto number = on_.tree.child(others, "nummod");
  if (others == joined.front() || !number || *number + 1 != others || on_.tree.xpos(others) != "NNS" ||
      !on_.classes.holds("other_people", on_.tree.lemma(others)))
    return std::nullopt;
  const auto is_somebody = [&](std::uint32_t entity) {
    const EntityKind kind = on_.extraction.entities[entity].kind;
    return kind == EntityKind::person || kind == EntityKind::group;
  };
  const bool people = std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& before) {
    return before.role == rule.role && before.head == joined.front() &&
           std::any_of(before.entities.begin(), before.entities.end(), is_somebody);
  });
  if (!people) return std::nullopt;
  const std::string name = std::string(on_.tree.word(*number)) + " " + std::string(on_.tree.word(others));
  return on_.lookup.make({*number, others + 1}, name, EntityKind::group);
}

/// "Several suspects, including Ann Lee", "Norway, together with Chile": the names that are said to be among or beside those of a phrase.
Heads Matcher::company_of(TokenIndex head) const {
  Heads found;
  const auto add = [&](TokenIndex name) {
    for (const TokenIndex one : on_.tree.conjuncts(name)) {
      const auto entities = on_.lookup.headed_by(one);
      const bool named =
          std::any_of(entities.begin(), entities.end(), [&](std::uint32_t entity) { return has_name(entity, on_); });
      if (named) found.push_back(one);
    }
  };
  // "all of them, including Ann Lee"
  const auto counter = on_.tree.head(head);
  const bool counted = counter && on_.tree.is(head, "nmod") && *counter < head &&
                       on_.classes.holds("counting_preposition", on_.tree.preposition(head));
  Heads parts(on_.tree.children(head).begin(), on_.tree.children(head).end());
  if (counted) parts.insert(parts.end(), on_.tree.children(*counter).begin(), on_.tree.children(*counter).end());
  // "Norway, along with Chile, voted": the parser may hang them on the verb
  if (const auto verb = on_.tree.head(head); verb && on_.tree.is(head, "nsubj")) {
    for (const TokenIndex one : on_.tree.children(*verb)) {
      if (on_.tree.is(one, "obl") && one > head && one < *verb) parts.push_back(one);
    }
  }
  for (const TokenIndex one : parts) {
    if (one <= head) continue;
    // "the union, joined by students, marched"
    if (on_.tree.is(one, "acl") && !on_.tree.is(one, "acl:relcl") &&
        on_.classes.holds("company_participle", on_.tree.lemma(one))) {
      for (const TokenIndex beside : on_.arguments.slot(one, "subj")) add(beside);
    }
    const bool phrase = on_.tree.is(one, "nmod") || on_.tree.is(one, "obl");
    const auto joint = on_.tree.child(one, "case");
    const bool together = joint && *joint > head + 1 && on_.classes.holds("company_joint", on_.tree.preposition(one)) &&
                          on_.classes.holds("company_adverb", on_.tree.lemma(*joint - 1));
    if (phrase && (together || on_.classes.holds("company_preposition", on_.tree.preposition(one)))) add(one);
    if (!on_.classes.holds("company_adverb", on_.tree.lemma(one))) continue;
    for (const TokenIndex beside : on_.tree.children(one)) {
      if (on_.tree.is(beside, "obl") && on_.classes.holds("company_joint", on_.tree.preposition(beside))) add(beside);
    }
  }
  return found;
}

}  // namespace dateline
