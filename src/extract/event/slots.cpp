// The named slots of a trigger: prepositional phrases, clauses, particles, carriers. Subjects and objects are in arguments.cpp.
#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/event/arguments.hpp"

namespace dateline {
/// "from" is also in "from beneath" and "from inside".
bool Arguments::joins(std::string_view words, std::string_view preposition) const {
  return words == preposition || (words.starts_with(preposition) && words.substr(preposition.size()).starts_with(' ') &&
                                  classes_.holds("compounded_preposition", preposition));
}

Heads Arguments::prepositional(TokenIndex head, std::string_view preposition) const {
  Heads heads;
  for (const TokenIndex one : tree_.children(head)) {
    const bool phrase = tree_.is(one, "obl") || tree_.is(one, "nmod") || (tree_.is(one, "advcl") && tree_.is_noun(one));
    if (phrase && !in_time_[one] && !tree_.is(one, "nmod:poss") && joins(tree_.preposition(one), preposition))
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
      const bool cannot =
          in_time_[one] || tree_.upos(one) == Upos::PROPN || classes_.holds("means_of_speech", tree_.lemma(one));
      if (tree_.is(one, "obl") && cannot) append(heads, prepositional(one, preposition));
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

/// "Oversaw the inquiry into the crash": right behind the object, such a phrase is that of the object, though it hangs on the verb.
Heads Arguments::behind_object(TokenIndex noun, std::string_view preposition) const {
  const auto verb = tree_.head(noun);
  if (!verb || !tree_.is(noun, "obj") || !tree_.is_verb(*verb) || !classes_.holds("object_preposition", preposition) ||
      classes_.holds("bringing_verb", tree_.lemma(*verb)))
    return {};
  Heads heads = prepositional(*verb, preposition);
  std::erase_if(heads, [&](TokenIndex one) { return tree_.extent(one).begin != tree_.extent(noun).end; });
  return heads;
}

/// "The arrest of a man and his wife by police", "the naming of Lee as minister by the king", "the return of Lee to Chile by Peru": who did it, hung on
/// a person, an office or a name in between, which are by nobody.
Heads Arguments::agents_behind(TokenIndex noun, int depth) const {
  for (const TokenIndex one : tree_.children(noun)) {
    const bool joined = tree_.is(one, "conj");
    const bool phrase =
        tree_.is(one, "nmod") && !tree_.is(one, "nmod:poss") && classes_.holds("agent_between", tree_.preposition(one));
    if (one < noun || in_time_[one] || (!joined && !phrase)) continue;
    const Lemma& lemma = tree_.lemma(one);
    Heads heads;
    if (tree_.upos(one) == Upos::PROPN || classes_.holds("said_of_person", lemma) || classes_.holds("people", lemma) ||
        classes_.holds("by_nobody", lemma)) {
      for (const TokenIndex doer : children_as(one, "nmod")) {
        if (classes_.holds("agent_marker", tree_.preposition(doer))) heads.push_back(doer);
      }
    }
    if (heads.empty() && depth < deepest_control) heads = agents_behind(one, depth + 1);
    if (!heads.empty()) return heads;
  }
  return {};
}

Heads Arguments::noun_prepositional(TokenIndex noun, std::string_view preposition) const {
  Heads heads = prepositional(noun, preposition);
  if (const auto above = counter(noun); above && heads.empty() && !classes_.holds("counting_preposition", preposition))
    heads = prepositional(*above, preposition);  // "a series of raids in Lima"
  if (!heads.empty() || classes_.holds("complement_preposition", preposition)) return heads;
  // "posted a call on the site Quill": that is where it was posted, and not whom it was for
  if (const auto verb = carrier(noun); verb && !(classes_.holds("posting_verb", tree_.lemma(*verb)) &&
                                                 classes_.holds("posting_preposition", preposition)))
    heads = prepositional(*verb, preposition);
  // "The ceremony was in Geneva", "the talks were between Norway and Chile"
  const auto predicate = tree_.head(noun);
  if (heads.empty() && predicate && tree_.is(noun, "nsubj") && tree_.child(*predicate, "cop") &&
      tree_.preposition(*predicate) == preposition && !in_time_[*predicate])
    heads = {*predicate};
  if (heads.empty()) heads = behind_object(noun, preposition);
  const bool inner = classes_.holds("inner_preposition", preposition);
  for (const TokenIndex one : tree_.children(noun)) {
    if (!heads.empty() || !tree_.is(one, "nmod") || tree_.is(one, "nmod:poss")) continue;
    // "the deployment of troops to Mali", "the signing of the treaty by Norway": the phrase hangs on the complement
    const bool complement = classes_.holds("complement_preposition", tree_.preposition(one));
    if (complement || (!inner && (in_time_[one] || tree_.upos(one) == Upos::PROPN)))
      append(heads, prepositional(one, preposition));
    // "an inquiry by the senate into the bank"
    if (classes_.holds("agent_marker", tree_.preposition(one)) && classes_.holds("behind_agent", preposition))
      append(heads, prepositional(one, preposition));
  }
  return heads.empty() && classes_.holds("agent_marker", preposition) ? agents_behind(noun, 0) : heads;
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

/// "Russian plans to attack", "a Senate plan to ban": those that may name somebody; not "new plans", "tax plans".
Heads Arguments::named_modifiers(TokenIndex noun) const {
  Heads heads = modifiers(noun);
  std::erase_if(heads, [&](TokenIndex one) {
    std::size_t at = 0;
    return tree_.upos(one) != Upos::PROPN && !utf8::is_upper(utf8::next(tree_.word(one), at));
  });
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

/// "spoke during a meeting with students", "described the call with Lee": who was there.
Heads Arguments::hosts(TokenIndex noun) const {
  const auto verb = tree_.head(noun);
  if (!verb) return {};
  if (tree_.is(noun, "obj") && classes_.holds("describing_verb", tree_.lemma(*verb))) return subjects(*verb);
  if (!tree_.is(noun, "obl") || !classes_.holds("attending_preposition", tree_.preposition(noun))) return {};
  if (tree_.is_verb(*verb)) return subjects(*verb);
  // "troops are in Mali at the invitation of"
  const bool somewhere = tree_.child(*verb, "cop") && tree_.child(*verb, "case");
  return somewhere ? children_as(*verb, "nsubj") : Heads{};
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

/// "Stay at home", "do not panic"; not what is quoted from behind an auxiliary: 'did "not recognise the court"'.
bool Arguments::is_order(TokenIndex verb) const {
  return tree_.is_imperative(verb) && (tree_.child(verb, "aux") || negations(verb).empty());
}

/// "a wave of attacks": the word that counts a noun stands where the noun would; not "most of the fighting", a part of one known.
std::optional<TokenIndex> Arguments::counter(TokenIndex noun) const {
  const auto above = tree_.head(noun);
  const bool counts = above && *above < noun && tree_.is(noun, "nmod") && !tree_.is(noun, "nmod:poss") &&
                      is_counter(*above) && classes_.holds("counting_preposition", tree_.preposition(noun)) &&
                      !tree_.child(noun, "det");
  return counts ? above : std::nullopt;
}

/// "a raid that took place in Lima", "talks held in Lima": the verb hangs on the noun that it carries.
std::optional<TokenIndex> Arguments::carrier_below(TokenIndex noun) const {
  for (const TokenIndex verb : tree_.children(noun)) {
    if (verb < noun || !tree_.is(verb, "acl") || !tree_.is_verb(verb) || calls_off(verb)) continue;
    const bool passive = tree_.is_passive(verb);
    if (!classes_.holds(passive ? "carrying_verb" : "occurring_verb", tree_.lemma(verb))) continue;
    const auto subject = tree_.child(verb, "nsubj");
    if (passive && !tree_.is(verb, "acl:relcl")) return verb;
    if (tree_.is(verb, "acl:relcl") && subject && is_relative_pronoun(*subject)) return verb;
  }
  return std::nullopt;
}

/// "The talks were called off": the particle takes back what the verb says.
bool Arguments::calls_off(TokenIndex verb) const {
  const auto particle =
      classes_.holds("calling_off_phrasal", tree_.lemma(verb)) ? tree_.child(verb, "compound:prt") : std::nullopt;
  return particle && classes_.holds("calling_off_particle", tree_.lemma(*particle));
}

std::optional<TokenIndex> Arguments::carrier(TokenIndex noun) const {
  TokenIndex first = noun;
  for (int steps = 0; steps < deepest_control; ++steps) {
    const auto above = tree_.head(first);
    const bool joined = above && tree_.is(first, "conj") && tree_.is_noun(*above);
    if (!joined && !counter(first)) break;
    first = *above;
  }
  if (const auto below = carrier_below(first)) return below;
  const auto verb = tree_.head(first);
  // "the talks are under way"
  if (verb && tree_.is(first, "nsubj") && tree_.child(*verb, "cop") && classes_.holds("going_on", tree_.lemma(*verb)))
    return verb;
  if (!verb || !tree_.is_verb(*verb) || calls_off(*verb)) return std::nullopt;
  const Lemma& lemma = tree_.lemma(*verb);
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

bool Arguments::is_counter(TokenIndex token) const {
  return tree_.upos(token) == Upos::NUM || classes_.holds("quantity", tree_.lemma(token)) ||
         classes_.holds("container", tree_.lemma(token));
}

bool Arguments::is_definite(TokenIndex noun) const {
  const auto parts = tree_.children(noun);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return tree_.is(one, "nmod:poss") ||
           (tree_.is(one, "det") && classes_.holds("definite_determiner", tree_.lemma(one)));
  });
}

bool Arguments::is_told_to_happen(TokenIndex noun) const {
  const auto verb = tree_.is_verb(noun) ? std::nullopt : carrier(noun);
  if (!verb) return false;
  const auto parts = tree_.children(noun);
  const bool known = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return (tree_.is(one, "nmod:poss") && !in_time_[one]) ||
           (tree_.is(one, "det") && classes_.holds("definite_determiner", tree_.lemma(one)));
  });
  if (known) return false;
  const auto object = tree_.child(*verb, "obj");
  const Lemma& lemma = tree_.lemma(*verb);
  const bool happens =
      classes_.holds("going_on", lemma) || classes_.holds("happening_verb", lemma) ||
      (classes_.holds("occurring_verb", lemma) && object && classes_.holds("happening_object", tree_.lemma(*object)));
  const bool relative = tree_.head(*verb) == noun;
  return happens && (relative || (!tree_.is(noun, "obj") && !tree_.is(noun, "obl")));
}

bool Arguments::has_own_day(TokenIndex noun) const {
  if (!tree_.is_noun(noun)) return false;
  const auto parts = tree_.children(noun);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one < noun && in_time_[one] && (tree_.is(one, "nmod:poss") || tree_.is(one, "compound"));
  });
}

/// "thousands of troops", "a shipment of food", "21 of the girls": the troops and the girls; not "at least 21", whose phrase stands before,
/// nor "21 on the ferry", where the ferry is no part of the number.
TokenIndex Arguments::counted(TokenIndex head) const {
  if (!is_counter(head)) return head;
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
  // in "three days of mourning" the days are above, whatever is counted by them
  if (slot == "above") return plain_slot(trigger, slot);
  for (const TokenIndex one : plain_slot(trigger, slot)) heads.push_back(tree_.is_verb(one) ? one : counted(one));
  return heads;
}

Heads Arguments::plain_slot(TokenIndex trigger, std::string_view slot) const {
  const bool verb = tree_.is_verb(trigger);
  if (slot == "subj") {
    Heads heads = subjects(trigger);  // "applying for a visa required them to travel": a deed, and nobody
    return heads.empty() && verb && tree_.child(trigger, "csubj") ? children_as(trigger, "csubj") : heads;
  }
  if (slot == "obj") return objects(trigger);
  if (slot == "iobj") {
    const bool received = verb && tree_.is_passive(trigger) && tree_.child(trigger, "obj");
    return children_as(trigger, received ? "nsubj:pass" : "iobj");
  }
  if (slot == "poss") return children_as(trigger, "nmod:poss");
  if (slot == "comp") return modifiers(trigger);
  if (slot == "prt") return particles(trigger);
  for (const std::string_view same : {"aux", "det", "case", "amod", "advmod", "nummod", "conj"}) {
    if (slot == same) return children_as(trigger, same);
  }
  if (slot == "neg") return negations(trigger);
  if (slot == "clause") return clauses(trigger);
  if (slot == "inf") {
    Heads heads = clauses(trigger);
    std::erase_if(heads, [&](TokenIndex one) { return !tree_.is_infinitive(one) || tree_.is(one, "advcl"); });
    return heads;
  }
  if (slot == "order") {
    Heads heads = clauses(trigger);
    std::erase_if(heads, [&](TokenIndex one) { return !is_order(one); });
    return heads;
  }
  if (slot == "vocative") return children_as(trigger, slot);
  if (slot == "extent") return extents(trigger);
  if (slot == "host") return hosts(trigger);
  if (slot == "judged") return judged_for(trigger);
  if (slot == "borne") return told_of(trigger, "borne_noun");
  if (slot == "scene") return told_of(trigger, "scene_noun");
  if (slot == "caught") return caught_in(trigger);
  if (slot == "doer") return doers(trigger);
  if (slot == "given") return given_to(trigger);
  if (slot == "author") return authors(trigger, 0);
  if (slot == "involved") return involved_in(trigger);
  if (slot == "sufferer") return sufferers_in(trigger);
  if (slot == "faced") return faced_by(trigger);
  if (slot == "addressed") return addressed_by(trigger);
  if (slot == "tried") return tried_at(trigger);
  if (slot == "struck") return struck_by(trigger);
  if (slot == "traveller") return travellers(trigger);
  if (slot == "above") {
    const auto above = tree_.head(trigger);
    return above && tree_.is(trigger, "nmod") && tree_.is_noun(*above) ? Heads{*above} : Heads{};
  }
  if (slot == "holder") return holders(trigger);
  if (slot == "whereabouts") {
    const auto said = tree_.head(trigger);
    const bool there = said && tree_.is(trigger, "nsubj") && tree_.child(*said, "cop") && !in_time_[*said] &&
                       classes_.holds("place_preposition", tree_.preposition(*said));
    return there ? Heads{*said} : Heads{};
  }
  if (slot == "self") return {trigger};
  if (slot == "sup") {
    const auto above = carrier(trigger);
    const bool doer = above && !carried_as_subject(trigger) && !classes_.holds("receiving_verb", tree_.lemma(*above)) &&
                      !is_judged_by(*above, trigger);
    return doer ? subjects(*above) : Heads{};
  }
  return verb ? verb_prepositional(trigger, slot) : noun_prepositional(trigger, slot);
}

}  // namespace dateline
