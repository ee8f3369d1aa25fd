#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/event/mend.hpp"
#include "extract/event/standing.hpp"

namespace dateline {
namespace {

/// Mode of frames that tell what their subject claims of itself.
constexpr std::string_view own_claim_mode = "claim";

}  // namespace

/// "Claimed responsibility for the raid": when nobody did, nobody denies it. "Both candidates claimed victory": one of them did not win.
bool StandingReader::claims_for_itself(const Match& match) const {
  if (match.frame->type->speech) return false;
  return match.frame->mode == own_claim_mode || (on_.classes.holds("claiming_verb", on_.tree.lemma(match.trigger)) &&
                                                 on_.classes.holds("known_by_whom", match.frame->type->id));
}

/// "Not only did they meet": they did.
bool StandingReader::is_not_only(TokenIndex adverb) const {
  return on_.classes.holds("negation", on_.tree.lemma(adverb)) && adverb + 1 < on_.tree.size() &&
         on_.classes.holds("added_to", on_.tree.lemma(adverb + 1));
}

/// "claimed responsibility for the raid": nobody but the subject says so.
void StandingReader::own_claim(Standing& standing, const Match& match) const {
  if (!claims_for_itself(match)) return;
  standing.status = combined(standing.status, Status::claimed);
  standing.why.emplace_back(match.frame->id, on_.tree.word(match.trigger));
  attribute(standing, on_.arguments.subjects(match.trigger));
}

/// "Police said the gang may have fled" claims it; "she said she might resign" speaks of a plan; else "may" only supposes.
Status StandingReader::possibly(const Standing& standing, TokenIndex modal, bool reported) const {
  const auto verb = on_.tree.head(modal);
  if (!verb || !reported) return Status::hypothetical;
  if (on_.tree.is_modal_perfect(*verb)) return Status::claimed;
  for (const TokenIndex subject : on_.arguments.subjects(*verb)) {
    for (const std::uint32_t entity : on_.lookup.of_phrase(subject)) {
      const auto& speakers = standing.attribution;
      if (std::find(speakers.begin(), speakers.end(), entity) != speakers.end()) return Status::planned;
    }
  }
  return Status::hypothetical;
}

/// "The attack reportedly was in the harbour": an adverb of doubt where the noun is put in its place; "the elections are usually quiet": many.
void StandingReader::subject_cues(Standing& standing, TokenIndex noun) const {
  const auto predicate = on_.tree.is(noun, "nsubj") ? on_.tree.head(noun) : std::nullopt;
  if (!predicate) return;
  const bool located = on_.tree.child(*predicate, "cop") && on_.tree.child(*predicate, "case");
  const bool many = on_.tree.xpos(noun) == "NNS";
  for (const TokenIndex one : on_.tree.children(*predicate)) {
    const Cue* cue = on_.tree.is(one, "advmod") ? cues_.find(CueKind::adverb, on_.tree.lemma(one)) : nullptr;
    const bool counts =
        cue && ((cue->effect == Effect::claimed && located) || (cue->effect == Effect::hypothetical && many));
    if (!counts) continue;
    standing.status = combined(standing.status, *status_of(cue->effect));
    standing.why.emplace_back(cue->id, on_.tree.word(one));
  }
}

/// "Their demands include the release of ten men": what is in the list stands as the list does; "the theory is that rebels did it".
const Cue* StandingReader::cue_of_list(TokenIndex verb) const {
  if (on_.classes.holds("linking_verb", on_.tree.lemma(verb))) {
    for (const TokenIndex one : on_.arguments.subjects(verb)) {
      const Cue* cue = cues_.find(CueKind::clause, on_.tree.lemma(one));
      if (cue && cue->effect == Effect::claimed && on_.tree.upos(one) == Upos::NOUN) return cue;
    }
    return nullptr;
  }
  if (!on_.classes.holds("inclusion_verb", on_.tree.lemma(verb)) &&
      !on_.classes.holds("spreading_verb", on_.tree.lemma(verb)))
    return nullptr;
  for (const TokenIndex one : on_.arguments.subjects(verb)) {
    if (const Cue* cue = cues_.find(CueKind::object, on_.tree.lemma(one))) return cue;
  }
  return nullptr;
}

/// "A majority is needed to remove a judge", "the law requires consent to": a rule, and nobody who has to act.
bool StandingReader::is_mere_rule(TokenIndex verb) const {
  if (!on_.classes.holds("need_verb", on_.tree.lemma(verb))) return false;
  const Heads who = on_.tree.is_passive(verb) ? on_.arguments.objects(verb) : on_.arguments.subjects(verb);
  const auto acts = [&](TokenIndex head) {
    const auto entities = on_.lookup.headed_by(head);
    return on_.tree.upos(head) == Upos::PRON || std::any_of(entities.begin(), entities.end(), [&](std::uint32_t one) {
             const EntityKind kind = on_.extraction.entities[one].kind;
             return kind != EntityKind::other && kind != EntityKind::work && kind != EntityKind::product;
           });
  };
  return std::none_of(who.begin(), who.end(), acts);
}

/// "The allegation that X did", "reports that she had resigned": a clause that the parser may take for a relative one.
bool StandingReader::is_noun_content(TokenIndex below, TokenIndex above) const {
  const Tree& tree = on_.tree;
  const Cue* cue = tree.is_verb(above) ? nullptr : cues_.find(CueKind::clause, tree.lemma(above));
  if (!cue || (cue->effect != Effect::claimed && !is_hearsay_noun(*cue, above))) return false;
  const auto subject = tree.child(below, "nsubj");
  if (!subject || on_.classes.holds("relative_pronoun", tree.lemma(*subject))) return false;
  return tree.is_passive(below) || !tree.marker(below).empty() || tree.child(below, "obj") ||
         tree.child(below, "xcomp") || tree.child(below, "ccomp") || tree.child(below, "cop");
}

/// "People who break the law pay a fine": what is told in the simple present, and is not said or thought, is usual.
bool StandingReader::is_habit(TokenIndex verb) const {
  const Cue* cue = cues_.find(CueKind::clause, on_.tree.lemma(verb));
  const bool said = cue && (cue->effect == Effect::report || cue->effect == Effect::claimed);
  return !said && on_.tree.is_verb(verb) && is_present(verb) && !on_.tree.is_present_perfect(verb);
}

/// "She said that he had robbed her": the one to whom it was done says who did it.
bool StandingReader::is_accuser(const Match& match, const Filled& filled, TokenIndex verb) const {
  return on_.classes.holds("told_by_victim", match.frame->type->id) &&
         (match.filled.size() > 1 || is_testimony(verb)) && filled.role != match.frame->type->roles.front().name;
}

bool StandingReader::is_present(TokenIndex verb) const {
  for (const TokenIndex one : on_.tree.children(verb)) {
    const std::string_view tag = on_.tree.xpos(one);
    // "do" in "don't", tagged as a base form: no finite verb has an infinitive for its auxiliary
    if (on_.tree.is(one, "aux")) return tag == "VBZ" || tag == "VBP" || (tag == "VB" && !on_.tree.is_infinitive(verb));
  }
  return on_.tree.xpos(verb) == "VBZ" || on_.tree.xpos(verb) == "VBP";
}

/// "They are removed for "high crimes."": no headline, also where a quotation ends with the sentence.
bool StandingReader::ends_in_stop(TokenIndex token) const {
  const Span& tokens = on_.extraction.sentences[on_.tree.sentence(token)].tokens;
  TokenIndex last = tokens.end - 1;
  while (last > tokens.begin && (on_.tree.xpos(last) == "''" || on_.tree.xpos(last) == "-RRB-")) --last;
  return on_.tree.word(last).ends_with('.') ||
         (last > tokens.begin && last + 1 < tokens.end && on_.tree.word(last - 1) == ".");
}

/// "A judge can be removed after a trial", "an official, who may then be fined in a hearing": an indefinite happening that may befall anybody.
bool StandingReader::is_of_rule(TokenIndex below, TokenIndex above) const {
  const Tree& tree = on_.tree;
  const auto is_indefinite = [&](TokenIndex noun) {
    const auto determiner = tree.child(noun, "det");
    return determiner && on_.classes.holds("indefinite_article", tree.lemma(*determiner));
  };
  if (!tree.is(below, "obl") || tree.is_verb(below) || !is_indefinite(below) || !tree.is_verb(above) ||
      tree.child(below, "acl"))  // "after a raid led by troops": it happened
    return false;
  const auto parts = tree.children(above);
  const bool may = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const Cue* cue = tree.is(one, "aux") ? cues_.find(CueKind::auxiliary, tree.lemma(one)) : nullptr;
    return cue && (cue->effect == Effect::hypothetical || cue->effect == Effect::possible);
  });
  const Heads who = tree.is_passive(above) ? on_.arguments.objects(above) : on_.arguments.subjects(above);
  return may && !who.empty() && std::all_of(who.begin(), who.end(), [&](TokenIndex one) {
           return (is_indefinite(one) && tree.upos(one) == Upos::NOUN) ||
                  on_.classes.holds("unspecific", utf8::lower(tree.word(one)));
         });
}

/// "For the bill to pass, it must be approved by the senate": a step that a procedure has, and nobody urges it.
bool StandingReader::is_step_of_procedure(TokenIndex verb) const {
  const Tree& tree = on_.tree;
  const auto comes_about = [&](TokenIndex one) {
    return tree.is_infinitive(one) && on_.classes.holds("step_to", tree.lemma(one));
  };
  const auto parts = tree.children(verb);
  const bool opens = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const auto told = tree.is(one, "obl") ? tree.child(one, "acl") : std::nullopt;  // hung on "the bill"
    return one < verb && ((tree.is(one, "advcl") && comes_about(one)) || (told && comes_about(*told)));
  });
  if (opens || !tree.is(verb, "conj")) return opens;
  const auto first = tree.head(verb);  // "must be approved, and it must be signed"
  return first && tree.is_verb(*first) && is_step_of_procedure(*first);
}

/// "A minister who lies must resign", "anyone who enters must be arrested": what holds for whoever does so.
bool StandingReader::binds_anybody(TokenIndex verb) const {
  const Tree& tree = on_.tree;
  const Heads who = tree.is_passive(verb) ? on_.arguments.objects(verb) : on_.arguments.subjects(verb);
  return !who.empty() && std::all_of(who.begin(), who.end(), [&](TokenIndex one) {
    const auto clause = tree.child(one, "acl:relcl");
    const auto determiner = tree.child(one, "det");
    const bool open =
        is_unspecific(one) || (determiner && on_.classes.holds("indefinite_article", tree.lemma(*determiner)));
    return clause && open && is_habit(*clause);
  });
}

/// "Areas where fishing was banned": what holds somewhere is not told to have been decided.
bool StandingReader::is_standing_rule(const Match& match, TokenIndex below, TokenIndex above) const {
  const Tree& tree = on_.tree;
  if (!tree.is(below, "acl:relcl") || !tree.is_passive(below) || below != match.trigger || !is_unspecific(above) ||
      !on_.classes.holds("rule_event", match.frame->type->id))
    return false;
  const auto parts = tree.children(below);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one < below && tree.is(one, "advmod") && on_.classes.holds("relative_where", tree.lemma(one));
  });
}

/// "Those who think that it was defeated": what people who are not named believe.
bool StandingReader::is_anybodys_opinion(const Cue& cue, TokenIndex verb) const {
  if (cue.effect != Effect::claimed || !on_.classes.holds("believing_verb", on_.tree.lemma(verb))) return false;
  const auto noun = on_.tree.is(verb, "acl:relcl") ? on_.tree.head(verb) : std::nullopt;
  return noun && (is_unspecific(*noun) || on_.classes.holds("unspecific", utf8::lower(on_.tree.word(*noun))));
}

/// "Officials are removed after being convicted": what a full sentence tells in the simple present of many is usual, and so is what it hangs on.
bool StandingReader::is_usual(TokenIndex verb) const {
  const Heads who = on_.tree.is_passive(verb) ? on_.arguments.objects(verb) : on_.arguments.subjects(verb);
  if (who.empty() || !is_habit(verb)) return false;
  return ends_in_stop(verb) && std::all_of(who.begin(), who.end(), [&](TokenIndex one) { return is_unspecific(one); });
}

/// "(Called it) the worst crash since a collision in 2004": what something is measured against is taken for granted.
bool StandingReader::is_measured_against(TokenIndex below) const {
  return (on_.tree.is(below, "nmod") || on_.tree.is(below, "obl")) && !on_.tree.is_verb(below) &&
         on_.classes.holds("record_preposition", on_.tree.preposition(below));
}

/// "(Denied it), however, a court found that": the text goes on in its own voice.
bool StandingReader::is_contrasted(TokenIndex clause) const {
  const auto parts = on_.tree.children(clause);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one < clause && one > 0 && on_.tree.is(one, "advmod") && on_.tree.word(one - 1) == "," &&
           on_.classes.holds("contrasting_adverb", on_.tree.lemma(one));
  });
}

/// "Had it attacked, war would have followed": an auxiliary before the subject that opens its clause makes a condition.
bool StandingReader::is_inverted(TokenIndex clause) const {
  const Tree& tree = on_.tree;
  const auto subject = tree.child(clause, "nsubj");
  const Span& sentence = on_.extraction.sentences[tree.sentence(clause)].tokens;
  if (!subject || tree.extent(*subject).begin <= sentence.begin) return false;
  const auto auxiliary = static_cast<TokenIndex>(tree.extent(*subject).begin - 1);
  const bool opens = auxiliary == sentence.begin || tree.word(auxiliary - 1) == ",";
  if (!opens || tree.upos(auxiliary) != Upos::AUX) return false;
  if (tree.xpos(auxiliary) == "MD")  // "should it attack, war will follow"
    return tree.is(clause, "advcl") && cues_.find(CueKind::conjunction, tree.lemma(auxiliary));
  if (tree.xpos(auxiliary) != "VBD") return false;
  for (TokenIndex one = clause; one < sentence.end; ++one) {
    if (tree.xpos(one) == "MD") return true;
  }
  return false;
}

/// "Asked them to go but then attacked them", the second hung on the first: no finite verb stands in the scope of an infinitive.
TokenIndex StandingReader::finite_above(TokenIndex below, TokenIndex above) const {
  const Tree& tree = on_.tree;
  const bool finite = tree.xpos(below) == "VBD" ||  // or read as a participle, which does not go with "to reduce"
                      (tree.xpos(below) == "VBN" && !tree.child(below, "aux") && !tree.is_passive(above));
  if (!tree.is(below, "conj") || !finite || !tree.is_infinitive(above)) return above;
  // "is said to have robbed a bank and fled": two participles
  if (tree.is_modal_perfect(above) && !tree.child(below, "nsubj")) return above;
  std::optional<TokenIndex> at = tree.head(above);
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (tree.is_verb(*at) && !tree.is_infinitive(*at) && tree.xpos(*at) != "VBG") return *at;
  }
  return above;
}

/// "Elected to fill the seat after she resigned": a finite past behind "after" has happened, whatever the plan that hangs on it.
bool StandingReader::is_past_circumstance(TokenIndex clause, TokenIndex above) const {
  const Tree& tree = on_.tree;
  if ((!tree.is(clause, "advcl") && !tree.is(clause, "acl")) ||
      !on_.classes.holds("circumstance_marker", tree.marker(clause)) ||
      !(tree.is_simple_past(clause) || tree.is_pluperfect(clause)))
    return false;
  const auto parts = tree.children(above);
  return std::none_of(parts.begin(), parts.end(), [&](TokenIndex one) {  // "would go once the bill was passed"
    return tree.is(one, "aux") && tree.xpos(one) == "MD";
  });
}

/// "Began a planned strike", "the scheduled talks took place": a plan that has been carried out.
bool StandingReader::is_begun(const Cue& cue, TokenIndex noun) const {
  const auto verb = cue.effect == Effect::planned ? on_.arguments.carrier(noun) : std::nullopt;
  return verb && (on_.tree.is_simple_past(*verb) || on_.tree.is_present_perfect(*verb)) &&
         on_.classes.holds("carrying_out", on_.tree.lemma(*verb));
}

/// "They want her to run": no plan of hers.
bool StandingReader::is_wanted_of_another(const Cue& cue, TokenIndex verb) const {
  return cue.effect == Effect::planned && on_.tree.child(verb, "obj") &&
         on_.classes.holds("wishing_verb", on_.tree.lemma(verb));
}

/// "Would consider suing the firm": not even a plan yet.
bool StandingReader::may_be_weighed(const Cue& cue, TokenIndex verb) const {
  if (cue.effect != Effect::planned || !on_.classes.holds("weighing_verb", on_.tree.lemma(verb))) return false;
  const auto parts = on_.tree.children(verb);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const Cue* modal = on_.tree.is(one, "aux") ? cues_.find(CueKind::auxiliary, on_.tree.lemma(one)) : nullptr;
    return modal && (modal->effect == Effect::conditional || modal->effect == Effect::possible ||
                     modal->effect == Effect::hypothetical);
  });
}

/// "I thought I was going to drown": what a speaker once thought is not what happened.
bool StandingReader::is_only_thought(const Cue& cue, TokenIndex verb) const {
  const auto thinker = on_.tree.child(verb, "nsubj");
  return cue.effect == Effect::claimed && thinker && on_.tree.is_simple_past(verb) &&
         on_.classes.holds("first_person", on_.tree.lemma(*thinker)) &&
         on_.classes.holds("opinion_verb", on_.tree.lemma(verb));
}

/// How a cue counts on the word that it stands on: "less likely to" compares, "is said to have" is hearsay.
Effect StandingReader::effect_on(const Match& match, TokenIndex below, const Cue& cue, TokenIndex above) const {
  if (goes_on(on_.tree, on_.classes, above)) return Effect::none;               // "went on to lead the bank": she did
  if (on_.classes.holds("guilty", on_.tree.lemma(below))) return Effect::none;  // "pleaded guilty": no plea for it
  if (on_.classes.holds("guilty", on_.tree.lemma(above)))  // "guilty of killing her", "not guilty to killing her"
    return is_negated(above) ? Effect::claimed : Effect::none;
  if (has_failed(above) && !on_.classes.holds("attempted_event", match.frame->type->id)) return Effect::negated;
  if (const auto verdict = on_.tree.head(above);  // "convicted on charges of killing her"
      cue.effect == Effect::claimed && verdict && on_.classes.holds("convicting_verb", on_.tree.lemma(*verdict)))
    return Effect::none;
  if (is_attempted(cue, above))
    return on_.classes.holds("attempted_event", match.frame->type->id) ? Effect::none : Effect::hypothetical;
  if (is_only_told(cue, below, above)) return Effect::report;
  if (is_wanted_of_another(cue, above)) return Effect::urged;
  if (may_be_weighed(cue, above)) return Effect::hypothetical;
  if (is_hearsay_noun(cue, above)) return Effect::claimed;
  if (is_only_thought(cue, above) || is_anybodys_opinion(cue, above) || is_said_by_anybody(cue, above))
    return Effect::hypothetical;
  const auto parts = on_.tree.children(above);
  const bool compared = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return on_.tree.is(one, "advmod") && on_.classes.holds("degree", on_.tree.lemma(one));
  });
  if (cue.effect == Effect::planned && compared) return Effect::hypothetical;
  if (cue.effect == Effect::urged && is_mere_rule(above)) return Effect::hypothetical;
  const bool hearsay = cue.effect == Effect::report && on_.tree.is(below, "xcomp") && on_.tree.is_passive(above) &&
                       on_.classes.holds("hearsay_verb", on_.tree.lemma(above)) && speakers_of(above).empty();
  return hearsay ? Effect::claimed : cue.effect;
}

/// "Plans to end the blockade", "called for an end to the strike": what is to end goes on.
bool StandingReader::is_to_end(TokenIndex noun) const {
  const Tree& tree = on_.tree;
  const auto above = tree.head(noun);
  if (!above || tree.is_verb(noun)) return false;
  if (!tree.is_verb(*above))
    return tree.is(noun, "nmod") && on_.classes.holds("ending_noun", tree.lemma(*above)) &&
           on_.classes.holds("content_preposition", tree.preposition(noun));
  const bool done_to = tree.is(noun, "obj") || tree.is(noun, "nsubj:pass");
  const bool left = tree.is(noun, "obl") && on_.classes.holds("compounded_preposition", tree.preposition(noun));
  // "would defy the court's ruling": it was given
  const bool given = tree.child(noun, "nmod:poss") && on_.classes.holds("heeding_verb", tree.lemma(*above));
  return (done_to && (given || on_.classes.holds("ending_verb", tree.lemma(*above)))) ||
         (left && on_.classes.holds("freeing_verb", tree.lemma(*above)));
}

/// "people who had been accused", "anyone": no happening of its own is meant when what is said of them is not real.
bool StandingReader::is_unspecific(TokenIndex noun) const {
  const Tree& tree = on_.tree;
  if (on_.classes.holds("unspecific", tree.lemma(noun))) return true;
  const auto determiner = tree.child(noun, "det");  // "any ship sunk there"
  if (determiner && on_.classes.holds("any_determiner", tree.lemma(*determiner))) return true;
  const auto parts = tree.children(noun);
  return tree.xpos(noun) == "NNS" && std::none_of(parts.begin(), parts.end(), [&](TokenIndex one) {
           return tree.is(one, "nmod:poss") || tree.is(one, "nummod") || tree.is(one, "det");
         });
}

/// "Wants calm before Turkey invades", "promised protests until Peru joined the pact": what is still to come then.
bool StandingReader::is_awaited(TokenIndex clause) const {
  const auto above = on_.tree.head(clause);
  return is_present(clause) || (above && on_.classes.holds("promise_word", on_.tree.lemma(*above)));
}

/// Whether `below` is what `above` speaks of, plans, denies ...
bool StandingReader::is_content(TokenIndex below, TokenIndex above) const {
  const Tree& tree = on_.tree;
  for (const std::string_view relation : {"ccomp", "xcomp", "csubj:pass", "obj", "parataxis"}) {
    if (tree.is(below, relation)) return true;
  }
  if (tree.is(below, "nsubj:pass")) return true;
  if (tree.is(below, "acl")) return !tree.is(below, "acl:relcl") && !tree.is_passive(below);
  if (tree.is(below, "obl") || tree.is(below, "nmod")) {
    const bool occasion =  // "said at a meeting": not what was said
        on_.classes.holds("saying_verb", tree.lemma(above)) &&
        on_.classes.holds("during_preposition", tree.preposition(below));
    return !occasion && on_.classes.holds("content_preposition", tree.preposition(below));
  }
  if (tree.is(below, "advcl"))
    return on_.classes.holds("content_preposition", tree.marker(below)) && tree.is_verb(above);
  return false;
}

}  // namespace dateline
