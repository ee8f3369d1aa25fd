#include "extract/event/dating.hpp"

#include <algorithm>

namespace dateline {

/// "The Greens won the March 4 vote", "two blasts on Monday struck the port": on the noun that tells the same as its verb.
std::optional<Dated> Dating::of_noun_told(const Match& match) const {
  for (const TokenIndex noun : on_.tree.children(match.trigger)) {
    const bool told = on_.tree.is(noun, "obj") || on_.tree.is(noun, "nsubj:pass") || on_.tree.is(noun, "nsubj");
    if (!told || !places_.words().can_tell(noun, *match.frame->type)) continue;
    if (auto dated = dates_.of(noun, match.trigger, Basis::stated, date_reason::carried)) return dated;
  }
  return of_noun_above(match);
}

/// "The April elections held in Peru": the month before the noun that a participle tells of.
std::optional<Dated> Dating::of_noun_above(const Match& match) const {
  const Tree& tree = on_.tree;
  const auto noun =
      tree.is(match.trigger, "acl") && tree.is_passive(match.trigger) ? tree.head(match.trigger) : std::nullopt;
  if (!noun || !places_.words().can_tell(*noun, *match.frame->type)) return std::nullopt;
  if (auto dated = dates_.of(*noun, match.trigger, Basis::stated, date_reason::carried)) return dated;
  for (const auto& [sentence, placed] : places_.in_sentence(tree.sentence(*noun))) {
    if (placed.head < *noun && tree.head(placed.head) == noun)
      return dates_.read(placed, Basis::stated, date_reason::carried);
  }
  return std::nullopt;
}

/// "Signed the treaty on June 12", "announced plans on Friday to close the plant": the time hangs on what was signed or announced.
std::optional<Dated> Dating::of_object(const Match& match) const {
  const auto of = [&](TokenIndex word) -> std::optional<Dated> {
    const bool other = places_.words().can_tell(word) && !places_.words().is_trigger(word);  // "left the 2015 deal"
    if (!on_.tree.is(word, "obj") || on_.tree.is_verb(word) || other) return std::nullopt;
    return dates_.of(word, match.trigger, Basis::stated, date_reason::object);
  };
  for (const Filled& filled : match.filled) {
    if (auto dated = of(filled.head)) return dated;
  }
  for (const TokenIndex word : match.consumed) {
    if (auto dated = of(word)) return dated;
  }
  return std::nullopt;
}

/// "The summit is set to begin on Tuesday": on what the noun is about to do.
std::optional<Dated> Dating::of_its_start(const Match& match) const {
  const Tree& tree = on_.tree;
  const auto above = tree.head(match.trigger);
  if (tree.is_verb(match.trigger) || !above || !tree.is(match.trigger, "nsubj")) return std::nullopt;
  const auto start = tree.child(*above, "xcomp");
  if (!start || !tree.is_infinitive(*start) || !on_.classes.holds("occurring_verb", tree.lemma(*start)))
    return std::nullopt;
  return dates_.of(*start, match.trigger, Basis::stated, date_reason::carrying_verb);
}

namespace {

/// "The death of Ann Lee was announced on Friday": it did not happen on Friday.
bool is_told_since(const Match& match, const Standing& standing, const MatchContext& on) {
  return on.classes.holds("told_afterwards", match.frame->type->id) && standing.clause != match.trigger &&
         on.classes.holds("reporting_verb", on.tree.lemma(standing.clause));
}

}  // namespace

/// What is said of the event in so many words.
std::optional<Dated> Dating::stated(const Match& match, const Standing& standing) const {
  if (auto dated = dates_.of(match.trigger, match.trigger, Basis::stated, date_reason::own_clause)) return dated;
  if (auto dated = of_noun_told(match)) return dated;
  if (standing.clause != match.trigger && !is_told_since(match, standing, on_)) {
    if (auto dated = dates_.of(standing.clause, match.trigger, Basis::stated, date_reason::carrying_verb)) return dated;
  }
  if (auto dated = of_object(match)) return dated;
  if (auto dated = of_its_start(match)) return dated;
  for (const TokenIndex one : on_.tree.children(match.trigger)) {
    // "the talks held on Monday", "the debate scheduled for Monday"
    if (on_.tree.is_verb(match.trigger) || !on_.tree.is(one, "acl") || !on_.tree.is_passive(one) ||
        (!on_.classes.holds("carrying_verb", on_.tree.lemma(one)) &&
         !on_.classes.holds("scheduling_verb", on_.tree.lemma(one))))
      continue;
    if (auto dated = dates_.of(one, match.trigger, Basis::stated, date_reason::carrying_verb)) return dated;
  }
  return of_day_itself(standing);
}

/// "(A blaze) which broke out on Monday", "(a rally) held on Monday", "(a summit) at which Peru signed on Monday".
bool Dating::places_in_time(TokenIndex clause) const {
  const Tree& tree = on_.tree;
  if (!tree.is(clause, "acl") || !tree.is_verb(clause) || tree.is_infinitive(clause)) return false;
  if (!tree.is(clause, "acl:relcl"))
    return tree.is_passive(clause) ? on_.classes.holds("carrying_verb", tree.lemma(clause)) : did(clause);
  const auto parts = tree.children(clause);
  const bool then = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const bool relative = on_.classes.holds("relative_pronoun", tree.lemma(one)) && tree.is(one, "obl") &&
                          on_.classes.holds("during_preposition", tree.preposition(one));
    return relative || (tree.is(one, "advmod") && on_.classes.holds("relative_adverb", tree.lemma(one)));
  });
  return then || (did(clause) && on_.classes.holds("occurring_verb", tree.lemma(clause)));
}

/// The date of a happening, told on it or in a clause on it.
std::optional<Dated> Dating::of_happening(TokenIndex noun, TokenIndex near, std::string_view reason) const {
  if (auto dated = dates_.of(noun, near, Basis::inferred, reason)) return dated;
  const bool work = on_.classes.holds("dated_work", on_.tree.lemma(noun));  // "in findings published on Monday"
  const bool happens = places_.words().can_tell(noun) || work;
  for (const TokenIndex clause : on_.tree.children(noun)) {
    if (!places_in_time(clause) || !(happens || came_about(clause)))
      continue;  // "the assembly, which took place in May"
    if (auto dated = dates_.of(clause, near, Basis::inferred, reason)) return dated;
  }
  if (!happens) return std::nullopt;
  const auto next =
      static_cast<TokenIndex>(on_.tree.extent(noun).end);  // "a summit where on Monday", the clause hung elsewhere
  if (next >= on_.tree.size() || !on_.classes.holds("relative_adverb", on_.tree.lemma(next))) return std::nullopt;
  const auto clause = on_.tree.head(next);
  return clause && on_.tree.is_verb(*clause) ? dates_.of(*clause, near, Basis::inferred, reason) : std::nullopt;
}

/// "Attended the summit which took place on Monday"
std::optional<Dated> Dating::of_occasion_clause(TokenIndex noun, TokenIndex near) const {
  for (const TokenIndex clause : on_.tree.children(noun)) {
    if (!on_.tree.is(clause, "acl") || !places_in_time(clause)) continue;
    if (on_.classes.holds("opening_verb", on_.tree.lemma(clause))) continue;  // "joined the strike that began in May"
    if (auto dated = dates_.of(clause, near, Basis::inferred, date_reason::occasion)) return dated;
  }
  return std::nullopt;
}

/// "Spoke at a rally on Friday", "were killed and injured in a blast which struck on Friday": the time hangs on the occasion.
std::optional<Dated> Dating::of_occasion(const Match& match) const {
  const Tree& tree = on_.tree;
  const std::string& type = match.frame->type->id;
  const bool gathering = on_.classes.holds("meeting_event", type) || on_.classes.holds("journey_event", type);
  const bool harm = on_.classes.holds("effect_event", type);
  std::vector<TokenIndex> verbs = tree.conjuncts(match.trigger);
  const std::size_t joined = verbs.size();
  for (const TokenIndex one : tree.children(match.trigger)) {  // "protested by shouting and waving flags at the debate"
    if (!tree.is(one, "advcl") || !on_.classes.holds("agent_marker", tree.marker(one))) continue;
    const auto means = tree.conjuncts(one);
    verbs.insert(verbs.end(), means.begin(), means.end());
  }
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    const TokenIndex verb = verbs[i];
    // harm that came with other harm came of the same: "killed and injured in a blast"
    if (i < joined && verb != match.trigger && (!harm || tree.xpos(verb) != tree.xpos(match.trigger))) continue;
    for (const TokenIndex one : tree.children(verb)) {
      const std::string& preposition = tree.preposition(one);
      const bool within = on_.classes.holds("occasion_preposition", preposition) ||
                          (gathering && on_.classes.holds("purpose_preposition", preposition));
      if (tree.is(one, "obj") && on_.classes.holds("occasion_verb", tree.lemma(verb))) {
        if (auto dated = of_occasion_clause(one, match.trigger)) return dated;
      }
      const bool of_noun = tree.is(one, "nmod") && !tree.is_verb(verb);  // "their victories in the 2018 elections"
      if ((!tree.is(one, "obl") && !of_noun) || !within) continue;
      if (auto dated = of_happening(one, match.trigger, date_reason::occasion)) return dated;
    }
  }
  return std::nullopt;
}

/// "They were charged, police said on Sunday": the verb of who says it, hung on what is said.
bool Dating::says_the_clause(TokenIndex verb) const {
  return on_.tree.is(verb, "parataxis") && on_.tree.is_verb(verb) && on_.tree.child(verb, "nsubj") &&
         on_.classes.holds("reporting_verb", on_.tree.lemma(verb));
}

/// Not in a relative or reported clause, nor in one of another time ("after ...").
bool Dating::is_beside_main_clause(TokenIndex token) const {
  const Tree& tree = on_.tree;
  const auto noun =
      tree.head(token);  // "issued a request, scheduled for Friday"; but "in findings published on Friday"
  const bool occasion = noun && on_.classes.holds("occasion_preposition", tree.preposition(*noun));
  const bool of_a_thing = noun && tree.is(token, "acl") && tree.is(*noun, "obl") && !occasion;  // "charged with arson"
  if ((noun && tree.is(token, "acl") && tree.is(*noun, "obj")) || of_a_thing) return false;
  std::optional<TokenIndex> at = token;
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (tree.is(*at, "acl:relcl") || tree.is(*at, "ccomp") || tree.is_infinitive(*at) || says_the_clause(*at))
      return false;
    const std::string marker = tree.marker(*at);
    if (tree.is(*at, "advcl") && !marker.empty() && !on_.classes.holds("same_time_marker", marker)) return false;
  }
  return true;
}

/// The one date of a sentence, on a word that tells no event of its own, is that of its main clause.
std::optional<Dated> Dating::only_of_sentence(const Match& match, const Standing& standing) const {
  const Tree& tree = on_.tree;
  const TokenIndex clause = standing.clause;
  if (!tree.is_verb(clause) || !(tree.is(clause, "root") || !tree.head(clause))) return std::nullopt;
  if (is_told_since(match, standing, on_)) return std::nullopt;
  if (!tree.is_simple_past(clause) && standing.status != Status::asserted) return std::nullopt;
  const PlacedRange times = places_.in_sentence(tree.sentence(match.trigger));
  if (times.empty() || std::next(times.begin()) != times.end()) return std::nullopt;
  const Placed& only = times.front().second;
  if (places_.words().is_trigger(only.owner) || !is_beside_main_clause(only.owner)) return std::nullopt;
  const auto object = tree.child(clause, "obj");  // "compared data on deaths from 2005 through 2015"
  if (object && places_.is_long(only.time) && on_.classes.holds("study_material", tree.lemma(*object)))
    return std::nullopt;
  return dates_.read(only, Basis::inferred, date_reason::only_date);
}

std::optional<Dated> Dating::found(const Match& match, const Standing& standing) const {
  if (auto dated = stated(match, standing)) return dated;
  if (auto dated = of_occasion(match)) return dated;
  if (auto dated = of_paper(match)) return dated;
  if (auto dated = of_clauses(match, standing)) return dated;
  if (auto dated = of_length(standing)) return dated;
  if (auto dated = of_ongoing(match)) return dated;
  if (auto dated = of_its_cause(match)) return dated;
  if (auto dated = of_its_doing(match, standing)) return dated;
  if (auto dated = of_sudden_cause(match, standing)) return dated;
  if (auto dated = only_of_sentence(match, standing)) return dated;
  return bounds(match, standing);
}

/// "The death toll rose to 22 on Monday": so many had died by then.
std::optional<Dated> Dating::by_the_count(const Match& match) const {
  TokenIndex verb = match.trigger;
  const auto above = on_.tree.head(verb);  // "with 25 others hurt"
  if (above && on_.tree.is(verb, "advcl") && places_.of(verb).empty()) verb = *above;
  if (!on_.tree.is_verb(verb)) return std::nullopt;
  const bool beside = on_.tree.is(verb, "acl");  // "with the toll rising to 22 on Monday"
  const auto count = beside ? on_.tree.head(verb) : on_.tree.child(verb, "nsubj");
  const bool counted = count && on_.classes.holds("effect_event", match.frame->type->id) &&
                       on_.classes.holds("figure_noun", on_.tree.lemma(*count));
  const auto told = counted ? dates_.of(verb, verb, Basis::bounded, date_reason::own_clause) : std::nullopt;
  if (!told || told->date.edtf.find('/') != std::string::npos) return std::nullopt;
  const auto by_then = event_date("../" + told->date.edtf, Basis::bounded);
  return by_then ? std::optional(Dated{*by_then, told->time, told->reason}) : std::nullopt;
}

std::optional<Dated> Dating::date(const Match& match, const Standing& standing) const {
  if (auto counted = by_the_count(match)) return counted;
  auto dated = found(match, standing);
  if (!dated) return std::nullopt;
  dated = told_then(told_in_speech(std::move(*dated), standing), standing);
  return until_its_end(std::move(*dated), standing);
}

}  // namespace dateline
