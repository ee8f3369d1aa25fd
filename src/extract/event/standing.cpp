#include "extract/event/standing.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"

namespace dateline {

bool is_unreal(Status status) {
  return status == Status::planned || status == Status::urged || status == Status::hypothetical;
}

bool StandingReader::is_negated(TokenIndex token) const {
  for (const TokenIndex one : on_.tree.children(token)) {
    const CueKind kind =
        on_.tree.is(one, "det") || on_.tree.is(one, "cc:preconj") ? CueKind::determiner : CueKind::adverb;
    if (!on_.tree.is(one, "det") && !on_.tree.is(one, "advmod") && !on_.tree.is(one, "cc:preconj")) continue;
    const Cue* cue = cues_.find(kind, on_.tree.lemma(one));
    if (cue && cue->effect == Effect::negated) return true;
  }
  return false;
}

void StandingReader::apply(Climb& climb, const Cue& cue, TokenIndex word) const {
  Standing& standing = climb.standing;
  if (const auto status = status_of(cue.effect)) standing.status = combined(standing.status, *status);
  if (cue.effect == Effect::negated) standing.negated = true;
  if (cue.effect == Effect::conditional) climb.conditional = true;
  if (cue.effect == Effect::possible) climb.possible = word;
  if (cue.effect != Effect::none && cue.effect != Effect::report)
    standing.why.emplace_back(cue.id, on_.tree.word(word));
}

/// "No president", "neither the president nor": the cue.
const Cue* StandingReader::negation_before(TokenIndex noun) const {
  for (const TokenIndex one : on_.tree.children(noun)) {
    if (one > noun || (!on_.tree.is(one, "det") && !on_.tree.is(one, "cc:preconj"))) continue;
    const Cue* cue = cues_.find(CueKind::determiner, on_.tree.lemma(one));
    if (cue && cue->effect == Effect::negated) return cue;
  }
  return nullptr;
}

/// Modals, adverbs and negation of a verb; "to" at the root of a headline ("X to visit Y").
void StandingReader::own_cues(Climb& climb, TokenIndex token) const {
  for (const TokenIndex one : on_.tree.children(token)) {
    const Cue* cue = nullptr;
    if (on_.tree.is(one, "aux")) cue = cues_.find(CueKind::auxiliary, on_.tree.lemma(one));
    if (on_.tree.is(one, "advmod") && !is_not_only(one)) cue = cues_.find(CueKind::adverb, on_.tree.lemma(one));
    // "no crew were hurt", "expressed no regret"
    if (on_.tree.is(one, "nsubj") || on_.tree.is(one, "obj")) cue = negation_before(one);
    if (on_.tree.is(one, "nsubj") && is_unconfirmed(one)) {
      climb.standing.status = combined(climb.standing.status, Status::claimed);
      climb.standing.why.emplace_back("unconfirmed", on_.tree.word(one));
    }
    if (on_.tree.is(one, "cc:preconj") || on_.tree.is(one, "cc"))
      cue = one < token ? cues_.find(CueKind::determiner, on_.tree.lemma(one)) : nullptr;
    std::optional<Cue> step;
    if (cue && cue->effect == Effect::urged && (is_step_of_procedure(token) || binds_anybody(token)))
      step = *cue, step->effect = Effect::hypothetical, cue = &*step;
    if (cue && cue->effect == Effect::urged && is_expected(*cue, token))
      step = *cue, step->effect = Effect::planned, cue = &*step;
    if (cue && cue->effect == Effect::planned && hangs_on_condition(token))
      step = *cue, step->effect = Effect::hypothetical, cue = &*step;
    if (cue) apply(climb, *cue, one);
    climb.standing.hearsay |= cue && cue->effect == Effect::claimed && token == climb.match.trigger;
  }
  if (on_.tree.is_infinitive(token) && on_.tree.is(token, "root"))
    climb.standing.status = combined(climb.standing.status, Status::planned);
}

void StandingReader::noun_cues(Climb& climb, TokenIndex noun) const {
  for (const TokenIndex one : on_.tree.children(noun)) {
    const Cue* cue = nullptr;
    if (on_.tree.is(one, "amod")) cue = cues_.find(CueKind::adjective, utf8::lower(on_.tree.word(one)));
    if (on_.tree.is(one, "det")) cue = cues_.find(CueKind::determiner, on_.tree.lemma(one));
    if (cue && !is_begun(*cue, noun)) apply(climb, *cue, one);
  }
  const Cue* cue = cues_.find(CueKind::preposition, on_.tree.preposition(noun));
  if (!cue) cue = cues_.find(CueKind::preposition, on_.tree.wide_preposition(noun));
  if (cue) apply(climb, *cue, noun);
}

const Cue* StandingReader::governing_cue(TokenIndex below, TokenIndex above) const {
  const Tree& tree = on_.tree;
  const Lemma& lemma = tree.lemma(above);
  for (const std::string_view relation : {"ccomp", "xcomp", "csubj", "csubj:pass", "acl"}) {
    if (!tree.is(below, relation) || (tree.is(below, "acl:relcl") && !is_noun_content(below, above))) continue;
    if (relation == "acl" && tree.marker(below).empty() && !is_noun_content(below, above))
      return nullptr;  // "the deal signed in May"
    const Cue* cue = tree.is_infinitive(below) ? cues_.find(CueKind::infinitive, lemma) : feared(below, lemma);
    if (!cue && tree.is_infinitive(below))  // "went on to", not "is going to"
      cue = cues_.find(CueKind::clause, utf8::lower(tree.word(above)));
    if (!cue) cue = cues_.find(CueKind::clause, lemma);
    if (!cue && relation == "acl" && on_.classes.holds("complement_preposition", tree.marker(below)))
      cue = cues_.find(CueKind::phrase, lemma, tree.marker(below));         // "the purpose of closing it"
    const auto verb = relation == "acl" ? tree.head(above) : std::nullopt;  // "charged the man with robbing her"
    if (!cue && verb) cue = cues_.find(CueKind::phrase, tree.lemma(*verb), tree.marker(below));
    return cue ? cue : cue_of_list(above);
  }
  if (tree.is(below, "parataxis")) {
    const Cue* cue = cues_.find(CueKind::clause, lemma);
    return cue && cue->effect == Effect::report ? cue : nullptr;
  }
  if (tree.is(below, "obj") || tree.is(below, "nsubj:pass")) {
    const Cue* cue = cues_.find(CueKind::object, lemma);
    // "ruled out a strike", not "ruled the strike a crime"
    if (cue && on_.classes.holds("phrasal_cue", lemma) && !tree.child(above, "compound:prt") &&
        !tree.child(above, "advmod"))
      cue = nullptr;
    return cue ? cue : cue_of_list(above);
  }
  if (tree.is(below, "obl") || tree.is(below, "nmod")) {
    const Cue* cue = cues_.find(CueKind::phrase, lemma, tree.preposition(below));
    return !cue && on_.classes.holds("spreading_verb", lemma) ? cue_of_list(above) : cue;
  }
  if (tree.is(below, "advcl")) return cues_.find(CueKind::phrase, lemma, tree.marker(below));
  if (tree.is(below, "compound")) return cues_.find(CueKind::object, lemma);
  return nullptr;
}

/// What the relation of a clause to its governor says when no cue does.
void StandingReader::clause_edge(Climb& climb, TokenIndex below, const Cue* cue) const {
  const Tree& tree = on_.tree;
  if (is_inverted(below)) climb.standing.status = combined(climb.standing.status, Status::hypothetical);
  if (tree.is(below, "advcl") || tree.is(below, "acl")) {
    if (const Cue* mark = cues_.find(CueKind::conjunction, tree.marker(below))) {
      if (mark->effect != Effect::not_yet) return apply(climb, *mark, below);
      if (is_awaited(below)) climb.standing.status = combined(climb.standing.status, Status::hypothetical);
      return;
    }
  }
  if (cue || !tree.is_verb(below) || !tree.is_infinitive(below)) return;
  const auto above =
      tree.head(below);  // "voted to elect a leader", "beat Ann Lee to win the seat", "gathered to mourn": they did
  const bool voted = above && on_.classes.holds("voting_verb", tree.lemma(*above)) &&
                     on_.classes.holds("voted_event", climb.match.frame->type->id);
  const bool won = above && on_.classes.holds("beating_verb", tree.lemma(*above)) &&
                   on_.classes.holds("prize_verb", tree.lemma(below));
  const bool gathered = above && on_.classes.holds("gathering_verb", tree.lemma(*above)) &&
                        on_.classes.holds("gathered_event", climb.match.frame->type->id);
  const bool fled = above && on_.classes.holds("getaway_verb", tree.lemma(*above)) &&
                    on_.classes.holds("fleeing_verb", tree.lemma(below));  // "jumped from a window to flee the fire"
  if (voted || won || gathered || fled) {
    climb.standing.clause = *above;
    return own_cues(climb, *above);
  }
  // "nothing is better than to start a war": what is compared is no purpose
  const auto mark = tree.child(below, "mark");
  const bool purpose = tree.is(below, "advcl") && !(mark && on_.classes.holds("comparison", tree.lemma(*mark)));
  climb.standing.is_purpose |= purpose && climb.standing.status == Status::asserted;
  climb.standing.status = combined(climb.standing.status, purpose ? Status::planned : Status::hypothetical);
  climb.standing.why.emplace_back("infinitive", tree.word(below));
}

void StandingReader::governor(Climb& climb, TokenIndex below, TokenIndex above) const {
  if (is_done_by_vote(climb.match, below, above)) {
    climb.standing.clause = above;
    return own_cues(climb, above);
  }
  if (is_open_question(below)) {
    climb.standing.status = combined(climb.standing.status, Status::hypothetical);
    climb.standing.why.emplace_back("question", on_.tree.marker(below));
  }
  if (const auto open = still_owed(below, above)) {
    climb.standing.status = combined(climb.standing.status, *open);
    climb.standing.why.emplace_back("owed", on_.tree.lemma(above));
  }
  const Cue* cue = governing_cue(below, above);
  std::optional<Cue> felt;
  if (cue) felt = *cue, felt->effect = effect_on(climb.match, below, *cue, above), cue = &*felt;
  const auto speech = speech_.find(above);
  const bool content = is_content(below, above);
  const bool carrying = climb.standing.clause == above;
  if (speech != speech_.end() && content) {
    climb.standing.speech.push_back(above);
    const auto status = speech->second->frame->type->content_status;
    const bool presumed = speech->second->frame->mode == "no_comment";
    if (!cue && status) {
      climb.standing.status = combined(climb.standing.status, presumed ? Status::claimed : *status);
      climb.standing.why.emplace_back(speech->second->frame->id, on_.tree.word(above));
      attribute(climb.standing, speakers_of(above));
      return;
    }
    if (!cue && on_.classes.holds("contested_content", speech->second->frame->type->id))
      report(climb, speakers_of(above), above);
  }
  if (speech == speech_.end() || !content) clause_edge(climb, below, cue);
  if (!cue || carrying) return;
  if (cue->effect == Effect::none && on_.tree.is(below, "xcomp"))
    return own_cues(climb, above);  // "will begin to withdraw"
  if (cue->effect == Effect::report || cue->effect == Effect::claimed) {
    // "speculation that the cause was no leak": nobody denies one
    climb.standing.of_nobody |= climb.standing.negated && cue->effect == Effect::claimed && !on_.tree.is_verb(above) &&
                                !on_.tree.is(below, "nmod");
    climb.standing.negated |= is_refuted(above);
    // "was reported as having promised": who tells it leaves no doubt that it was a promise
    climb.standing.hearsay |= (on_.tree.is(below, "advcl") || on_.tree.is(below, "xcomp")) &&
                              on_.classes.holds("hearsay_verb", on_.tree.lemma(above));
    if (cue->effect == Effect::claimed) apply(climb, *cue, above);
    // "the gang seems to have fled": nobody says so
    if (!on_.classes.holds("seeming_verb", on_.tree.lemma(above))) report(climb, speakers_of(above), above);
    return;
  }
  apply(climb, *cue, above);
  if (!is_negated(above)) return;
  climb.standing.negated = true;
  climb.unforeseen |= cue->effect == Effect::planned && on_.classes.holds("foretelling_verb", on_.tree.lemma(above));
}

/// "Reportedly, two people were killed and nine were hurt": what opens the sentence is said of all that its clauses tell.
void StandingReader::opening_hearsay(Climb& climb) const {
  TokenIndex at = climb.match.trigger;
  if (!on_.tree.is_verb(at)) return;
  for (int steps = 0; steps < longest_path; ++steps) {
    const auto above = on_.tree.head(at);
    if (!above || !(on_.tree.is(at, "conj") || on_.tree.is(at, "advcl"))) return;
    for (const TokenIndex one : on_.tree.children(*above)) {
      const bool opens = one == 0 || on_.tree.sentence(one - 1) != on_.tree.sentence(one);
      const Cue* cue = opens && on_.tree.is(one, "advmod") ? cues_.find(CueKind::adverb, on_.tree.lemma(one)) : nullptr;
      if (cue && cue->effect == Effect::claimed) return apply(climb, *cue, one);
    }
    at = *above;
  }
}

/// "Asked for a ruling on the closure": what a court or a report is about is taken for granted, whatever is said of the ruling.
bool StandingReader::is_matter(TokenIndex below, TokenIndex above) const {
  const bool recorded = on_.classes.holds("record_noun", on_.tree.lemma(above));  // "a transcript of a call"
  const auto matter = on_.tree.is(above, "nmod") ? on_.tree.head(above) : std::nullopt;
  if (matter && on_.tree.is(below, "nmod") && on_.classes.holds("during_preposition", on_.tree.preposition(below)) &&
      on_.classes.holds("matter_noun", on_.tree.lemma(*matter)) && on_.arguments.is_definite(below))
    return true;  // "an inquiry into abuses during the strikes"
  return on_.tree.is(below, "nmod") && (recorded || on_.arguments.is_definite(below)) &&
         on_.classes.holds("matter_preposition", on_.tree.preposition(below)) &&
         (recorded || on_.classes.holds("matter_noun", on_.tree.lemma(above)));
}

/// Conjuncts stand in the scope of what governs the first, and share its modals when they have no subject of their own.
bool StandingReader::conjunct(Climb& climb, TokenIndex below, TokenIndex above) const {
  if (!on_.tree.is(below, "conj")) return false;
  if (on_.tree.is_verb(below) && on_.tree.is_verb(above)) {
    const bool own = on_.tree.child(below, "nsubj") || on_.tree.child(below, "aux");
    if (!own && below == climb.standing.clause && on_.tree.xpos(below) == on_.tree.xpos(above)) own_cues(climb, above);
  } else if (!on_.tree.is_verb(below) && !on_.tree.is_verb(above)) {
    if (const Cue* cue = cues_.find(CueKind::preposition, on_.tree.preposition(above));
        cue && on_.tree.preposition(below).empty())
      apply(climb, *cue, above);
  }
  return true;
}

const Quotation* StandingReader::performed_in(const Match& match) const {
  const Quotation* quotation = match.frame->type->speech ? on_.quotations.of(match.trigger) : nullptr;
  if (!quotation) return nullptr;
  const Heads subjects = on_.arguments.subjects(match.trigger);
  const bool performs = std::any_of(subjects.begin(), subjects.end(), [&](TokenIndex one) {
    return on_.classes.holds("first_person", on_.tree.lemma(one));
  });
  return performs ? quotation : nullptr;
}

Standing StandingReader::read(const Match& match) const {
  Climb climb{match, {}};
  climb.standing.clause = match.trigger;
  TokenIndex at = match.trigger;
  if (on_.tree.is_verb(at)) {
    own_cues(climb, at);
    own_claim(climb.standing, match);
  } else {
    noun_cues(climb, at);
    if (on_.tree.child(at, "cop")) own_cues(climb, at);  // "is not aware"
    subject_cues(climb.standing, at);
    climb.standing.negated |= is_called_off(at);
    if (const auto verb = on_.arguments.carrier(at)) {
      if (on_.tree.head(*verb) != at)
        climb.standing.clause = *verb;  // not "the raid that took place": the noun's clause is another
      own_cues(climb, *verb);
      if (is_left_to_others(at, *verb)) {
        climb.standing.status = combined(climb.standing.status, Status::urged);
        climb.standing.why.emplace_back("ordered", on_.tree.word(*verb));
      }
    }
  }
  climb.performed_in = performed_in(match);
  if (!climb.performed_in) sources(climb, at);
  climb_from(climb, at);
  Standing& standing = climb.standing;
  if (standing.status == Status::asserted) opening_hearsay(climb);
  if (match.frame->on_negation) {  // "did not deny", "would not sign" is what happened
    standing.negated = false;
    climb.conditional &= climb.reported;
  }
  if (is_to_end(at) && (standing.negated || climb.conditional || is_unreal(standing.status))) {
    Climb own{match, {}};
    own.standing.clause = at;
    noun_cues(own, at);
    return own.standing;
  }
  // "forecasters expected heavy rain": the rain
  if (on_.classes.holds("foretelling_verb", on_.tree.lemma(match.trigger)) &&
      on_.classes.holds("foretold_event", match.frame->type->id))
    standing.status = combined(standing.status, Status::planned);
  standing.status = combined(standing.status, foretold(match));
  if (climb.conditional && !climb.performed_in)  // "I would urge them to leave"
    standing.status = combined(standing.status, climb.reported ? Status::planned : Status::hypothetical);
  if (climb.possible) standing.status = combined(standing.status, possibly(standing, *climb.possible, climb.reported));
  if (standing.negated && claims_for_itself(match)) return standing.status = Status::hypothetical, standing;
  climb.unforeseen |= standing.status == Status::planned && on_.classes.holds("foretold_event", match.frame->type->id);
  if (standing.negated) {
    const bool told_by_none = standing.attribution.empty() && standing.speech.empty();
    standing.status = told_by_none || climb.unforeseen ? Status::hypothetical : Status::denied;
  }
  if (standing.status == Status::asserted && (is_weighed(match.trigger) || is_judged_in_general(match)))
    standing.status = Status::hypothetical;
  if (!climb.performed_in) quoted(climb);
  return standing;
}

/// "Chile urged action over the raids of Norwegian troops": of a fight, also what a party takes for granted is its word.
void StandingReader::presumed_by(Climb& climb, TokenIndex at) const {
  if (!on_.classes.holds("contested_event", climb.match.frame->type->id)) return;
  std::optional<TokenIndex> above = on_.tree.head(at);
  for (int steps = 0; above && steps < longest_path; ++steps, at = *above, above = on_.tree.head(at)) {
    if (on_.tree.is(at, "acl:relcl")) return;
    if (speech_.contains(*above) && is_content(at, *above)) return report(climb, speakers_of(*above), *above);
  }
}

/// From a word up the tree, until a clause that is told by itself.
void StandingReader::climb_from(Climb& climb, TokenIndex at) const {
  bool presupposed =
      false;  // "regretted the attack": what the governing clause says of itself is not said of the event
  std::optional<Climb> past;        // "plans to fill the seat after she resigned": she did
  std::optional<Standing> set_off;  // "refused to pay, forcing it to close": what came of it did happen
  for (int steps = 0; steps < longest_path; ++steps) {
    const auto above = on_.tree.head(at);
    const bool told_of = above && on_.tree.is(at, "acl") && on_.tree.is_noun(*above);
    if (told_of && climb.inner && !is_noun_content(at, *above) && !governing_cue(at, *above) &&
        !on_.tree.is_infinitive(at) && is_of_nobody(climb.match, *above))
      climb.standing.of_nobody = true;
    climb.standing.of_nobody |= above && climb.inner &&
                                ((on_.tree.is(at, "advcl") && is_usual(*above)) || is_of_rule(at, *above) ||
                                 is_standing_rule(climb.match, at, *above));
    if (above && climb.performed_in && !climb.performed_in->tokens.contains(*above)) break;
    if (above && climb.performed_in && on_.tree.is(at, "xcomp") &&
        on_.classes.holds("performing_verb", on_.tree.lemma(*above))) {
      at = *above;  // "I want to thank them"
      continue;
    }
    if (!above || (on_.tree.is(at, "acl:relcl") && !is_noun_content(at, *above) && !is_in_such_a_case(at, *above)) ||
        (on_.tree.is(at, "parataxis") && !on_.tree.is_verb(*above)) || is_told_apart(at, *above) ||
        is_known_by(at, *above))
      break;
    if (is_matter(at, *above) || stands_apart(at, *above)) break;
    if (const TokenIndex finite = finite_above(at, *above); finite != *above) {
      at = finite;
      continue;
    }
    if (on_.tree.is(at, "appos") && on_.classes.holds("adverbial_noun", on_.tree.lemma(*above)))
      own_cues(climb, *above);  // "was not in fact a raid"
    if (is_absolute(at, *above)) own_cues(climb, *above);
    if (!set_off && on_.tree.is(at, "advcl") && on_.tree.is_set_off(at)) set_off = climb.standing;
    if (!past && is_past_circumstance(at, *above)) past.emplace(climb);
    if (!conjunct(climb, at, *above) && !presupposed) governor(climb, at, *above);
    const bool noun_below = !on_.tree.is_verb(at) && !on_.tree.is_predicate(at) && climb.standing.clause != *above;
    if (noun_below && (on_.tree.is_predicate(*above) || on_.tree.is_verb(*above)) && !governing_cue(at, *above) &&
        climb.standing.speech.empty()) {
      presupposed = on_.arguments.is_definite(at);
    }
    if (presupposed) break;
    // "would open an inquiry led by a judge": what governs the noun governs who leads it
    if (on_.tree.is(at, "acl") && climb.inner && on_.tree.is_passive(at)) {
      if (on_.tree.is_noun(*above) && negation_before(*above)) climb.standing.negated = true;
      if (const auto verb = on_.tree.head(*above); verb && on_.tree.is_verb(*verb) && on_.tree.is(*above, "obj"))
        own_cues(climb, *verb);
    }
    if (on_.tree.is(at, "acl:relcl")) case_cues(climb, *above);
    at = *above;
    if (on_.tree.is_predicate(at)) sources(climb, at);
  }
  if (presupposed) presumed_by(climb, at);
  if (past && (is_unreal(climb.standing.status) || climb.standing.negated != past->standing.negated)) {
    climb.standing.status = past->standing.status;
    climb.standing.negated = past->standing.negated;
  }
  if (past) climb.conditional = past->conditional, climb.possible = past->possible;
  if (set_off && climb.standing.negated && !set_off->negated) {
    climb.standing.negated = false;
    climb.standing.status = set_off->status;
  }
}

}  // namespace dateline
