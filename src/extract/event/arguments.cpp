#include "extract/event/arguments.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// How far control and coordination are followed.
constexpr int deepest = 5;

void append(Heads& all, const Heads& more) {
  for (const TokenIndex one : more) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
}

}  // namespace

Arguments::Arguments(const Tree& tree, const Classes& classes, const std::vector<bool>& in_time)
    : tree_(tree), classes_(classes), in_time_(in_time) {}

bool Arguments::is_relative_pronoun(TokenIndex token) const {
  const std::string_view tag = tree_.xpos(token);
  return tag == "WDT" || tag == "WP" ||
         (classes_.holds("relative_pronoun", tree_.lemma(token)) && tree_.upos(token) == Upos::PRON);
}

Heads Arguments::children_as(TokenIndex token, std::string_view relation) const {
  Heads heads;
  for (const TokenIndex one : tree_.children(token)) {
    if (tree_.is(one, relation) && !in_time_[one]) heads.push_back(one);
  }
  return heads;
}

bool Arguments::has_own_subject(TokenIndex verb) const {
  return tree_.child(verb, "nsubj") || tree_.child(verb, "csubj") || tree_.child(verb, "expl");
}

Heads Arguments::agents(TokenIndex verb) const {
  Heads heads = children_as(verb, "obl:agent");
  if (heads.empty()) {
    for (const TokenIndex one : children_as(verb, "obl")) {
      if (classes_.holds("agent_marker", tree_.preposition(one))) heads.push_back(one);
    }
  }
  return heads;
}

/// "The chief of the bank, which failed": no holder of an office is meant by a pronoun for things, but the last noun that belongs to it.
TokenIndex Arguments::thing_meant(TokenIndex antecedent, TokenIndex pronoun) const {
  if (!classes_.holds("office", tree_.lemma(antecedent)) || !classes_.holds("thing_pronoun", tree_.lemma(pronoun)))
    return antecedent;
  const Heads parts = children_as(antecedent, "nmod");
  return parts.empty() || parts.back() > pronoun || parts.back() < antecedent ? antecedent : parts.back();
}

/// Of a relative clause: what it hangs on, when that stands in the place `role` ("nsubj", "obj").
Heads Arguments::relative_antecedent(TokenIndex verb, std::string_view role) const {
  if (!tree_.is(verb, "acl:relcl")) return {};
  const auto antecedent = tree_.head(verb);
  if (!antecedent) return {};
  bool filled = false;
  for (const TokenIndex one : tree_.children(verb)) {
    if (!is_relative_pronoun(one)) {
      filled |= tree_.is(one, role) || (role == "nsubj" && tree_.is(one, "expl"));
      continue;
    }
    if (tree_.relation(one) == role) return {thing_meant(*antecedent, one)};
    filled |= role != "obj" || !tree_.is(one, "nsubj");
    if (tree_.is(one, "obl") || tree_.is(one, "advmod")) return {};
  }
  if (filled) return {};
  if (role == "nsubj") return has_own_subject(verb) ? Heads{} : Heads{*antecedent};
  const bool adverbial = std::any_of(tree_.children(verb).begin(), tree_.children(verb).end(), [&](TokenIndex one) {
    return tree_.is(one, "advmod") && tree_.xpos(one) == "WRB";
  });
  return role == "obj" && !adverbial && tree_.child(verb, "nsubj") && !is_relative_pronoun(*tree_.child(verb, "nsubj"))
             ? Heads{*antecedent}
             : Heads{};
}

/// "called on Russia to withdraw": who is to do it.
Heads Arguments::called_on(TokenIndex governor, TokenIndex infinitive) const {
  if (!tree_.is_infinitive(infinitive) || !classes_.holds("preposition_control", tree_.lemma(governor))) return {};
  for (const TokenIndex one : children_as(governor, "obl")) {
    if (one < infinitive && classes_.holds("control_preposition", tree_.preposition(one))) return {one};
  }
  return {};
}

/// "ran for a seat in the council, joining it in May": a participle behind a comma tells of the subject, not of the seat.
Heads Arguments::detached_subjects(TokenIndex participle, int depth) const {
  if (!tree_.is_set_off(participle)) return {};
  auto above = tree_.head(participle);
  for (int steps = 0; steps < deepest && above && !tree_.is_predicate(*above); ++steps) {
    if (tree_.is(*above, "nsubj") || tree_.is(*above, "appos")) return {};
    above = tree_.head(*above);
  }
  if (!above || !tree_.is_predicate(*above)) return {};
  return tree_.is_passive(*above) ? objects(*above, depth + 1) : subjects(*above, depth + 1);
}

/// The subject that a verb without one of its own takes from what governs it.
Heads Arguments::governed_subjects(TokenIndex verb, int depth) const {
  const auto governor = tree_.head(verb);
  if (!governor || depth >= deepest) return {};
  if (tree_.is(verb, "conj")) {
    if (!tree_.is_predicate(*governor)) return {};
    return tree_.is_passive(*governor) ? objects(*governor, depth + 1) : subjects(*governor, depth + 1);
  }
  if (tree_.is(verb, "xcomp") || (tree_.is(verb, "ccomp") && tree_.is_infinitive(verb))) {
    if (tree_.is_passive(*governor)) return objects(*governor, depth + 1);
    if (Heads called = called_on(*governor, verb); !called.empty()) return called;
    const Heads controlled = children_as(*governor, "obj");
    if (!controlled.empty() && !classes_.holds("subject_control", tree_.lemma(*governor))) return controlled;
    const Heads recipients = children_as(*governor, "iobj");
    return recipients.empty() ? subjects(*governor, depth + 1) : recipients;
  }
  if (tree_.is(verb, "advcl")) {
    if (tree_.is_noun(*governor) && !tree_.is_predicate(*governor)) return {};
    // "accused Iran of attacking", "thanked him for coming"
    if (Heads called = called_on(*governor, verb); !called.empty()) return called;
    const Heads done_to = children_as(*governor, "obj");
    if (!done_to.empty() && !tree_.is_passive(*governor) && classes_.holds("object_control", tree_.marker(verb)))
      return done_to;
    return tree_.is_passive(*governor) ? objects(*governor, depth + 1) : subjects(*governor, depth + 1);
  }
  if (tree_.is(verb, "acl") && !tree_.is(verb, "acl:relcl")) {
    if (tree_.xpos(verb) == "VBG") {
      const Heads doer = detached_subjects(verb, depth);
      return doer.empty() ? Heads{*governor} : doer;
    }
    if (!tree_.is_infinitive(verb)) return {};
    // "plans for Putin to meet", "Russia's plan to send", "has agreed on a plan to send"
    Heads heads;
    for (const TokenIndex one : children_as(*governor, "nmod")) {
      if (one < verb && classes_.holds("infinitive_subject", tree_.preposition(one))) heads.push_back(one);
    }
    if (heads.empty()) heads = children_as(*governor, "nmod:poss");
    if (heads.empty()) heads = modifiers(*governor);
    const auto above = tree_.head(*governor);
    if (heads.empty() && above && tree_.is(*governor, "obj") && tree_.is_verb(*above))
      heads = subjects(*above, depth + 1);
    return heads;
  }
  return {};
}

Heads Arguments::subjects(TokenIndex verb, int depth) const {
  if (depth > deepest) return {};
  if (tree_.is_passive(verb)) return agents(verb);
  Heads own;
  for (const TokenIndex one : children_as(verb, "nsubj")) {
    if (is_relative_pronoun(one) && tree_.is(verb, "acl:relcl")) return relative_antecedent(verb, "nsubj");
    own.push_back(one);
  }
  if (!own.empty()) return own;
  own = relative_antecedent(verb, "nsubj");
  return own.empty() && !has_own_subject(verb) ? governed_subjects(verb, depth) : own;
}

/// "detained and questioned three men": the object that coordinated verbs share.
Heads Arguments::shared_objects(TokenIndex verb, int depth) const {
  const auto first = tree_.head(verb);
  if (tree_.is(verb, "conj") && first && tree_.is_verb(*first) && tree_.xpos(verb) == tree_.xpos(*first)) {
    Heads heads;
    for (const TokenIndex one : children_as(*first, "obj")) {
      if (one > verb) heads.push_back(one);
    }
    return heads;
  }
  for (const TokenIndex one : tree_.children(verb)) {
    if (depth >= deepest || !tree_.is(one, "conj") || !tree_.is_verb(one) || has_own_subject(one) ||
        tree_.xpos(verb) != tree_.xpos(one))
      continue;
    if (one > verb + 3) continue;  // "arrested and jailed him", not "lost and later killed him"
    return children_as(one, "obj");
  }
  return {};
}

Heads Arguments::objects(TokenIndex verb, int depth) const {
  if (depth > deepest) return {};
  if (!tree_.is_passive(verb)) {
    Heads own = children_as(verb, "obj");
    std::erase_if(own, [&](TokenIndex one) { return is_relative_pronoun(one) && tree_.is(verb, "acl:relcl"); });
    if (own.empty()) own = children_as(verb, "iobj");  // "told reporters"
    if (own.empty()) own = relative_antecedent(verb, "obj");
    return own.empty() ? shared_objects(verb, depth) : own;
  }
  Heads undergone = children_as(verb, "nsubj:pass");
  if (undergone.empty()) undergone = children_as(verb, "nsubj");  // subtypes that tell of other things
  for (const TokenIndex one : undergone) {
    if (is_relative_pronoun(one) && tree_.is(verb, "acl:relcl")) return relative_antecedent(verb, "nsubj:pass");
    Heads heads = {one};
    append(heads, children_as(verb, "obj"));  // "was given a sentence": both
    return heads;
  }
  const auto governor = tree_.head(verb);
  if (!governor) return {};
  if (tree_.is(verb, "acl")) return {*governor};
  if (tree_.is(verb, "conj") && tree_.is_predicate(*governor)) {
    return tree_.is_passive(*governor) ? objects(*governor, depth + 1) : subjects(*governor, depth + 1);
  }
  return governed_subjects(verb, depth);
}

Heads Arguments::prepositional(TokenIndex head, std::string_view preposition) const {
  Heads heads;
  for (const TokenIndex one : tree_.children(head)) {
    const bool phrase = tree_.is(one, "obl") || tree_.is(one, "nmod") || (tree_.is(one, "advcl") && tree_.is_noun(one));
    if (phrase && !in_time_[one] && !tree_.is(one, "nmod:poss") && tree_.preposition(one) == preposition)
      heads.push_back(one);
  }
  return heads;
}

Heads Arguments::verb_prepositional(TokenIndex verb, std::string_view preposition) const {
  Heads heads = prepositional(verb, preposition);
  if (!heads.empty()) return heads;
  for (const TokenIndex object : children_as(verb, "obj")) append(heads, prepositional(object, preposition));
  if (heads.empty() && tree_.is_passive(verb)) {
    for (const TokenIndex object : children_as(verb, "nsubj:pass")) append(heads, prepositional(object, preposition));
  }
  if (heads.empty() && !classes_.holds("inner_preposition", preposition)) {
    // "met on Monday in Moscow with X": the phrase hangs on another one that cannot take it
    for (const TokenIndex one : tree_.children(verb)) {
      if (tree_.is(one, "obl") && (in_time_[one] || tree_.upos(one) == Upos::PROPN))
        append(heads, prepositional(one, preposition));
    }
  }
  const auto first = tree_.head(verb);
  if (heads.empty() && first && tree_.is(verb, "conj") && !has_own_subject(verb)) {
    for (const TokenIndex one : prepositional(*first, preposition)) {
      if (one > verb) heads.push_back(one);
    }
  }
  return heads;
}

Heads Arguments::noun_prepositional(TokenIndex noun, std::string_view preposition) const {
  Heads heads = prepositional(noun, preposition);
  if (!heads.empty() || classes_.holds("complement_preposition", preposition)) return heads;
  if (const auto verb = carrier(noun)) heads = prepositional(*verb, preposition);
  // "The ceremony was in Geneva", "the talks were between Norway and Chile"
  const auto predicate = tree_.head(noun);
  if (heads.empty() && predicate && tree_.is(noun, "nsubj") && tree_.child(*predicate, "cop") &&
      tree_.preposition(*predicate) == preposition && !in_time_[*predicate])
    heads = {*predicate};
  const bool inner = classes_.holds("inner_preposition", preposition);
  for (const TokenIndex one : tree_.children(noun)) {
    if (!heads.empty() || !tree_.is(one, "nmod") || tree_.is(one, "nmod:poss")) continue;
    // "the deployment of troops to Mali", "the signing of the treaty by Norway": the phrase hangs on the complement
    const bool complement = classes_.holds("complement_preposition", tree_.preposition(one));
    if (complement || (!inner && (in_time_[one] || tree_.upos(one) == Upos::PROPN)))
      append(heads, prepositional(one, preposition));
  }
  return heads;
}

Heads Arguments::modifiers(TokenIndex noun) const {
  Heads heads;
  for (const TokenIndex one : tree_.children(noun)) {
    const bool before = tree_.is(one, "compound") || tree_.is(one, "amod") || tree_.is(one, "nmod:unmarked") ||
                        tree_.is(one, "nmod:desc");
    if (before && !in_time_[one] && one < noun) heads.push_back(one);
  }
  return heads;
}

Heads Arguments::clauses(TokenIndex trigger) const {
  Heads heads;
  for (const TokenIndex one : tree_.children(trigger)) {
    const bool content = tree_.is(one, "ccomp") || tree_.is(one, "xcomp") || tree_.is(one, "csubj:pass") ||
                         tree_.is(one, "parataxis") ||
                         (tree_.is(one, "acl") && !tree_.is(one, "acl:relcl") && !tree_.is_passive(one)) ||
                         (tree_.is(one, "advcl") && classes_.holds("content_preposition", tree_.marker(one)));
    if (content) heads.push_back(one);
  }
  if (const auto told = told_before(trigger); told && heads.empty()) heads.push_back(*told);
  return heads;
}

/// "The tickets will not be refunded, the airline said": the clause that who says it stands behind.
std::optional<TokenIndex> Arguments::told_before(TokenIndex verb) const {
  const auto clause = tree_.head(verb);
  if (!clause || !tree_.is(verb, "parataxis") || *clause > verb || !tree_.is_predicate(*clause) ||
      !has_own_subject(verb) || tree_.child(verb, "obj"))
    return std::nullopt;
  return clause;
}

/// "spoke during a meeting with students": who was there.
Heads Arguments::hosts(TokenIndex noun) const {
  const auto verb = tree_.head(noun);
  if (!verb || !tree_.is(noun, "obl") || !tree_.is_verb(*verb) ||
      !classes_.holds("attending_preposition", tree_.preposition(noun)))
    return {};
  return subjects(*verb);
}

/// "closed down 6 percent", "fell as much as a third": how far, without a preposition.
Heads Arguments::extents(TokenIndex verb) const {
  Heads heads = children_as(verb, "obl");
  std::erase_if(heads, [&](TokenIndex one) { return !tree_.preposition(one).empty(); });
  return heads;
}

/// "called up reservists": a particle, also where the parser took it for the preposition of the object.
Heads Arguments::particles(TokenIndex verb) const {
  Heads heads = children_as(verb, "compound:prt");
  for (const TokenIndex object : children_as(verb, "obj")) append(heads, children_as(object, "case"));
  std::erase_if(heads, [&](TokenIndex one) { return tree_.xpos(one) == "POS"; });
  return heads;
}

Heads Arguments::negations(TokenIndex verb) const {
  Heads heads;
  const auto first = tree_.head(verb);
  for (const TokenIndex one : tree_.children(verb)) {
    if (classes_.holds("negation", tree_.lemma(one)) && !tree_.is_verb(one)) heads.push_back(one);
  }
  if (!heads.empty() || !first || !tree_.is(verb, "conj")) return heads;
  for (const TokenIndex one : tree_.children(*first)) {
    if (tree_.is(one, "cc:preconj") && classes_.holds("negation", tree_.lemma(one)))
      heads.push_back(one);  // "neither confirmed nor denied"
  }
  return heads;
}

std::optional<TokenIndex> Arguments::carrier(TokenIndex noun) const {
  TokenIndex first = noun;
  for (int steps = 0;
       steps < deepest && tree_.is(first, "conj") && tree_.head(first) && tree_.is_noun(*tree_.head(first)); ++steps)
    first = *tree_.head(first);
  const auto verb = tree_.head(first);
  if (!verb || !tree_.is_verb(*verb)) return std::nullopt;
  const std::string_view lemma = tree_.lemma(*verb);
  const bool as_object =
      tree_.is(first, "obj") || tree_.is(first, "nsubj:pass") || (tree_.is(*verb, "acl") && tree_.is_passive(*verb));
  if (as_object && classes_.holds("carrying_verb", lemma)) return verb;
  if (tree_.is(first, "nsubj")) {
    // "the trial is set to begin"
    const auto raised = tree_.child(*verb, "xcomp");
    if (raised && classes_.holds("occurring_verb", tree_.lemma(*raised))) return raised;
  }
  if (tree_.relation(first) == "nsubj" && classes_.holds("occurring_verb", lemma)) return verb;
  if (tree_.is(first, "obl") && classes_.holds("attending_verb", lemma) &&
      classes_.holds("attending_preposition", tree_.preposition(first)))
    return verb;
  return std::nullopt;
}

bool Arguments::carried_as_subject(TokenIndex noun) const {
  return tree_.is(noun, "nsubj") && !tree_.is(noun, "nsubj:pass");
}

/// "thousands of troops", "21 of the girls": the troops and the girls; not "at least 21", whose phrase stands before,
/// nor "21 on the ferry", where the ferry is no part of the number.
TokenIndex Arguments::counted(TokenIndex head) const {
  if (!classes_.holds("quantity", tree_.lemma(head)) && tree_.upos(head) != Upos::NUM) return head;
  for (const TokenIndex one : tree_.children(head)) {
    const bool counts = one > head && tree_.is(one, "nmod") && !tree_.is(one, "nmod:poss") && !in_time_[one];
    if (counts && classes_.holds("counting_preposition", tree_.preposition(one))) return one;
  }
  return head;
}

Heads Arguments::slot(TokenIndex trigger, std::string_view slot) const {
  Heads heads;
  if (const std::size_t dot = slot.find('.'); dot != slot.npos) {
    for (const TokenIndex one : this->slot(trigger, slot.substr(0, dot)))
      append(heads, this->slot(one, slot.substr(dot + 1)));
    return heads;
  }
  for (const TokenIndex one : plain_slot(trigger, slot)) heads.push_back(tree_.is_verb(one) ? one : counted(one));
  return heads;
}

Heads Arguments::plain_slot(TokenIndex trigger, std::string_view slot) const {
  const bool verb = tree_.is_verb(trigger);
  if (slot == "subj") return subjects(trigger);
  if (slot == "obj") return objects(trigger);
  if (slot == "iobj") {
    const bool received = verb && tree_.is_passive(trigger) && tree_.child(trigger, "obj");
    return children_as(trigger, received ? "nsubj:pass" : "iobj");
  }
  if (slot == "poss") return children_as(trigger, "nmod:poss");
  if (slot == "comp") return modifiers(trigger);
  if (slot == "prt") return particles(trigger);
  for (const std::string_view same : {"aux", "det", "case", "amod", "advmod", "conj"}) {
    if (slot == same) return children_as(trigger, same);
  }
  if (slot == "neg") return negations(trigger);
  if (slot == "clause") return clauses(trigger);
  if (slot == "inf") {
    Heads heads = clauses(trigger);
    std::erase_if(heads, [&](TokenIndex one) { return !tree_.is_infinitive(one) || tree_.is(one, "advcl"); });
    return heads;
  }
  if (slot == "extent") return extents(trigger);
  if (slot == "host") return hosts(trigger);
  if (slot == "above") {
    const auto above = tree_.head(trigger);
    return above && tree_.is(trigger, "nmod") && tree_.is_noun(*above) ? Heads{*above} : Heads{};
  }
  if (slot == "holder") return holders(trigger);
  if (slot == "self") return {trigger};
  if (slot == "sup") {
    const auto above = carrier(trigger);
    const bool doer = above && !carried_as_subject(trigger) && !classes_.holds("receiving_verb", tree_.lemma(*above));
    return doer ? subjects(*above) : Heads{};
  }
  return verb ? verb_prepositional(trigger, slot) : noun_prepositional(trigger, slot);
}

}  // namespace dateline
