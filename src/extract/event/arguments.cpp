#include "extract/event/arguments.hpp"

#include <algorithm>

namespace dateline {
void append(Heads& all, const Heads& more) {
  for (const TokenIndex one : more) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
}

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
    if (tree_.relation(one) == role) return {told_of_by_name(thing_meant(*antecedent, one), verb)};
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

/// "Gave the lab a million to test the bridge", "the sum it granted the lab to test it": who gets the means is to do it.
Heads Arguments::given_means(TokenIndex giving, TokenIndex infinitive) const {
  if (!tree_.is_infinitive(infinitive) || !classes_.holds("granting_verb", tree_.lemma(giving)) ||
      tree_.is_passive(giving))
    return {};
  const Heads recipients = children_as(giving, "iobj"), objects = children_as(giving, "obj");
  if (objects.empty() || objects.front() > infinitive) return {};
  const bool means = classes_.holds("means_given", tree_.lemma(objects.back()));
  if (!recipients.empty()) return means ? recipients : Heads{};
  if (objects.size() == 2) return means ? Heads{objects.front()} : Heads{};  // both read as objects
  TokenIndex clause = giving;  // "the sum it was willing to grant the lab"
  while (tree_.is(clause, "xcomp") && tree_.head(clause)) clause = *tree_.head(clause);
  const auto sum = tree_.is(clause, "acl:relcl") ? tree_.head(clause) : std::nullopt;
  return sum && classes_.holds("means_given", tree_.lemma(*sum)) ? objects : Heads{};
}

/// "ran for a seat in the council, joining it in May": a participle behind a comma tells of the subject, not of the seat.
Heads Arguments::detached_subjects(TokenIndex participle, int depth) const {
  if (!tree_.is_set_off(participle)) return {};
  auto above = tree_.head(participle);
  for (int steps = 0; steps < deepest_control && above && !tree_.is_predicate(*above); ++steps) {
    if (tree_.is(*above, "nsubj") || tree_.is(*above, "appos")) return {};
    above = tree_.head(*above);
  }
  if (!above || !tree_.is_predicate(*above)) return {};
  return tree_.is_passive(*above) ? objects(*above, depth + 1) : subjects(*above, depth + 1);
}

/// "posted a message blaming Iran", "in a letter urging talks": who says what a writing says.
Heads Arguments::authors(TokenIndex writing, int depth) const {
  if (!classes_.holds("writing", tree_.lemma(writing))) return {};
  const Heads owners = children_as(writing, "nmod:poss");
  const auto verb = tree_.head(writing);
  if (!owners.empty() || !verb || !tree_.is_verb(*verb)) return owners;
  if (tree_.is(writing, "nsubj:pass")) return agents(*verb);
  const bool told_in = tree_.is(writing, "obl") && classes_.holds("inner_preposition", tree_.preposition(writing)) &&
                       classes_.holds("saying_verb", tree_.lemma(*verb)) && !tree_.is_passive(*verb);
  if (told_in) return subjects(*verb, depth + 1);  // "said in a letter urging talks"
  return tree_.is(writing, "obj") ? subjects(*verb, depth + 1) : Heads{};
}

/// "Was awarded a prize for saving two men": of a passive, to whom it was done, without what that one was given.
Heads Arguments::undergoers(TokenIndex passive, int depth) const {
  Heads heads = objects(passive, depth);
  const auto given = heads.size() > 1 ? tree_.child(passive, "obj") : std::nullopt;
  if (given) std::erase(heads, *given);
  return heads;
}

/// "The winner was Ann Lee, beating two rivals", "the best performer was the Nordea bank": a name says who the subject is.
bool Arguments::is_named_by_predicate(TokenIndex predicate) const {
  const auto subject = tree_.is_noun(predicate) && tree_.child(predicate, "cop") && !tree_.child(predicate, "case")
                           ? tree_.child(predicate, "nsubj")
                           : std::nullopt;
  if (!subject || tree_.upos(*subject) != Upos::NOUN) return false;
  const Heads before = modifiers(predicate);
  return tree_.upos(predicate) == Upos::PROPN ||
         std::any_of(before.begin(), before.end(), [&](TokenIndex one) { return tree_.xpos(one).starts_with("NNP"); });
}

/// The subject that a verb without one of its own takes from what governs it.
Heads Arguments::governed_subjects(TokenIndex verb, int depth) const {
  const auto governor = tree_.head(verb);
  if (!governor || depth >= deepest_control) return {};
  if (tree_.is(verb, "conj")) {
    if (!tree_.is_predicate(*governor)) return {};
    return tree_.is_passive(*governor) ? undergoers(*governor, depth + 1) : subjects(*governor, depth + 1);
  }
  if (tree_.is(verb, "xcomp") || (tree_.is(verb, "ccomp") && tree_.is_infinitive(verb))) {
    if (tree_.is_passive(*governor)) return undergoers(*governor, depth + 1);
    if (Heads called = called_on(*governor, verb); !called.empty()) return called;
    Heads controlled = children_as(*governor, "obj");
    // "a general whom Peru wants extradited": he, and not Peru
    if (controlled.empty() && tree_.is_passive(verb) && classes_.holds("wishing_verb", tree_.lemma(*governor)))
      controlled = relative_antecedent(*governor, "obj");
    if (!controlled.empty() && !classes_.holds("subject_control", tree_.lemma(*governor))) return controlled;
    const Heads recipients = children_as(*governor, "iobj");
    return recipients.empty() ? subjects(*governor, depth + 1) : recipients;
  }
  if (tree_.is(verb, "advcl")) {
    if (tree_.is_noun(*governor) && !tree_.is_predicate(*governor)) return {};
    if (is_named_by_predicate(*governor)) return {*governor};
    // "accused Iran of attacking", "thanked him for coming"
    if (Heads called = called_on(*governor, verb); !called.empty()) return called;
    if (Heads given = given_means(*governor, verb); !given.empty()) return given;
    const Heads done_to = children_as(*governor, "obj");
    if (!done_to.empty() && !tree_.is_passive(*governor) && classes_.holds("object_control", tree_.marker(verb)))
      return done_to;
    // "sent them to the Senate to be tried"
    if (!done_to.empty() && !tree_.is_passive(*governor) && tree_.is_infinitive(verb) && tree_.is_passive(verb) &&
        classes_.holds("person_sending_verb", tree_.lemma(*governor)))
      return done_to;
    return tree_.is_passive(*governor) ? undergoers(*governor, depth + 1) : subjects(*governor, depth + 1);
  }
  if (tree_.is(verb, "acl") && !tree_.is(verb, "acl:relcl")) {
    // "began a policy of seizing land": who began it, not the policy
    const bool way = tree_.xpos(verb) == "VBG" && tree_.child(verb, "mark") &&
                     classes_.holds("way_of_doing", tree_.lemma(*governor));
    if (tree_.xpos(verb) == "VBG" && !way) {
      if (const Heads doer = detached_subjects(verb, depth); !doer.empty()) return doer;
      const Heads author = authors(*governor, depth);
      return author.empty() ? Heads{*governor} : author;
    }
    if (!way && !tree_.is_infinitive(verb)) return {};
    if (const auto giving = tree_.is(*governor, "obj") ? tree_.head(*governor) : std::nullopt) {
      if (Heads given = given_means(*giving, verb); !given.empty()) return given;
    }
    // "plans for Putin to meet", "Russia's plan to send", "has agreed on a plan to send"
    Heads heads;
    for (const TokenIndex one : children_as(*governor, "nmod")) {
      if (one < verb && classes_.holds("infinitive_subject", tree_.preposition(one))) heads.push_back(one);
    }
    if (heads.empty()) heads = children_as(*governor, "nmod:poss");
    if (heads.empty()) heads = named_modifiers(*governor);
    const auto above = tree_.head(*governor);
    if (heads.empty() && above && tree_.is(*governor, "obj") && tree_.is_verb(*above) &&
        (!way || classes_.holds("way_taking_verb", tree_.lemma(*above))) &&
        !classes_.holds("thwarting_verb", tree_.lemma(*above)))  // "vetoed any move to impose": others want to
      heads = subjects(*above, depth + 1);
    return heads;
  }
  return {};
}

Heads Arguments::subjects(TokenIndex verb, int depth) const {
  if (depth > deepest_control) return {};
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
    if (depth >= deepest_control || !tree_.is(one, "conj") || !tree_.is_verb(one) || has_own_subject(one) ||
        tree_.xpos(verb) != tree_.xpos(one))
      continue;
    if (one > verb + 3) continue;  // "arrested and jailed him", not "lost and later killed him"
    return children_as(one, "obj");
  }
  return {};
}

Heads Arguments::objects(TokenIndex verb, int depth) const {
  if (depth > deepest_control) return {};
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
    Heads given = children_as(verb, "obj");
    // "the team was sent a box of parts": the box, and not the team
    if (!given.empty() && classes_.holds("mailing_verb", tree_.lemma(verb))) return given;
    append(heads, given);  // "was given a sentence": both
    return heads;
  }
  const auto governor = tree_.head(verb);
  if (!governor) return {};
  if (tree_.is(verb, "acl")) return {told_of_by_name(*governor, verb)};
  if (tree_.is(verb, "conj") && tree_.is_predicate(*governor)) {
    return tree_.is_passive(*governor) ? objects(*governor, depth + 1) : subjects(*governor, depth + 1);
  }
  return governed_subjects(verb, depth);
}

}  // namespace dateline
