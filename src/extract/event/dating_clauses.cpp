// Dates that an event shares with other clauses of its sentence.
#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/event/dating.hpp"

namespace dateline {
namespace {

constexpr TokenIndex words_to_place = 6;  ///< words between a place and the clause that says what was done there

/// "Was driving", "drove"
bool is_past(const Tree& tree, TokenIndex verb) {
  const auto auxiliary = tree.child(verb, "aux");
  return tree.xpos(verb) == "VBD" || (tree.xpos(verb) == "VBG" && auxiliary && tree.xpos(*auxiliary) == "VBD");
}

/// "Was driving and struck", "began and collected", the second read as a participle.
bool same_tense(const Tree& tree, TokenIndex one, TokenIndex other) {
  const bool bare = tree.xpos(one) == "VBN" && !tree.child(one, "aux") && !tree.child(one, "aux:pass");
  return tree.xpos(one) == tree.xpos(other) || ((is_past(tree, one) || bare) && is_past(tree, other));
}

}  // namespace

std::optional<Dated> Dating::of_clause(TokenIndex clause, TokenIndex near, Basis basis, std::string_view reason,
                                       int depth) const {
  if (auto dated = dates_.of(clause, near, basis, reason)) return dated;
  return inherited(clause, depth + 1);
}

/// "Settled in 1981, with Ford agreeing to pay": the verb that a clause with a subject of its own stands beside.
std::optional<TokenIndex> Dating::absolute_of(TokenIndex clause) const {
  const Tree& tree = on_.tree;
  const auto noun = tree.head(clause);
  if (!noun || tree.xpos(clause) != "VBG" || !tree.is(clause, "acl") || tree.is(clause, "acl:relcl"))
    return std::nullopt;
  const auto verb = tree.head(*noun);
  const bool beside = tree.is(*noun, "obl") && on_.classes.holds("absolute_preposition", tree.preposition(*noun));
  return verb && beside && tree.is_verb(*verb) ? verb : std::nullopt;
}

/// "Tuesday saw soldiers searching a warehouse": the verb whose subject is a time.
std::optional<TokenIndex> Dating::witnessing(TokenIndex clause) const {
  const Tree& tree = on_.tree;
  const auto noun = tree.head(clause);
  if (!noun || tree.xpos(clause) != "VBG" || !tree.is(clause, "acl") || !tree.is(*noun, "obj")) return std::nullopt;
  const auto verb = tree.head(*noun);
  const auto subject = verb ? tree.child(*verb, "nsubj") : std::nullopt;
  if (!subject) return std::nullopt;
  const PlacedRange times = places_.of(*verb);
  const bool of_time =
      std::any_of(times.begin(), times.end(), [&](const auto& placed) { return placed.second.head == *subject; });
  return of_time ? verb : std::nullopt;
}

/// "And later banned it"
bool Dating::is_of_another_time(TokenIndex clause) const {
  const auto parts = on_.tree.children(clause);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return on_.tree.is(one, "advmod") && on_.classes.holds("other_time", utf8::lower(on_.tree.word(one)));
  });
}

/// "Six were arrested and two charged on Monday": one "were" is said of both, so they are told as of one time.
bool Dating::shares_auxiliary(TokenIndex clause, TokenIndex next) const {
  const Tree& tree = on_.tree;
  return tree.child(clause, "aux:pass") && tree.xpos(next) == "VBN" && tree.child(next, "nsubj:pass") &&
         !tree.child(next, "aux") && !tree.child(next, "aux:pass") && places_.of(clause).empty();
}

/// "Was closed after a crash and reopened later that day": on that day, at what hour ever.
std::optional<Dated> Dating::earlier_that_day(TokenIndex next) const {
  if (on_.tree.child(next, "nsubj")) return std::nullopt;
  constexpr std::size_t day_length = 10;
  for (const auto& [owner, placed] : places_.of(next)) {
    const TimeMention& time = on_.extraction.times[placed.time];
    if (!on_.classes.holds("later_that_day_rule", time.rule) || time.edtf.size() != day_length) continue;
    if (const auto date = event_date(time.edtf, Basis::inferred))
      return Dated{*date, placed.time, date_reason::coordinated_verbs};
  }
  return std::nullopt;
}

/// "Was arrested and charged on Monday": nothing but "and" stands between the two, so the time behind the second is of both.
std::optional<Dated> Dating::of_joined(TokenIndex clause, TokenIndex trigger) const {
  const Tree& tree = on_.tree;
  const auto next = tree.child(clause, "conj");
  if (!next || *next < clause) return std::nullopt;
  if (auto dated = earlier_that_day(*next)) return dated;
  if (tree.xpos(*next) != tree.xpos(clause)) return std::nullopt;
  if (is_of_another_time(*next)) return std::nullopt;
  if (shares_auxiliary(clause, *next))
    return dates_.of(*next, trigger, Basis::inferred, date_reason::coordinated_verbs);
  if (tree.child(*next, "nsubj")) return std::nullopt;
  for (TokenIndex one = clause + 1; one < *next; ++one) {
    const bool joins = tree.upos(one) == Upos::CCONJ || tree.upos(one) == Upos::ADV || tree.upos(one) == Upos::PUNCT;
    if (!joins) return std::nullopt;
  }
  return dates_.of(*next, trigger, Basis::inferred, date_reason::coordinated_verbs);
}

/// "The inquiry began in May and heard 40 witnesses": what went on then took longer than a day, so all that is known is that it came after.
std::optional<Dated> Dating::after_beginning(const Dated& dated) const {
  if (dated.date.precision == Precision::day || dated.date.edtf.find_first_of("/T") != std::string::npos) return dated;
  const auto open = event_date(dated.date.edtf + "/..", Basis::bounded);
  return open ? std::optional(Dated{*open, dated.time, date_reason::after_time}) : std::nullopt;
}

/// "In 2010 the firm moved to Lima; Hale joined its board": set beside it, under a time longer than a day that opens the sentence. (Of a day the
/// thread of the report knows.)
bool Dating::stands_under_opening(TokenIndex clause, TokenIndex first) const {
  const Tree& tree = on_.tree;
  const auto mark = tree.child(clause, "punct");
  if (!tree.is(clause, "parataxis") || clause < first || !mark || tree.word(*mark) != ";" ||
      !tree.child(clause, "nsubj") || !tree.is_simple_past(clause) || !tree.is_simple_past(first))
    return false;
  const auto times = places_.of(first);
  return std::all_of(times.begin(), times.end(),
                     [&](const auto& placed) { return places_.is_long(placed.second.time); });
}

/// "In 2010 she moved to Lima, where she founded a paper": the verb of the way to where something was done. What somebody was or
/// had been there ("where he was born", "where she lived") may be of any time.
std::optional<TokenIndex> Dating::way_there(TokenIndex clause) const {
  const Tree& tree = on_.tree;
  const auto verb = verb_above(clause);
  if (!verb || !on_.classes.holds("journey_verb", tree.lemma(*verb)) || !tree.is_simple_past(*verb) ||
      !tree.is_simple_past(clause) || on_.classes.holds("stay_verb", tree.lemma(clause)))
    return std::nullopt;
  const auto where = tree.child(clause, "advmod"), who = tree.child(clause, "nsubj");
  const bool there = where && *where < clause && on_.classes.holds("place_adverb", tree.lemma(*where));
  if (!there || !who || tree.upos(*who) != Upos::PRON) return std::nullopt;  // the same one
  const auto parts = tree.children(*verb);
  const bool to_it = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const bool behind = one < clause && *where <= one + words_to_place && tree.is(one, "obl");
    return behind && on_.classes.holds("destination_preposition", tree.preposition(one));
  });
  return to_it ? verb : std::nullopt;
}

/// "Returned to office, being elected by the council"
bool Dating::is_participle(TokenIndex clause) const {
  const auto auxiliary = on_.tree.child(clause, "aux:pass");
  return on_.tree.xpos(clause) == "VBG" ||
         (auxiliary && on_.tree.xpos(*auxiliary) == "VBG" && !on_.tree.child(clause, "nsubj"));
}

/// "Was arrested and charged on Monday"; "in 1981 the firms settled, and Ford agreed to pay": what opens the sentence spans both.
std::optional<Dated> Dating::coordinated(TokenIndex clause, TokenIndex first, int depth) const {
  const Tree& tree = on_.tree;
  if (!tree.child(clause, "nsubj")) {
    auto dated = of_clause(first, clause, Basis::inferred, date_reason::coordinated_verbs, depth);
    return dated && on_.classes.holds("beginning_verb", tree.lemma(first)) ? after_beginning(*dated) : dated;
  }
  const auto subject = tree.child(first, "nsubj");
  const auto dated = dates_.of(first, 0, Basis::inferred, date_reason::coordinated_clauses);
  if (dated && subject && on_.extraction.time_tokens[dated->time].begin < *subject) return dated;
  return std::nullopt;
}

/// Clauses that happen with the one that governs them share its date: coordination, participles, "began to".
std::optional<Dated> Dating::inherited(TokenIndex clause, int depth) const {
  const Tree& tree = on_.tree;
  const auto above = tree.head(clause);
  constexpr int deepest = 4;
  if (!above || depth > deepest) return std::nullopt;
  if (const auto main = absolute_of(clause))
    return of_clause(*main, clause, Basis::inferred, date_reason::main_clause, depth);
  if (const auto saw = witnessing(clause)) return dates_.of(*saw, clause, Basis::stated, date_reason::carrying_verb);
  if (const auto went = is_of_another_time(clause) ? std::nullopt : way_there(clause))
    return of_clause(*went, clause, Basis::inferred, date_reason::main_clause, depth);
  if (!tree.is_verb(*above) || is_of_another_time(clause)) return std::nullopt;
  if (stands_under_opening(clause, *above)) return coordinated(clause, *above, depth);
  if (tree.is(clause, "conj") && same_tense(tree, clause, *above)) return coordinated(clause, *above, depth);
  if (tree.is(clause, "advcl")) {
    const std::string marker = tree.marker(clause);
    const bool beside = on_.classes.holds("same_time_marker", marker);
    // "since June, when it was proposed": what happened then does not go on since
    if (const auto at = beside && on_.classes.holds("relative_adverb", marker)
                            ? dates_.time_before(clause, date_reason::main_clause)
                            : std::nullopt)
      return at;
    if (beside || (is_participle(clause) && marker.empty()))
      return of_clause(*above, clause, Basis::inferred, date_reason::main_clause, depth);
  }
  if (tree.is(clause, "xcomp") && on_.classes.holds("phase_verb", tree.lemma(*above)))
    return of_clause(*above, clause, Basis::stated, date_reason::continued, depth);
  return std::nullopt;
}

/// "Did not deny it when asked last month"
std::optional<Dated> Dating::of_clause_beside(TokenIndex clause, TokenIndex trigger) const {
  for (const TokenIndex one : on_.tree.children(clause)) {
    const std::string marker = on_.tree.marker(one);
    // "speaking on Monday, she said"
    const bool opens = marker.empty() && one < clause && on_.tree.xpos(one) == "VBG" && !on_.tree.child(one, "aux") &&
                       !on_.classes.holds("beginning_verb", on_.tree.lemma(one));
    if (!on_.tree.is(one, "advcl") || !(opens || on_.classes.holds("same_time_marker", marker))) continue;
    const PlacedRange times = places_.of(one);  // "compared it with that of 2004, when the town was counted": then
    if (std::any_of(times.begin(), times.end(), [](const auto& placed) { return placed.second.taken_up; })) continue;
    if (auto dated = dates_.of(one, trigger, Basis::inferred, date_reason::beside)) return dated;
  }
  return std::nullopt;
}

/// "Beginning in 2010, he robbed banks": from then on.
std::optional<Dated> Dating::since_beginning(TokenIndex clause) const {
  for (const TokenIndex one : on_.tree.children(clause)) {
    if (!on_.tree.is(one, "advcl") || on_.tree.xpos(one) != "VBG" ||
        !on_.classes.holds("beginning_verb", on_.tree.lemma(one)))
      continue;
    auto dated = dates_.of(one, one, Basis::stated, date_reason::beginning);
    if (!dated || dated->date.edtf.find('/') != std::string::npos) continue;
    if (const auto open = event_date(dated->date.edtf + "/..", Basis::stated))
      return Dated{*open, dated->time, dated->reason};
  }
  return std::nullopt;
}

/// "The 1991 fair, in which nine died", "last year's festival, at which she spoke": what a clause tells of a happening that is known by its time.
std::optional<Dated> Dating::of_relative_occasion(TokenIndex clause) const {
  const Tree& tree = on_.tree;
  const auto noun = tree.head(clause);
  if (!noun || !tree.is(clause, "acl:relcl") || !tree.is_simple_past(clause)) return std::nullopt;
  const auto parts = tree.children(clause);
  const bool within = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one < clause && tree.is(one, "obl") && on_.classes.holds("relative_pronoun", tree.lemma(one)) &&
           on_.classes.holds("during_preposition", tree.preposition(one));
  });
  if (!within) return std::nullopt;
  const auto [first, last] = times_in(on_.extraction, on_.extraction.sentences[tree.sentence(clause)]);
  for (std::uint32_t time = first; time < last && time < on_.extraction.time_tokens.size(); ++time) {
    const Span& tokens = on_.extraction.time_tokens[time];
    if (tokens.empty() || !tree.within(tokens.begin, *noun) || tokens.begin > *noun) continue;
    if (const auto date = event_date(on_.extraction.times[time].edtf, Basis::inferred))
      return Dated{*date, time, date_reason::occasion};
  }
  return std::nullopt;
}

/// "Published a study, documenting the decline": what a work is about was looked into before it came out.
bool Dating::is_told_in_work(const Match& match, TokenIndex clause) const {
  const auto verb = on_.tree.head(clause);
  return verb && on_.tree.xpos(clause) == "VBG" && on_.tree.is_verb(*verb) &&
         on_.classes.holds("studied_event", match.frame->type->id) &&
         on_.classes.holds("making_verb", on_.tree.lemma(*verb));
}

std::optional<Dated> Dating::of_clauses(const Match& match, const Standing& standing) const {
  const Tree& tree = on_.tree;
  const TokenIndex clause = standing.clause;
  if (!tree.is_verb(clause) || is_told_in_work(match, clause)) return std::nullopt;
  if (auto dated = inherited(clause, 0)) return dated;
  if (auto dated = of_relative_occasion(clause)) return dated;
  if (auto dated = of_joined(clause, match.trigger)) return dated;
  const auto done = tree.child(clause, "xcomp");
  if (done && on_.classes.holds("phase_verb", tree.lemma(clause))) {
    if (auto dated = dates_.of(*done, match.trigger, Basis::stated, date_reason::begun)) return dated;
  }
  if (auto dated = of_clause_beside(clause, match.trigger)) return dated;
  return since_beginning(clause);
}

std::optional<TokenIndex> Dating::verb_above(TokenIndex noun) const {
  std::optional<TokenIndex> at = on_.tree.head(noun);
  for (int steps = 0; at && steps < longest_path; ++steps, at = on_.tree.head(*at)) {
    if (on_.tree.is_verb(*at)) return at;
  }
  return std::nullopt;
}

/// "It results from the ruling of the court on July 8": a date right behind an event noun, on a word that tells no event, is the noun's.
bool Dating::is_followed_by_time(TokenIndex noun, TokenIndex verb) const {
  if (places_.words().is_trigger(verb)) return false;
  const PlacedRange times = places_.of(verb);
  return std::any_of(times.begin(), times.end(), [&](const auto& placed) {
    return on_.tree.extent(placed.second.head).begin == on_.tree.extent(noun).end;
  });
}

/// "(a blast) which injured six", "(a crash) followed by a fire": a clause on an event noun that tells what it did, or how it went on.
bool Dating::did(TokenIndex clause) const {
  const Tree& tree = on_.tree;
  if (!tree.is(clause, "acl:relcl"))
    return tree.is(clause, "acl") && tree.is_verb(clause) && !tree.is_infinitive(clause) &&
           on_.classes.holds("occurring_verb", tree.lemma(clause));
  const auto subject = tree.child(clause, "nsubj");
  return tree.is_simple_past(clause) && subject && *subject < clause &&
         on_.classes.holds("relative_pronoun", tree.lemma(*subject));
}

/// "The blast on the pier injured six on Monday", "a blast which injured six on Monday", "six died on Monday in a blast": what an event
/// noun did, or what happened in it, came with it.
std::optional<Dated> Dating::of_its_doing(const Match& match, const Standing& standing) const {
  const Tree& tree = on_.tree;
  if (tree.is_verb(match.trigger)) return std::nullopt;
  for (const TokenIndex one : tree.children(match.trigger)) {
    if (!did(one)) continue;
    if (auto dated = dates_.of(one, match.trigger, Basis::inferred, date_reason::doing)) return dated;
  }
  if (on_.classes.holds("meeting_event", match.frame->type->id)) {  // "a summit where on Monday Chile signed"
    if (auto dated = of_happening(match.trigger, match.trigger, date_reason::during)) return dated;
  }
  for (const auto clause : {clause_torn_off(match.trigger), participle_behind(match.trigger)}) {
    if (!clause) continue;
    if (auto dated = dates_.of(*clause, match.trigger, Basis::inferred, date_reason::doing)) return dated;
  }
  if (standing.clause != match.trigger) return std::nullopt;
  if (const auto above = tree.head(match.trigger);
      above && tree.is_predicate(*above) && is_followed_by_time(match.trigger, *above))
    return dates_.of(*above, match.trigger, Basis::inferred,
                     date_reason::during);         // "was due to the collapse on Monday"
  if (const auto role = tree.head(match.trigger);  // "in 2006 the town was the target of an attack"
      role && tree.is_predicate(*role) && tree.is(match.trigger, "nmod") && !tree.is_verb(*role) &&
      on_.classes.holds("part_in_event", tree.lemma(*role)) && is_new(match.trigger)) {
    if (auto dated = dates_.of(*role, match.trigger, Basis::stated, date_reason::carrying_verb)) return dated;
  }
  const auto verb = verb_above(match.trigger);
  if (!verb) return std::nullopt;
  const bool direct = tree.head(match.trigger) == verb;
  const bool doer = direct && tree.relation(match.trigger) == "nsubj" && tree.is_simple_past(*verb);
  const bool beside = direct && tree.is(match.trigger, "obl") &&
                      on_.classes.holds("during_preposition", tree.preposition(match.trigger));
  if (!doer && !beside && !is_followed_by_time(match.trigger, *verb)) return std::nullopt;
  return dates_.of(*verb, match.trigger, Basis::inferred, doer ? date_reason::doing : date_reason::during);
}

/// The verb that says what a harm came of: itself ("the blast injured six"), or the one that it is the object of ("caused six deaths").
std::optional<TokenIndex> Dating::harming_verb(TokenIndex trigger) const {
  const Tree& tree = on_.tree;
  if (tree.is_verb(trigger)) return tree.is_simple_past(trigger) ? std::optional(trigger) : std::nullopt;
  const auto verb = tree.head(trigger);
  const bool caused = verb && tree.is(trigger, "obj") && tree.is_simple_past(*verb) &&
                      on_.classes.holds("causing_verb", tree.lemma(*verb));
  return caused ? verb : std::nullopt;
}

/// "Friday's blast injured six", "the quake, which struck on Monday, killed ten": the harm came when its cause did.
std::optional<Dated> Dating::of_its_cause(const Match& match) const {
  const Tree& tree = on_.tree;
  const auto verb = harming_verb(match.trigger);
  if (!on_.classes.holds("effect_event", match.frame->type->id) || !verb) return std::nullopt;
  if (tree.is(*verb, "acl:relcl")) {  // "the blast in Lima on Monday, which injured six": wherever the clause was hung
    if (auto dated = dates_.time_before(*verb, date_reason::cause)) return dated;
  }
  for (const TokenIndex subject : on_.arguments.slot(*verb, "subj")) {
    if (auto dated = dates_.of(subject, match.trigger, Basis::inferred, date_reason::cause)) return dated;
    for (const TokenIndex one : tree.children(subject)) {
      if (!tree.is(one, "acl") || !tree.is_verb(one)) continue;
      if (auto dated = dates_.of(one, match.trigger, Basis::inferred, date_reason::cause)) return dated;
    }
  }
  return std::nullopt;
}

/// "A collision", which the reader has not met before.
bool Dating::is_new(TokenIndex noun) const {
  const auto determiner = on_.tree.child(noun, "det");
  return determiner && on_.classes.holds("indefinite_article", on_.tree.lemma(*determiner));
}

/// "The ferry was delayed on Monday after a collision", "firefighters were called to a blaze on Monday": what stops, wounds or calls out at once
/// does so on the day of its cause.
std::optional<Dated> Dating::of_sudden_cause(const Match& match, const Standing& standing) const {
  const Tree& tree = on_.tree;
  if (tree.is_verb(match.trigger) || standing.clause != match.trigger ||
      !on_.classes.holds("sudden_event", match.frame->type->id))
    return std::nullopt;
  TokenIndex noun = match.trigger;
  const auto report = tree.head(noun);  // "(responded to) reports of a shooting"
  if (report && tree.is(noun, "nmod") && on_.classes.holds("report_noun", tree.lemma(*report))) noun = *report;
  const auto verb = tree.head(noun);
  if (!verb || !tree.is(noun, "obl") || !tree.is_simple_past(*verb)) return std::nullopt;
  const std::string& preposition = tree.preposition(noun);
  const bool after = on_.classes.holds("aftermath_preposition", preposition) &&
                     on_.classes.holds("sudden_effect", tree.lemma(*verb)) && is_new(match.trigger);
  const bool called =
      on_.classes.holds("call_out_preposition", preposition) && on_.classes.holds("call_out_verb", tree.lemma(*verb));
  if (!after && !called) return std::nullopt;
  return dates_.of(*verb, match.trigger, Basis::inferred, date_reason::sudden);
}

}  // namespace dateline
