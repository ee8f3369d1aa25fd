// Who fills the roles of a frame: the phrases of its slots, the names they stand for, and amounts.
#include <algorithm>

#include "extract/event/matcher.hpp"

namespace dateline {
namespace {

/// Nobody stands in two roles of one event: a second one is a misread pronoun.
bool fills_other(const Match& match, std::string_view role, std::uint32_t entity) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) {
    return one.role != role && std::find(one.entities.begin(), one.entities.end(), entity) != one.entities.end();
  });
}

}  // namespace

bool has_role(const Match& match, std::string_view role) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) { return one.role == role; });
}

/// "Those killed were Ann Lee and Tom Reed": the names that a predicate gives to whom a modifier of its subject speaks of.
std::vector<std::uint32_t> Matcher::named_as(TokenIndex head) const {
  const auto predicate = on_.tree.head(head);
  if (!predicate || on_.tree.relation(head) != "nsubj" || on_.tree.upos(head) == Upos::PROPN ||
      on_.tree.upos(*predicate) != Upos::PROPN || !on_.tree.child(*predicate, "cop") ||
      !on_.tree.preposition(*predicate).empty() || !on_.arguments.slot(*predicate, "neg").empty())
    return {};
  std::vector<std::uint32_t> found;
  for (const TokenIndex one : on_.tree.conjuncts(*predicate)) {
    for (const std::uint32_t entity : on_.lookup.headed_by(one)) found.push_back(entity);
  }
  return found;
}

/// "The index, the FTSE 100, fell", "two clubs, Arsenal and Chelsea, bid": the names that stand in apposition to a common noun.
std::vector<std::uint32_t> Matcher::named_beside(TokenIndex head) const {
  if (on_.tree.upos(head) != Upos::NOUN) return {};
  const auto apposition = on_.tree.child(head, "appos");
  if (!apposition || on_.tree.upos(*apposition) != Upos::PROPN || *apposition < head) return {};
  const EntityLookup::Place* place = on_.lookup.place(*apposition);
  if (!place || place->form != MentionForm::name) return {};
  std::vector<std::uint32_t> found = on_.lookup.headed_by(*apposition);
  if (on_.tree.xpos(head) != "NNS" || found.empty()) return found;
  for (const TokenIndex one : on_.tree.conjuncts(*apposition)) {
    if (one == *apposition || on_.tree.upos(one) != Upos::PROPN) continue;
    for (const std::uint32_t entity : on_.lookup.headed_by(one)) found.push_back(entity);
  }
  return found;
}

/// A modifier before a noun fills a role only when it names someone: "Russian invasion", "Kremlin talks".
std::vector<std::uint32_t> Matcher::entities(TokenIndex head, std::string_view slot, const RoleRule& rule) const {
  if (slot == "comp") {
    std::vector<std::uint32_t> found = on_.lookup.headed_by(head);
    if (found.empty() && (on_.tree.upos(head) == Upos::PROPN || on_.tree.upos(head) == Upos::ADJ))
      found = on_.lookup.covering(head);
    if (found.empty() && on_.tree.upos(head) == Upos::NOUN) found = on_.lookup.of_phrase(head);
    return found;
  }
  if (std::vector<std::uint32_t> named = named_as(head); !named.empty()) return named;
  if (std::vector<std::uint32_t> named = named_beside(head); !named.empty()) return named;
  return on_.lookup.of_phrase(head, rule.any_noun || rule.restriction.any_agent ? EntityLookup::Make::any_noun
                                                                                : EntityLookup::Make::known_nouns);
}

/// "The mayor and candidate Ann Lee", where the parser joins the name to its titles: nothing stands between it and the last of them.
bool Matcher::is_title_before(TokenIndex noun, const std::vector<TokenIndex>& joined) const {
  const TokenIndex name = joined.back();
  if (std::find(joined.begin(), joined.end(), name - 1) == joined.end() || name == 0) return false;
  const auto named = on_.lookup.headed_by(name);
  if (named.size() != 1 || on_.extraction.entities[named.front()].kind != EntityKind::person) return false;
  return std::all_of(
             joined.begin(), joined.end() - 1,
             [&](TokenIndex one) { return on_.tree.upos(one) == Upos::NOUN && !on_.tree.xpos(one).ends_with('S'); }) &&
         noun < name;
}

/// "The singer, actor, and activist Ann Lee": bare nouns that are joined to one beside a name tell of that one person.
bool Matcher::is_joined_title(TokenIndex noun, const std::vector<TokenIndex>& joined) const {
  const TokenIndex last = joined.back();
  if (noun != last && on_.tree.upos(last) == Upos::PROPN) return is_title_before(noun, joined);
  if (noun == last || on_.tree.upos(last) != Upos::NOUN || on_.tree.upos(noun) != Upos::NOUN ||
      on_.tree.xpos(noun).ends_with('S') || on_.tree.child(last, "det") || on_.tree.child(noun, "appos"))
    return false;
  const auto named = on_.lookup.headed_by(last);
  if (named.size() != 1 || on_.extraction.entities[named.front()].kind != EntityKind::person) return false;
  const auto parts = on_.tree.children(last);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one > last && on_.tree.upos(one) == Upos::PROPN &&
           (on_.tree.is(one, "flat") || on_.tree.is(one, "appos") || on_.tree.is(one, "nmod:desc"));
  });
}

bool Matcher::fill_from(const RoleRule& rule, const Heads& heads, Match& match) const {
  bool filled = false;
  const bool inside = rule.slots.front().find('.') != std::string::npos;
  for (const TokenIndex head : heads) {
    // "we must go": what speakers say of themselves makes them nothing but the speakers
    if (inside && on_.classes.holds("first_person", on_.tree.lemma(head))) continue;
    const auto joined = on_.tree.conjuncts(referent(head));
    for (const TokenIndex one : joined) {
      if (is_joined_title(one, joined)) continue;
      const bool itself = one == match.trigger && rule.slots.front() != "self";
      if (on_.tree.is_verb(one) || itself || !fits(one, rule.restriction)) continue;
      const bool taken = std::any_of(match.filled.begin(), match.filled.end(),
                                     [&](const Filled& before) { return before.head == one; });
      if (taken) continue;
      if (on_.lookup.headed_by(one).empty() && on_.lookup.phrase(one).contains(match.trigger)) continue;  // misread
      std::vector<std::uint32_t> found = entities(one, rule.slots.front(), rule);
      std::erase_if(found, [&](std::uint32_t entity) { return fills_other(match, rule.role, entity); });
      if (found.empty()) continue;
      match.filled.push_back({rule.role, one, std::move(found)});
      filled = true;
    }
  }
  return filled;
}

void Matcher::fill(const RoleRule& rule, Match& match) const {
  if (!rule.only_with.empty() && !has_role(match, rule.only_with)) return;
  if (!rule.only_without.empty() && has_role(match, rule.only_without)) return;
  for (const std::string& slot : rule.slots) {
    RoleRule one = rule;
    one.slots = {slot};
    const bool filled = fill_from(one, this->slot(match.trigger, slot), match);
    if (filled && !rule.every) return;
  }
}

/// A frame whose conditions hold, with its roles filled.
Match Matcher::filled(const Frame& frame, TokenIndex trigger) const {
  Match match;
  match.frame = &frame;
  match.trigger = trigger;
  for (const RoleRule& rule : frame.roles) fill(rule, match);
  if (frame.amount_role.empty()) return match;
  const Heads heads = frame.amount_slot == "self" ? Heads{trigger} : on_.arguments.slot(trigger, frame.amount_slot);
  for (const TokenIndex head : heads) {
    if (auto amount = amount_on(head, frame.amount_role, on_.tree, on_.document, on_.extraction, on_.numbers))
      match.amounts.push_back(*amount);
  }
  return match;
}

}  // namespace dateline
