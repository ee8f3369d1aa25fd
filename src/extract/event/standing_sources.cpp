// Who says so: verbs of saying above an event or beside its clause, "according to", and the speaker of a quotation.
#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/event/standing.hpp"

namespace dateline {
namespace {

constexpr std::string_view clause_divider = ";";

}  // namespace

Heads StandingReader::speakers_of(TokenIndex word) const {
  return on_.tree.is_verb(word) ? on_.arguments.subjects(word) : on_.arguments.slot(word, "poss");
}

/// Puts the speakers before those that are nearer to the event.
std::vector<std::uint32_t> StandingReader::attribute(Standing& standing, const Heads& speakers) const {
  std::vector<std::uint32_t> who;
  for (const TokenIndex head : speakers) {
    for (const TokenIndex one : on_.tree.conjuncts(head)) {
      for (const std::uint32_t entity : on_.lookup.of_phrase(one)) {
        if (std::find(who.begin(), who.end(), entity) == who.end()) who.push_back(entity);
      }
    }
  }
  auto& attribution = standing.attribution;
  std::erase_if(attribution, [&](std::uint32_t one) { return std::find(who.begin(), who.end(), one) != who.end(); });
  attribution.insert(attribution.begin(), who.begin(), who.end());
  return who;
}

/// Whether an entity is a news agency, a paper or a station: it tells, it takes no side.
bool StandingReader::is_medium(std::uint32_t entity) const {
  return on_.classes.holds("news_medium", utf8::lower(on_.extraction.entities[entity].name));
}

/// Asserted when the speaker took part or speaks of its own country; claimed when it speaks of another one.
void StandingReader::report(Climb& climb, const Heads& speakers, TokenIndex verb) const {
  climb.reported = true;
  const std::vector<std::uint32_t> who = attribute(climb.standing, speakers);
  const bool unconfirmed =
      std::any_of(speakers.begin(), speakers.end(), [&](TokenIndex one) { return is_unconfirmed(one); });
  if (unconfirmed || is_one_side(climb.match, speakers))
    climb.standing.status = combined(climb.standing.status, Status::claimed);
  bool own = false, took_part = false, foreign = false;
  for (const Filled& filled : climb.match.filled) {
    for (const std::uint32_t entity : filled.entities) {
      const std::string& country = on_.extraction.entities[entity].country;
      for (const std::uint32_t speaker : who) {
        own |= speaker == entity && !is_accuser(climb.match, filled, verb);
        took_part |= own || is_medium(speaker);
        foreign |= speaker == entity && is_accuser(climb.match, filled, verb);
        const std::string& home = on_.extraction.entities[speaker].country;
        took_part |= !home.empty() && home == country;  // the Kremlin on what the president did
        foreign |= !home.empty() && !country.empty() && home != country;
      }
    }
  }
  // What a party to a fight says of it is its claim, also of its own part.
  const bool contested = foreign && on_.classes.holds("contested_event", climb.match.frame->type->id) &&
                         std::none_of(who.begin(), who.end(), [&](std::uint32_t one) { return is_medium(one); });
  const bool told_of_others = !own && (is_second_hand(climb.match, speakers, who) ||
                                       (!took_part && !who.empty() && is_quoted_of_others(climb.match, speakers)));
  climb.standing.hearsay |= told_of_others;
  if (!told_of_others && !contested && (took_part || !foreign)) return;
  climb.standing.status = combined(climb.standing.status, Status::claimed);
  climb.standing.why.emplace_back("said-of-another", on_.tree.word(verb));
}

/// "Per hour", "according to plan", "per the request of": nobody who tells it.
bool StandingReader::is_no_source(TokenIndex noun) const {
  if (on_.classes.holds("no_source", on_.tree.lemma(noun))) return true;
  return on_.tree.xpos(noun) == "NN" && on_.lookup.headed_by(noun).empty() && on_.tree.children(noun).size() <= 1;
}

/// "Grew to become the largest, according to figures released in May", "he is to leave, according to a letter leaked to the paper": what is told of a
/// source is not governed by the clause that rests on it.
bool StandingReader::is_of_source(TokenIndex phrase) const {
  return on_.tree.is(phrase, "obl") && (cues_.find(CueKind::source, on_.tree.preposition(phrase)) ||
                                        cues_.find(CueKind::source, on_.tree.wide_preposition(phrase)));
}

/// What is not as real as the word that it hangs on: what something is measured against, what lay before it, and who told it.
bool StandingReader::stands_apart(TokenIndex below, TokenIndex above) const {
  return is_measured_against(below) || is_earlier_one(below, above) || is_of_source(below);
}

/// "..., Reuters reported", "according to X" beside a clause.
void StandingReader::sources(Climb& climb, TokenIndex clause) const {
  for (const TokenIndex one : on_.tree.children(clause)) {
    // "died, according to a statement released by the family": nobody says that he speaks
    if (on_.tree.within(climb.match.trigger, one) || is_told_apart(one, clause)) continue;
    if (on_.tree.is(one, "parataxis") && on_.tree.is_verb(one)) {
      const Cue* cue = cues_.find(CueKind::clause, on_.tree.lemma(one));
      if (!cue || (cue->effect != Effect::report && cue->effect != Effect::claimed)) continue;
      const bool has_content = on_.tree.child(one, "ccomp").has_value();
      if (has_content) continue;
      apply(climb, *cue, one);
      report(climb, on_.arguments.subjects(one), one);
    } else if (on_.tree.is(one, "obl") || on_.tree.is(one, "nmod") || on_.tree.is(one, "advcl")) {
      source(climb, one);
    }
    closing_source(climb, one);
  }
}

void StandingReader::source(Climb& climb, TokenIndex one) const {
  const Cue* cue = cues_.find(CueKind::source, on_.tree.preposition(one));
  if (!cue) cue = cues_.find(CueKind::source, on_.tree.wide_preposition(one));
  climb.reported |= cue && on_.classes.holds("no_source", on_.tree.lemma(one));  // "per the plan, it would"
  if (!cue || is_no_source(one)) return;
  apply(climb, *cue, one);
  on_.lookup.of_phrase(one, EntityLookup::Make::any_noun);  // "state media", "an aide"
  report(climb, {one}, one);
}

/// "Promised to sell it, according to the Boston Globe": behind a comma, who says so says so of the whole clause, though the parser hangs it on
/// the infinitive.
void StandingReader::closing_source(Climb& climb, TokenIndex complement) const {
  const Tree& tree = on_.tree;
  const bool part = tree.is(complement, "xcomp") || tree.is(complement, "obl") || tree.is(complement, "advcl");
  if (!part || !(tree.is_infinitive(complement) || tree.xpos(complement) == "VBG")) return;
  for (const TokenIndex one : tree.children(complement)) {
    if (!tree.is(one, "obl") || one < complement || one < climb.match.trigger) continue;  // ", but she denied it"
    const TokenIndex begin = tree.extent(one).begin;
    if (tree.word(begin) == "," || (begin > 0 && tree.word(begin - 1) == ",")) source(climb, one);
  }
}

/// "Officials said it would last; two died": behind a semicolon the text goes on by itself, unless somebody speaks both clauses.
bool StandingReader::is_told_apart(TokenIndex clause, TokenIndex above) const {
  const bool main = on_.tree.is(clause, "parataxis") || on_.tree.is(clause, "conj") || on_.tree.is(clause, "ccomp");
  if (clause < above || !main) return false;
  const TokenIndex begin = on_.tree.extent(clause).begin;
  const bool divided =
      on_.tree.word(begin) == clause_divider || (begin > 0 && on_.tree.word(begin - 1) == clause_divider);
  const Quotation* quotation = on_.quotations.of(clause);
  return (divided || is_contrasted(clause)) && (!quotation || quotation != on_.quotations.of(above));
}

/// "'It is over. The army has killed nine,' she said": of every sentence of a quotation it is she who says so.
void StandingReader::quoted(Climb& climb) const {
  const Quotation* quotation = on_.quotations.of(climb.match.trigger);
  if (!quotation || on_.tree.within(quotation->verb, climb.match.trigger)) return;
  const auto clauses = on_.quotations.clauses(*quotation);
  const bool told = std::any_of(clauses.begin(), clauses.end(),
                                [&](TokenIndex one) { return on_.tree.within(climb.match.trigger, one); });
  if (!told) return;  // a word or two
  // "she claimed it 'was sent by the army'": the clause around it says who
  bool reaches_out = false;
  std::optional<TokenIndex> above = on_.tree.head(climb.match.trigger);
  for (int steps = 0; above && steps < longest_path; ++steps, above = on_.tree.head(*above))
    reaches_out |= !quotation->tokens.contains(*above);
  if (reaches_out && !climb.standing.attribution.empty()) return;
  std::vector<std::uint32_t> speakers;
  for (const TokenIndex speaker : quotation->speakers) {
    for (const TokenIndex one : on_.tree.conjuncts(speaker)) {
      for (const std::uint32_t entity : on_.lookup.headed_by(one)) speakers.push_back(entity);
    }
  }
  const auto& known = climb.standing.attribution;
  const bool said = std::any_of(speakers.begin(), speakers.end(), [&](std::uint32_t one) {
    return std::find(known.begin(), known.end(), one) != known.end();
  });
  if (!said && !speakers.empty()) report(climb, quotation->speakers, quotation->verb);
}

}  // namespace dateline
