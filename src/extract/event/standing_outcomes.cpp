// What came of it, and whose word it is: attempts, what was called off, refuted or left to others, what one side says.
#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/event/standing.hpp"

namespace dateline {

/// "Tried to reach them", "was her second attempt to reach them": what was tried in the past is no plan any more.
bool StandingReader::is_attempted(const Cue& cue, TokenIndex word) const {
  const Tree& tree = on_.tree;
  if (cue.effect != Effect::planned || !on_.classes.holds("attempt_verb", tree.lemma(word))) return false;
  const auto link = tree.child(word, "cop");
  if (link) return tree.xpos(*link) == "VBD";
  const auto verb = tree.is_verb(word) ? word : tree.head(word);
  return verb && tree.is_verb(*verb) &&
         (tree.is_simple_past(*verb) || tree.is_present_perfect(*verb) || tree.is_pluperfect(*verb));
}

/// "Efforts to impeach him failed", "an unsuccessful bid to sue it": nothing came of it.
bool StandingReader::has_failed(TokenIndex undertaking) const {
  const Tree& tree = on_.tree;
  if (tree.is_verb(undertaking) || !on_.classes.holds("undertaking", tree.lemma(undertaking))) return false;
  for (const TokenIndex one : tree.children(undertaking)) {
    if (tree.is(one, "amod") && on_.classes.holds("fruitless", utf8::lower(tree.word(one)))) return true;
  }
  for (const TokenIndex one : tree.children(undertaking)) {  // "The vote to remove him failed", read as one phrase
    if (tree.is(one, "acl") && on_.classes.holds("failing_verb", tree.lemma(one)) && tree.is(undertaking, "root"))
      return !is_negated(one);
  }
  if (!tree.is(undertaking, "nsubj")) return false;
  const auto verb = tree.head(undertaking);
  return verb && !is_negated(*verb) &&
         (on_.classes.holds("fruitless", tree.lemma(*verb)) ||
          (on_.classes.holds("failing_verb", tree.lemma(*verb)) &&
           (tree.is_simple_past(*verb) || tree.is_present_perfect(*verb) || tree.is_pluperfect(*verb))));
}

/// "Her visit to Rome, which was scrapped", the clause on the noun or on a name inside its phrase.
bool StandingReader::is_called_off(TokenIndex noun) const {
  const Tree& tree = on_.tree;
  for (const TokenIndex one : tree.children(noun)) {
    if (tree.is(one, "nmod") && tree.upos(one) == Upos::PROPN && is_called_off(one)) return true;
    if (!tree.is(one, "acl:relcl") || !tree.is_passive(one) || is_negated(one)) continue;
    const auto subject = tree.child(one, "nsubj:pass");
    const bool of_noun = subject && *subject < one && on_.classes.holds("relative_pronoun", tree.lemma(*subject));
    const bool done = tree.is_simple_past(one) || tree.is_present_perfect(one) || tree.is_pluperfect(one);
    if (of_noun && done && (on_.arguments.calls_off(one) || on_.classes.holds("calling_off_verb", tree.lemma(one))))
      return true;
  }
  return false;
}

/// "Said the grounds of an earlier ruling no longer apply": what is told to lie before has happened, unless a noun casts doubt on it ("reports of").
bool StandingReader::is_earlier_one(TokenIndex below, TokenIndex above) const {
  const Tree& tree = on_.tree;
  if (tree.is_verb(below) || !(tree.is(below, "nmod") || tree.is(below, "obl")) || tree.is_verb(above)) return false;
  const auto parts = tree.children(below);
  return std::any_of(parts.begin(), parts.end(),
                     [&](TokenIndex one) {
                       return tree.is(one, "amod") && on_.classes.holds("earlier_adjective", tree.lemma(one));
                     }) &&
         !governing_cue(below, above);
}

/// "If Norway attacks, the king will resign": no plan of his; but "even if it attacks, he will".
bool StandingReader::hangs_on_condition(TokenIndex verb) const {
  const auto parts = on_.tree.children(verb);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one < verb && on_.tree.is(one, "advcl") &&
           on_.classes.holds("condition_mark", on_.tree.lemma(on_.tree.extent(one).begin));
  });
}

/// "Sentencing has been set for July", "the talks were scheduled": they are still to come.
bool StandingReader::is_to_be_held(const Match& match) const {
  return on_.tree.is_passive(match.trigger) && on_.classes.holds("scheduling_verb", on_.tree.lemma(match.trigger)) &&
         on_.classes.holds("scheduled_event", match.frame->type->id);
}

/// "Is overdue", "is pending", "is due in May", "is behind schedule", "is two years behind schedule": what is still to come; "was due to a strike" tells a
/// cause.
bool StandingReader::is_awaiting(TokenIndex predicate) const {
  const Tree& tree = on_.tree;
  const auto behind = [&](TokenIndex one) {
    return on_.classes.holds("behind_phrase", tree.lemma(one)) &&
           on_.classes.holds("behind_preposition", tree.preposition(one));
  };
  const auto joint = tree.child(predicate, "case");
  const bool due =
      joint && on_.classes.holds("awaited_predicate", tree.lemma(*joint)) && on_.arguments.in_time(predicate);
  if (due || behind(predicate)) return true;
  const auto parts = tree.children(predicate);
  if (on_.classes.holds("awaited_predicate", utf8::lower(tree.word(predicate))))
    return std::none_of(parts.begin(), parts.end(), [&](TokenIndex one) {
      return tree.is(one, "obl") && on_.classes.holds("cause_preposition", tree.preposition(one));
    });
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) { return tree.is(one, "nmod") && behind(one); });
}

/// "The release is due in May", "an arrest is unlikely": what a predicate says of a happening that is still to come, if it comes.
Status StandingReader::foretold(const Match& match) const {
  if (is_to_be_held(match)) return Status::planned;
  const Tree& tree = on_.tree;
  if (!tree.is(match.trigger, "nsubj") || !tree.is_noun(match.trigger)) return Status::asserted;
  const auto said = tree.head(match.trigger);
  if (!said || !tree.child(*said, "cop")) return Status::asserted;
  if (on_.classes.holds("doubtful_predicate", tree.lemma(*said))) return Status::hypothetical;
  if (!is_awaiting(*said)) return Status::asserted;
  return is_negated(*said) ? Status::hypothetical : Status::planned;
}

/// "Ordered an inspection of the ferries by the port authority": others are to do it.
bool StandingReader::is_left_to_others(TokenIndex noun, TokenIndex verb) const {
  if (!on_.classes.holds("commanding_verb", on_.tree.lemma(verb)) || on_.tree.is_passive(verb)) return false;
  const Span phrase = on_.tree.extent(verb);
  for (TokenIndex one = noun + 1; one < phrase.end; ++one) {
    const bool beside = on_.tree.head(one) && (on_.tree.within(one, noun) || on_.tree.head(one) == verb);
    if (beside && on_.tree.is_noun(one) && on_.classes.holds("agent_marker", on_.tree.preposition(one))) return true;
  }
  return false;
}

/// "Reports that she had resigned": of many, and nobody says whose.
bool StandingReader::is_hearsay_noun(const Cue& cue, TokenIndex noun) const {
  return cue.effect == Effect::report && on_.tree.xpos(noun) == "NNS";
}

/// "No evidence that he did", "rumours that she resigned were false", "dismissed claims that": what is told of it denies it.
bool StandingReader::is_refuted(TokenIndex noun) const {
  const Tree& tree = on_.tree;
  if (tree.is_verb(noun)) return false;
  if (negation_before(noun)) return true;
  for (const TokenIndex one : tree.children(noun)) {
    const bool said = tree.is(one, "amod") || (tree.is(one, "ccomp") && tree.child(one, "cop") && !is_negated(one));
    if (said && on_.classes.holds("untrue", tree.lemma(one))) return true;
  }
  const auto above = tree.head(noun);
  if (!above) return false;
  if (tree.is(noun, "nsubj") && on_.classes.holds("untrue", tree.lemma(*above))) return !is_negated(*above);
  return tree.is(noun, "obj") && (is_negated(*above) || on_.classes.holds("refuting_verb", tree.lemma(*above)));
}

/// "May end in a situation where it has to sell the firm", "a world in which nobody is jailed": as real as the case is.
bool StandingReader::is_in_such_a_case(TokenIndex clause, TokenIndex noun) const {
  const auto determiner =
      on_.classes.holds("case_noun", on_.tree.lemma(noun)) ? on_.tree.child(noun, "det") : std::nullopt;
  return determiner && on_.tree.is(clause, "acl:relcl") &&
         (on_.classes.holds("indefinite_article", on_.tree.lemma(*determiner)) ||
          on_.classes.holds("any_determiner", on_.tree.lemma(*determiner)));
}

/// "May end in a situation where": what makes the verb unreal does so for the case as well.
void StandingReader::case_cues(Climb& climb, TokenIndex noun) const {
  if (const auto verb = on_.tree.head(noun); verb && on_.tree.is_verb(*verb)) own_cues(climb, *verb);
}

/// "Unconfirmed reports put the toll at 40", "the estimated toll rose to 40": a figure that nobody vouches for.
bool StandingReader::is_unconfirmed(TokenIndex noun) const {
  if (!on_.classes.holds("figure_noun", on_.tree.lemma(noun))) return false;
  const auto parts = on_.tree.children(noun);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return on_.tree.is(one, "amod") && on_.classes.holds("unconfirmed", utf8::lower(on_.tree.word(one)));
  });
}

/// "Told the court that", "testified that"
bool StandingReader::is_testimony(TokenIndex verb) const {
  if (on_.classes.holds("testifying_verb", on_.tree.lemma(verb))) return true;
  const auto parts = on_.tree.children(verb);
  return on_.classes.holds("reporting_verb", on_.tree.lemma(verb)) &&
         std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
           return one > verb && (on_.tree.is(one, "obj") || on_.tree.is(one, "iobj") || on_.tree.is(one, "obl")) &&
                  on_.classes.holds("law_court", on_.tree.lemma(one));
         });
}

/// Whether a speaker is of such a kind by its own noun, or by one that tells who it is: "Ann Lee, a protester", "opposition leader Ann Lee".
bool StandingReader::is_known_as(TokenIndex speaker, std::string_view kind) const {
  if (on_.classes.holds(kind, on_.tree.lemma(speaker))) return true;
  for (const TokenIndex one : on_.tree.children(speaker)) {
    const bool tells = on_.tree.is(one, "appos") || on_.tree.is(one, "nmod:desc") || on_.tree.is(one, "compound");
    if (tells && on_.tree.upos(one) == Upos::NOUN && is_known_as(one, kind)) return true;
  }
  return false;
}

/// "According to the indictment", "her lawyer said that police beat her", "the rebels said they had killed 20": of a wrong or a fight, the word of one side.
bool StandingReader::is_one_side(const Match& match, const Heads& speakers) const {
  const std::string& type = match.frame->type->id;
  const bool wrong = on_.classes.holds("told_by_victim", type), fight = on_.classes.holds("contested_event", type);
  const auto any = [&](std::string_view kind) {
    return std::any_of(speakers.begin(), speakers.end(), [&](TokenIndex one) { return is_known_as(one, kind); });
  };
  if (!on_.classes.holds("legal_event", type) && any("accusing_document")) return true;
  const bool accuses = !on_.classes.holds("effect_event", type) &&  // not "she was shot, her lawyer said"
                       std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) {
                         return one.role == match.frame->type->roles.front().name;
                       });
  return ((wrong || fight) && accuses && any("partisan")) || (fight && any("rebels"));
}

/// "The senate voted to convict the judge", "has voted to expel Ann Lee": a body's vote is the deed.
bool StandingReader::is_done_by_vote(const Match& match, TokenIndex below, TokenIndex above) const {
  const Tree& tree = on_.tree;
  return below == match.trigger && tree.is(below, "xcomp") && tree.is_infinitive(below) &&
         on_.classes.holds("voting_verb", tree.lemma(above)) &&
         on_.classes.holds("voted_event", match.frame->type->id) &&
         (tree.is_simple_past(above) || tree.is_present_perfect(above) || tree.is_pluperfect(above));
}

/// Whether what a relative clause says of someone is said of nobody in particular: "the bill would remove people who are accused".
bool StandingReader::is_of_nobody(const Match& match, TokenIndex noun) const {
  if (!is_unspecific(noun)) return false;
  Climb outer{match, {}, false};
  outer.standing.clause = noun;
  noun_cues(outer, noun);
  TokenIndex at = noun;
  const auto verb = on_.tree.head(noun);
  if (verb && is_habit(*verb)) return true;
  if (verb && on_.tree.is_verb(*verb) && (on_.tree.is(noun, "obj") || on_.tree.is(noun, "nsubj:pass"))) {
    own_cues(outer, *verb);
    const Cue* cue = cues_.find(CueKind::clause, on_.tree.lemma(*verb));  // "allow people who ... to vote"
    if (cue && cue->effect == Effect::hypothetical) apply(outer, *cue, *verb);
    at = *verb;
  }
  climb_from(outer, at);
  const Status status = outer.standing.status;
  return outer.conditional || outer.standing.negated || status == Status::hypothetical || status == Status::urged ||
         status == Status::planned;
}

/// "Is to leave today, with Lee taking over": told with the clause, and as real as that.
bool StandingReader::is_absolute(TokenIndex below, TokenIndex above) const {
  return on_.tree.is(below, "advcl") && on_.tree.xpos(below) == "VBG" && on_.tree.child(below, "nsubj") &&
         on_.classes.holds("absolute_preposition", on_.tree.marker(below)) && on_.tree.is_verb(above) &&
         !is_negated(above);
}

}  // namespace dateline
