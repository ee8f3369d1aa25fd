#include "extract/event/matcher.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"

namespace dateline {
namespace {

bool has_role(const Match& match, std::string_view role) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) { return one.role == role; });
}

/// Nobody stands in two roles of one event: a second one is a misread pronoun.
bool fills_other(const Match& match, std::string_view role, std::uint32_t entity) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) {
    return one.role != role && std::find(one.entities.begin(), one.entities.end(), entity) != one.entities.end();
  });
}

bool satisfied(const Match& match) {
  return std::all_of(match.frame->needs.begin(), match.frame->needs.end(), [&](const std::vector<std::string>& group) {
    return std::any_of(group.begin(), group.end(), [&](const std::string& role) {
      if (role == match.frame->amount_role && !match.amounts.empty()) return true;
      // "participant+": at least two of them
      if (!role.ends_with('+')) return has_role(match, role);
      std::size_t count = 0;
      for (const Filled& one : match.filled)
        count += one.role == std::string_view(role).substr(0, role.size() - 1)
                     ? std::max<std::size_t>(one.entities.size(), 1)
                     : 0;
      return count >= 2;
    });
  });
}

}  // namespace

/// "The army said it had taken the town": a pronoun that nothing was found for stands for who speaks.
TokenIndex Matcher::referent(TokenIndex head) const {
  if (on_.tree.xpos(head) != "PRP" || !on_.tree.is(head, "nsubj") || !on_.lookup.headed_by(head).empty()) return head;
  const auto verb = on_.tree.head(head);
  const auto above = verb ? on_.tree.head(*verb) : std::nullopt;
  if (!above || !on_.tree.is(*verb, "ccomp") || on_.classes.holds("first_person", on_.tree.lemma(head))) return head;
  const Heads speakers = on_.arguments.slot(*above, "subj");
  return speakers.size() == 1 && on_.tree.upos(speakers.front()) != Upos::PRON ? speakers.front() : head;
}

std::vector<EntityKind> Matcher::kinds(TokenIndex head) const {
  std::vector<EntityKind> found;
  for (const std::uint32_t entity : on_.lookup.headed_by(head)) found.push_back(on_.extraction.entities[entity].kind);
  if (found.empty()) {
    if (const Nominal* nominal = on_.nominals.find(utf8::lower(on_.tree.word(head)))) found.push_back(nominal->kind);
  }
  return found;
}

/// "Hurricane Lorenzo": a name that a noun of the class stands before.
bool Matcher::named_by(TokenIndex head, std::string_view word_class) const {
  const auto parts = on_.tree.children(head);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const bool title = on_.tree.is(one, "compound") || on_.tree.is(one, "nmod:desc") || on_.tree.is(one, "flat");
    return title && on_.classes.holds(word_class, on_.tree.lemma(one));
  });
}

bool Matcher::is_named_thing(TokenIndex head) const {
  return named_by(head, "hazard") || named_by(head, "vehicle") || named_by(head, "thing");
}

bool Matcher::fits(TokenIndex head, const Restriction& restriction) const {
  if (restriction.items.empty()) return true;
  using Sort = Restriction::Item::Sort;
  const auto holds = [&](const Restriction::Item& item) {
    switch (item.sort) {
      case Sort::kind: {
        const auto all = kinds(head);
        if (std::find(all.begin(), all.end(), item.kind) != all.end()) return true;
        // a name of no known kind may be anybody's
        const bool anybody =
            !restriction.forbidden && (item.kind == EntityKind::person || item.kind == EntityKind::organization);
        return anybody && on_.tree.upos(head) == Upos::PROPN && all == std::vector{EntityKind::other} &&
               !is_named_thing(head);
      }
      case Sort::word_class:
        return on_.classes.holds(item.text, on_.tree.lemma(head)) ||
               (on_.tree.upos(head) == Upos::PROPN && named_by(head, item.text));
      case Sort::lemma:
        return on_.tree.lemma(head) == item.text;
      case Sort::tag:
        return on_.tree.upos(head) == item.tag;
    }
    return false;
  };
  if (restriction.any_agent && on_.tree.upos(head) == Upos::NOUN && kinds(head).empty() &&
      !on_.classes.holds("thing", on_.tree.lemma(head)))
    return true;
  return std::any_of(restriction.items.begin(), restriction.items.end(), holds) != restriction.forbidden;
}

/// "The company said it would close the plant": a clause in the future whose subject is the speaker or its own side.
Heads Matcher::promises(TokenIndex trigger) const {
  Heads found;
  std::vector<std::uint32_t> speakers;
  for (const TokenIndex head : on_.arguments.slot(trigger, "subj")) {
    for (const std::uint32_t one : on_.lookup.headed_by(head)) speakers.push_back(one);
  }
  Heads clauses;
  for (const TokenIndex head : on_.arguments.slot(trigger, "clause")) {
    for (const TokenIndex one : on_.tree.conjuncts(head)) clauses.push_back(one);
  }
  for (const TokenIndex clause : clauses) {
    const Heads auxiliaries = on_.arguments.slot(clause, "aux");
    for (const TokenIndex subject : on_.arguments.slot(clause, "subj")) {
      // "I would" supposes; "said it would" promises
      const std::string_view future =
          on_.classes.holds("first_person", on_.tree.lemma(subject)) ? "firm_future" : "future_auxiliary";
      if (std::none_of(auxiliaries.begin(), auxiliaries.end(),
                       [&](TokenIndex one) { return on_.classes.holds(future, on_.tree.lemma(one)); }))
        continue;
      const bool open = on_.tree.upos(subject) == Upos::PRON && on_.lookup.headed_by(subject).empty();
      bool own = open || on_.classes.holds("self_reference", on_.tree.lemma(subject));
      for (const std::uint32_t entity : on_.lookup.headed_by(subject)) {
        for (const std::uint32_t speaker : speakers) {
          const LocalEntity &one = on_.extraction.entities[entity], &other = on_.extraction.entities[speaker];
          own |= entity == speaker ||
                 (!one.country.empty() && one.country == other.country && one.kind != EntityKind::place);
        }
      }
      if (own) found.push_back(clause);
    }
  }
  return found;
}

bool Matcher::holds(const Condition& condition, TokenIndex trigger, std::vector<TokenIndex>& consumed) const {
  Heads heads;
  for (const std::string& slot : condition.slots) {
    for (const TokenIndex one : slot == "promise" ? promises(trigger) : on_.arguments.slot(trigger, slot))
      heads.push_back(referent(one));
  }
  if (condition.restriction.forbidden) {
    return std::all_of(heads.begin(), heads.end(), [&](TokenIndex one) { return fits(one, condition.restriction); });
  }
  for (const TokenIndex one : heads) {
    if (!fits(one, condition.restriction)) continue;
    if (condition.absent) return false;
    if (!condition.restriction.items.empty() && !on_.tree.is_verb(one) && condition.slots.front() != "subj")
      consumed.push_back(one);
    return true;
  }
  return condition.absent;
}

/// "The index, the FTSE 100, fell": the name that stands in apposition to a common noun.
std::vector<std::uint32_t> Matcher::named_beside(TokenIndex head) const {
  if (on_.tree.upos(head) != Upos::NOUN) return {};
  const auto apposition = on_.tree.child(head, "appos");
  if (!apposition || on_.tree.upos(*apposition) != Upos::PROPN || *apposition < head) return {};
  const EntityLookup::Place* place = on_.lookup.place(*apposition);
  return place && place->form == MentionForm::name ? on_.lookup.headed_by(*apposition) : std::vector<std::uint32_t>{};
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
  if (std::vector<std::uint32_t> named = named_beside(head); !named.empty()) return named;
  return on_.lookup.of_phrase(head, rule.any_noun || rule.restriction.any_agent ? EntityLookup::Make::any_noun
                                                                                : EntityLookup::Make::known_nouns);
}

bool Matcher::fill_from(const RoleRule& rule, const Heads& heads, Match& match) const {
  bool filled = false;
  for (const TokenIndex head : heads) {
    for (const TokenIndex one : on_.tree.conjuncts(referent(head))) {
      if (on_.tree.is_verb(one) || one == match.trigger || !fits(one, rule.restriction)) continue;
      const bool taken = std::any_of(match.filled.begin(), match.filled.end(),
                                     [&](const Filled& before) { return before.head == one; });
      if (taken) continue;
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
    const bool filled = fill_from(one, on_.arguments.slot(match.trigger, slot), match);
    if (filled && !rule.every) return;
  }
}

std::optional<Match> Matcher::fit(const Frame& frame, TokenIndex trigger) const {
  Match match;
  match.frame = &frame;
  match.trigger = trigger;
  for (const Condition& condition : frame.conditions) {
    if (!holds(condition, trigger, match.consumed)) return std::nullopt;
  }
  for (const RoleRule& rule : frame.roles) fill(rule, match);
  if (!frame.amount_role.empty()) {
    Heads heads = frame.amount_slot == "self" ? Heads{trigger} : on_.arguments.slot(trigger, frame.amount_slot);
    for (const TokenIndex head : heads) {
      if (auto amount = amount_on(head, frame.amount_role, on_.tree, on_.document, on_.extraction, on_.numbers))
        match.amounts.push_back(*amount);
    }
  }
  if (!satisfied(match)) return std::nullopt;
  return match;
}

std::optional<Match> Matcher::match(TokenIndex trigger) const {
  Upos tag = on_.tree.upos(trigger);
  if (tag == Upos::ADV) tag = Upos::ADJ;
  if (tag != Upos::VERB && tag != Upos::NOUN && tag != Upos::ADJ) return std::nullopt;
  if (tag == Upos::ADJ && !on_.tree.child(trigger, "nsubj")) return std::nullopt;
  if (on_.tree.is(trigger, "amod") || on_.tree.is(trigger, "compound") || on_.tree.is(trigger, "aux") ||
      on_.tree.is(trigger, "fixed"))
    return std::nullopt;
  const std::string word = utf8::lower(on_.tree.word(trigger));  // "lower" is no "low"
  for (const Frame* frame : frames_.of(tag, tag == Upos::ADJ ? std::string_view(word) : on_.tree.lemma(trigger))) {
    if (auto found = fit(*frame, trigger)) return found;
  }
  return std::nullopt;
}

}  // namespace dateline
