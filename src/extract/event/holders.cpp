#include <algorithm>

#include "extract/event/arguments.hpp"

namespace dateline {

/// Who a noun is said of: the name beside it, in apposition, or the subject when it is the predicate. "Sato, her son, and Okoro came"
/// may be a list as well: nobody.
Heads Arguments::holders(TokenIndex noun) const {
  const auto listed = [&](TokenIndex token) {
    const auto parts = tree_.children(token);
    return std::any_of(parts.begin(), parts.end(),
                       [&](TokenIndex one) { return tree_.is(one, "conj") && one > noun && tree_.is_noun(one); });
  };
  Heads heads;
  const auto above = tree_.head(noun);
  if (above && (tree_.is(noun, "compound") || tree_.is(noun, "nmod:desc") || tree_.is(noun, "flat"))) return {*above};
  if (above && tree_.is(noun, "appos")) return listed(*above) || listed(noun) ? Heads{} : Heads{*above};
  // "The winner was Ann Lee"
  if (above && tree_.is(noun, "nsubj") && tree_.upos(*above) == Upos::PROPN && tree_.child(*above, "cop") &&
      !tree_.child(*above, "case"))
    return {*above};
  // "Secretary of Justice Ann Lee": she is the secretary
  if (above && classes_.holds("complement_preposition", tree_.preposition(noun)) &&
      classes_.holds("office", tree_.lemma(*above)))
    return {};
  for (const TokenIndex one : tree_.children(noun)) {
    const bool beside = tree_.is(one, "flat") || tree_.is(one, "nmod:desc") || tree_.is(one, "appos");
    const bool subject = tree_.is(one, "nsubj") && tree_.child(noun, "cop");
    if ((beside && one > noun && !listed(noun)) || subject) heads.push_back(one);
  }
  if (heads.empty() && tree_.child(noun, "cop")) heads = relative_antecedent(noun, "nsubj");
  // "Sato, a member of the board and son of the founder"
  if (heads.empty() && above && tree_.is(noun, "conj") && tree_.is_noun(*above) && !tree_.is(*above, "conj"))
    return holders(*above);
  return heads;
}

/// "Paul Imbert was a painter born in Lyon", "Ann Lee is a nurse who fled": what a clause tells of a predicate it tells of the one by name whom that is
/// said of; not "a member of a gang that robbed banks", where it may belong to either noun.
TokenIndex Arguments::told_of_by_name(TokenIndex noun, TokenIndex verb) const {
  const auto first = tree_.head(noun);
  const TokenIndex predicate = tree_.is(noun, "conj") && first ? *first : noun;
  const auto subject = tree_.child(predicate, "cop") ? tree_.child(predicate, "nsubj") : std::nullopt;
  if (!subject || *subject > predicate || tree_.xpos(noun) != "NN" || verb < noun || tree_.child(predicate, "case"))
    return noun;
  const bool named = tree_.upos(*subject) == Upos::PROPN ||
                     (tree_.xpos(*subject) == "PRP" && !classes_.holds("neuter_pronoun", tree_.lemma(*subject)));
  const auto parts = tree_.children(noun);
  const bool apart = std::any_of(parts.begin(), parts.end(),
                                 [&](TokenIndex one) { return tree_.is(one, "nmod") && one > noun && one < verb; });
  return named && !apart && negations(predicate).empty() ? *subject : noun;
}

/// "Lima was the target of an attack", "Lima, the scene of riots": of whom a noun of the class before a happening is said.
Heads Arguments::told_of(TokenIndex noun, std::string_view word_class) const {
  const auto above = tree_.head(noun);
  if (!above || *above > noun || !tree_.is(noun, "nmod") || !classes_.holds(word_class, tree_.lemma(*above)) ||
      !classes_.holds("complement_preposition", tree_.preposition(noun)))
    return {};
  const auto verb = tree_.head(*above);
  const bool turned = verb && (tree_.is(*above, "xcomp") || tree_.is(*above, "obj")) && tree_.is_verb(*verb) &&
                      classes_.holds("turning_verb", tree_.lemma(*verb));  // "became the target of"
  return turned ? subjects(*verb) : holders(*above);
}

/// "Died in a collision with", "was hurt after a crash with", "fell after a collision": whom the verb that a happening hangs on tells of; not "resigned
/// after".
Heads Arguments::caught_in(TokenIndex noun) const {
  const auto verb = tree_.head(noun);
  if (!verb || !tree_.is(noun, "obl") || !tree_.is_verb(*verb) ||
      !classes_.holds("attending_preposition", tree_.preposition(noun)))
    return {};
  if (tree_.is_passive(*verb)) return objects(*verb);
  const bool befell = classes_.holds("befalling_verb", tree_.lemma(*verb)) ||
                      classes_.holds("inner_preposition", tree_.preposition(noun));
  return befell ? subjects(*verb) : Heads{};
}

/// "Was involved in a collision", "a driver caught up in a crash": whom a passive says to have been part of what happened.
Heads Arguments::involved_in(TokenIndex noun) const {
  const auto verb = tree_.head(noun);
  const bool part = verb && tree_.is(noun, "obl") && tree_.is_verb(*verb) && tree_.is_passive(*verb) &&
                    classes_.holds("involving_verb", tree_.lemma(*verb)) &&
                    classes_.holds("inner_preposition", tree_.preposition(noun));
  return part ? objects(*verb) : Heads{};
}

/// "The army lost 40 men in the battle": who fought in it, by what it did or suffered there.
Heads Arguments::sufferers_in(TokenIndex noun) const {
  auto verb = tree_.head(noun);
  if (verb && tree_.is(noun, "nmod") && tree_.is(*verb, "obj")) verb = tree_.head(*verb);  // "lost men in the battle"
  const bool there = verb && tree_.is_verb(*verb) && !tree_.is_passive(*verb) &&
                     classes_.holds("suffering_verb", tree_.lemma(*verb)) &&
                     classes_.holds("inner_preposition", tree_.preposition(noun));
  return there ? subjects(*verb) : Heads{};
}

/// "Dropped the plan after criticism by Norway", "resigned amid criticism": whom the clause tells of that names what it came of.
Heads Arguments::faced_by(TokenIndex noun) const {
  const auto verb = tree_.head(noun);
  if (!verb || !tree_.is(noun, "obl") || !tree_.is_verb(*verb) ||
      !classes_.holds("facing_preposition", tree_.preposition(noun)))
    return {};
  return tree_.is_passive(*verb) ? objects(*verb) : subjects(*verb);
}

/// "Wrote to the embassy asking to meet": to whom it was written.
Heads Arguments::addressed_by(TokenIndex verb) const {
  const auto above = tree_.head(verb);
  const bool writing = above && tree_.xpos(verb) == "VBG" && tree_.is(verb, "advcl") && tree_.is_verb(*above) &&
                       classes_.holds("writing_verb", tree_.lemma(*above));
  Heads heads = writing ? children_as(*above, "obl") : Heads{};
  std::erase_if(heads, [&](TokenIndex one) {
    return one > verb || !classes_.holds("addressing_preposition", tree_.preposition(one));
  });
  return heads;
}

/// "Serves a life sentence for the murder", "was given ten years in prison", "his sentence for": whose the sentence is that a deed hangs on, or on
/// whose verb it hangs.
Heads Arguments::sentenced_for(TokenIndex above) const {
  const auto sentence = tree_.is_verb(above) ? tree_.child(above, "obj") : std::optional(above);
  if (!sentence || !classes_.holds("sentence_noun", tree_.lemma(*sentence))) return {};
  if (Heads owners = children_as(*sentence, "nmod:poss"); !owners.empty()) return owners;
  const auto verb = tree_.head(*sentence);
  if (!verb || !tree_.is(*sentence, "obj") || !classes_.holds("serving_verb", tree_.lemma(*verb))) return {};
  return tree_.is_passive(*verb) ? children_as(*verb, "nsubj:pass") : subjects(*verb);
}

/// "jailed for the murder", "convicted of a robbery", "accused of an attack": who did it, by the verb of judging that governs the deed.
Heads Arguments::judged_for(TokenIndex noun) const {
  TokenIndex deed = noun;
  for (int steps = 0; steps < deepest_control && tree_.is(deed, "conj") && tree_.head(deed); ++steps)
    deed = *tree_.head(deed);
  auto verb = tree_.head(deed);
  if (!verb || !(tree_.is(deed, "obl") || tree_.is(deed, "nmod")) || *verb > deed) return {};
  const std::string preposition = tree_.preposition(deed);
  if (classes_.holds("sentence_preposition", preposition)) {
    if (Heads heads = sentenced_for(*verb); !heads.empty()) return heads;
  }
  // "found guilty of", "pleaded guilty to"
  if (classes_.holds("guilty", tree_.lemma(*verb)) && tree_.is(*verb, "xcomp") && tree_.head(*verb)) {
    verb = tree_.head(*verb);
    return tree_.is_passive(*verb) || tree_.child(*verb, "obj") ? objects(*verb) : subjects(*verb);
  }
  if (const auto held = tree_.head(*verb);  // "arrested on a charge of robbery", "on suspicion of the murder"
      held && tree_.is(*verb, "obl") && tree_.is(deed, "nmod") && tree_.is_verb(*held) &&
      classes_.holds("suspicion_noun", tree_.lemma(*verb)) && classes_.holds("complement_preposition", preposition) &&
      classes_.holds("holding_verb", tree_.lemma(*held)))
    return objects(*held);
  if (!tree_.is_verb(*verb)) return {};
  const bool convicted =
      classes_.holds("convicting_verb", tree_.lemma(*verb)) && classes_.holds("deed_preposition", preposition);
  const bool accused =
      classes_.holds("accusing_verb", tree_.lemma(*verb)) && classes_.holds("counting_preposition", preposition);
  return convicted || accused ? objects(*verb) : Heads{};
}

/// "After a trial she was found guilty", "after a trial it jailed him": whom the verb that a trial hangs on judges.
Heads Arguments::tried_at(TokenIndex noun) const {
  const auto verb = tree_.head(noun);
  const bool judged = verb && tree_.is(noun, "obl") && tree_.is_verb(*verb) &&
                      classes_.holds("trying_verb", tree_.lemma(*verb)) &&
                      classes_.holds("attending_preposition", tree_.preposition(noun));
  if (judged) return objects(*verb);
  // "a trial is under way in which six men are charged"
  for (const TokenIndex clause : tree_.children(noun)) {
    const auto pronoun = tree_.child(clause, "obl");
    const bool within = (tree_.is(clause, "acl:relcl") || tree_.is(clause, "advcl:relcl")) && pronoun &&
                        is_relative_pronoun(*pronoun) && tree_.is_passive(clause);
    if (within && classes_.holds("charging_verb", tree_.lemma(clause))) return objects(clause);
  }
  return {};
}

/// "An explosion hit a bus", "was hit by a blast", "a bomb attack that struck a church", "a raid targeting a camp": what a happening is told to have struck.
Heads Arguments::struck_by(TokenIndex noun) const {
  const auto strikes = [&](TokenIndex verb) {
    return tree_.is_verb(verb) && classes_.holds("striking_verb", tree_.lemma(verb));
  };
  if (const auto verb = tree_.head(noun); verb && strikes(*verb)) {
    const bool by_it = tree_.is(noun, "obl") && classes_.holds("agent_marker", tree_.preposition(noun));
    if (tree_.is_passive(*verb) ? by_it : tree_.relation(noun) == "nsubj") return objects(*verb);
  }
  for (const TokenIndex verb : tree_.children(noun)) {
    if (verb < noun || !tree_.is(verb, "acl") || !strikes(verb) || tree_.is_passive(verb)) continue;
    const Heads doers = subjects(verb);
    if (std::find(doers.begin(), doers.end(), noun) != doers.end()) return children_as(verb, "obj");
  }
  return {};
}

/// Whether something quoted was parsed as part of the phrase of a noun: 'the inquiry into Lee "a farce"'.
bool Arguments::takes_in_quote(TokenIndex noun) const {
  const Span phrase = tree_.extent(noun);
  for (TokenIndex one = noun + 1; one < phrase.end; ++one) {
    const std::string_view tag = tree_.xpos(one);
    if (tree_.upos(one) == Upos::PUNCT && (tag == "``" || tag == "''")) return true;
  }
  return false;
}

/// "Called the strike illegal", "the raid was declared a success": who says what something is does not do it.
bool Arguments::is_judged_by(TokenIndex verb, TokenIndex noun) const {
  if (!classes_.holds("says_what_it_is", tree_.lemma(verb)) || noun > verb + longest_path ||
      (!tree_.is(noun, "obj") && !tree_.is(noun, "nsubj:pass")))
    return false;
  const auto parts = tree_.children(verb);
  return takes_in_quote(noun) || std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
           if (one < verb || one == noun || tree_.is_infinitive(one) || in_time_[one]) return false;
           const bool noun_phrase = tree_.is(one, "obj") || tree_.is(one, "iobj") ||
                                    (tree_.is(one, "obl") && tree_.preposition(one).empty());
           return noun_phrase || tree_.is(one, "xcomp") || tree_.is(one, "ccomp");
         });
}

/// Whose deed a noun tells of: "the mayor's plan", "the raid by the army", "the policies of the king"; nobody for "the arrest of Lee", who did not
/// do it.
Heads Arguments::doers(TokenIndex noun) const {
  const bool undergone = classes_.holds("done_to_somebody", tree_.lemma(noun));
  Heads heads = undergone ? Heads{} : children_as(noun, "nmod:poss");
  if (!heads.empty()) return heads;
  Heads owners;
  for (const TokenIndex one : children_as(noun, "nmod")) {
    if (classes_.holds("agent_marker", tree_.preposition(one))) heads.push_back(one);
    if (!undergone && classes_.holds("complement_preposition", tree_.preposition(one))) owners.push_back(one);
  }
  if (heads.empty()) heads = agents_behind(noun, 0);
  return heads.empty() ? owners : heads;
}

/// "Offered Lee a tour": whom a verb gives what a noun tells; not "paid Lee a visit".
Heads Arguments::given_to(TokenIndex noun) const {
  const auto verb = tree_.head(noun);
  if (!verb || !tree_.is(noun, "obj") || !classes_.holds("letting_have", tree_.lemma(*verb))) return {};
  Heads heads = children_as(*verb, "iobj");
  for (const TokenIndex one : children_as(*verb, "obj")) {
    if (one < noun) heads.push_back(one);
  }
  return heads;
}

}  // namespace dateline
