#include "extract/event/dating.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// "2024-08" opened at one side; an interval stays as it is.
std::string opened(const std::string& edtf, std::optional<TimeBound> bound) {
  if (edtf.find('/') != edtf.npos) return edtf;
  if (bound == TimeBound::from) return edtf + "/..";
  return bound == TimeBound::to ? "../" + edtf : edtf;
}

std::uint32_t distance(TokenIndex a, TokenIndex b) { return a > b ? a - b : b - a; }

}  // namespace

std::vector<bool> dated_sentences(const MatchContext& on) {
  std::vector<bool> dated(on.extraction.sentences.size());
  for (std::size_t i = 0; i < on.extraction.times.size() && i < on.extraction.time_tokens.size(); ++i) {
    const Span& tokens = on.extraction.time_tokens[i];
    if (!tokens.empty() && tokens.begin < on.tree.size() && !on.extraction.times[i].edtf.empty())
      dated[on.tree.sentence(tokens.begin)] = true;
  }
  return dated;
}

Dating::Dating(const MatchContext& context, const TimeBounds& bounds, const std::vector<TokenIndex>& triggers)
    : on_(context), bounds_(bounds), is_trigger_(context.tree.size()) {
  for (const TokenIndex trigger : triggers) is_trigger_[trigger] = true;
  for (std::uint32_t time = 0; time < on_.extraction.times.size() && time < on_.extraction.time_tokens.size(); ++time)
    place(time);
}

/// "Fewer than in 2012": what something is measured against does not date it.
bool Dating::is_compared(TokenIndex token) const {
  const auto parts = on_.tree.children(token);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return (on_.tree.is(one, "case") || on_.tree.is(one, "mark")) &&
           on_.classes.holds("comparison", on_.tree.lemma(one));
  });
}

/// "Announced plans on Friday to close the plant", "said Friday it would close": what stands before the marker of an infinitive, or
/// first in a clause that has no marker, is of the verb before it.
bool Dating::stands_before_clause(TokenIndex time, TokenIndex verb) const {
  if (!on_.tree.head(verb)) return false;
  if (on_.tree.is(verb, "ccomp") && *on_.tree.head(verb) < time && time < verb)
    return on_.tree.extent(verb).begin == on_.tree.extent(time).begin;
  if (!on_.tree.is_infinitive(verb)) return false;
  const auto marker = on_.tree.child(verb, "mark");
  return marker && time < *marker && *on_.tree.head(verb) < time;
}

/// "Found a 2005 law unconstitutional": a year before a noun that tells no event says which one is meant, and not when; but "in a 1981 agreement".
bool Dating::names_a_thing(TokenIndex time) const {
  const Tree& tree = on_.tree;
  const auto noun = tree.head(time);
  const bool before = noun && time < *noun && !tree.is_verb(*noun) && !tree.is_predicate(*noun) &&
                      (tree.is(time, "compound") || tree.is(time, "amod") || tree.is(time, "nummod") ||
                       tree.is(time, "nmod:unmarked") || tree.is(time, "nmod:desc"));
  return before && !is_trigger_[*noun] && !tree.is(*noun, "obl");
}

/// "After the fire on May 3": the date is that of the fire, told only to say that something came after it.
bool Dating::is_of_other_time(TokenIndex noun) const {
  return on_.classes.holds("other_time_preposition", on_.tree.preposition(noun));
}

/// A time expression belongs to the first verb or event noun above it.
void Dating::place(std::uint32_t time) {
  const Span tokens = on_.extraction.time_tokens[time];
  const TimexType type = on_.extraction.times[time].type;
  const bool lasts = type == TimexType::duration;
  if (tokens.empty() || tokens.end > on_.tree.size() || type == TimexType::set) return;
  if (!lasts && on_.extraction.times[time].edtf.empty()) return;
  TokenIndex head = tokens.begin;
  for (TokenIndex one = tokens.begin; one < tokens.end; ++one) {
    const auto above = on_.tree.head(one);
    if (!above || !tokens.contains(*above)) {
      head = one;
      if (!on_.tree.is(one, "case") && !on_.tree.is(one, "punct")) break;
    }
  }
  if (is_compared(head) || names_a_thing(head)) return;
  std::optional<TokenIndex> at = on_.tree.head(head);
  for (int steps = 0; at && steps < longest_path; ++steps, at = on_.tree.head(*at)) {
    if (is_compared(*at)) return;
    if (!is_trigger_[*at] && !on_.tree.is_verb(*at) && is_of_other_time(*at)) return;
    if (stands_before_clause(head, *at)) continue;
    if (!is_trigger_[*at] && !on_.tree.is_verb(*at) && !on_.tree.is_predicate(*at)) continue;
    (lasts ? lengths_ : by_owner_).emplace(*at, Placed{time, head, *at});
    if (!lasts) by_sentence_.emplace(on_.tree.sentence(*at), Placed{time, head, *at});
    return;
  }
}

std::optional<Dated> Dating::read(const Placed& placed, Basis basis, std::string_view why) const {
  const TimeMention& time = on_.extraction.times[placed.time];
  const std::string preposition = on_.tree.preposition(placed.head);
  auto date = event_date(opened(time.edtf, bounds_.find(preposition)), basis);
  if (!date) return std::nullopt;
  date->alternatives = time.alternatives;
  return Dated{*date, placed.time, std::string(why)};
}

/// "From 2004 to 2009", "between May and July", "on Monday and Tuesday".
bool Dating::makes_span(const Placed& first, const Placed& last) const {
  const auto opens = bounds_.find(on_.tree.preposition(first.head));
  const auto ends = bounds_.find(on_.tree.preposition(last.head));
  if (opens == TimeBound::from) return ends == TimeBound::end || ends == TimeBound::to;
  const bool together = on_.tree.is(last.head, "conj") && on_.tree.head(last.head) == first.head;
  if (opens == TimeBound::pair) return together;
  const DayInterval &one = on_.extraction.times[first.time].days, &next = on_.extraction.times[last.time].days;
  return together && one.last && next.first && *one.last + 1 == *next.first;
}

std::optional<Dated> Dating::span(TokenIndex owner, Basis basis, std::string_view why) const {
  const auto [begin, end] = by_owner_.equal_range(owner);
  for (auto one = begin; one != end; ++one) {
    for (auto other = begin; other != end; ++other) {
      if (one->second.head >= other->second.head || !makes_span(one->second, other->second)) continue;
      const std::string &from = on_.extraction.times[one->second.time].edtf,
                        &to = on_.extraction.times[other->second.time].edtf;
      if (from.find('/') != from.npos || to.find('/') != to.npos) continue;
      const auto date = event_date(from + "/" + to, basis);
      if (date && date->days.first && date->days.last && *date->days.first <= *date->days.last)
        return Dated{*date, one->second.time, std::string(why)};
    }
  }
  return std::nullopt;
}

std::optional<Dated> Dating::of_owner(TokenIndex owner, TokenIndex near, Basis basis, std::string_view why) const {
  if (auto found = span(owner, basis, why)) return found;
  const auto [first, last] = by_owner_.equal_range(owner);
  const Placed* best = nullptr;
  for (auto one = first; one != last; ++one) {
    if (!best || distance(one->second.head, near) < distance(best->head, near)) best = &one->second;
  }
  return best ? read(*best, basis, why) : std::nullopt;
}

std::optional<Dated> Dating::of_clause(TokenIndex clause, TokenIndex near, Basis basis, std::string_view why,
                                       int depth) const {
  if (auto found = of_owner(clause, near, basis, why)) return found;
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

/// Clauses that happen with the one that governs them share its date: coordination, participles, "began to".
std::optional<Dated> Dating::inherited(TokenIndex clause, int depth) const {
  const auto above = on_.tree.head(clause);
  if (!above || depth > 4) return std::nullopt;
  if (const auto main = absolute_of(clause)) {
    return of_clause(*main, clause, Basis::inferred, "with what the main clause tells", depth);
  }
  if (!on_.tree.is_verb(*above)) return std::nullopt;
  for (const TokenIndex one : on_.tree.children(clause)) {
    if (on_.tree.is(one, "advmod") && on_.classes.holds("other_time", on_.tree.lemma(one)))
      return std::nullopt;  // "and later banned"
  }
  const Tree& tree = on_.tree;
  if (tree.is(clause, "conj") && tree.xpos(clause) == tree.xpos(*above)) {
    if (!tree.child(clause, "nsubj"))
      return of_clause(*above, clause, Basis::inferred, "shared by coordinated verbs", depth);
    // "In 1981 the firms settled, and Ford agreed to pay": what opens the sentence spans both
    const auto subject = tree.child(*above, "nsubj");
    const auto found = of_owner(*above, 0, Basis::inferred, "shared by coordinated clauses");
    if (found && subject && on_.extraction.time_tokens[found->time].begin < *subject) return found;
    return std::nullopt;
  }
  if (tree.is(clause, "advcl")) {
    const std::string marker = tree.marker(clause);
    const bool beside = on_.classes.holds("same_time_marker", marker);
    if (beside || (tree.xpos(clause) == "VBG" && marker.empty()))
      return of_clause(*above, clause, Basis::inferred, "with what the main clause tells", depth);
  }
  if (tree.is(clause, "xcomp") && on_.classes.holds("phase_verb", tree.lemma(*above))) {
    return of_clause(*above, clause, Basis::stated, "of the verb that it continues", depth);
  }
  return std::nullopt;
}

/// What was said on a day happened before its end; what is planned, urged or promised then comes after.
std::optional<Dated> Dating::bound(const Match& match, const Standing& standing) const {
  std::optional<TokenIndex> at = standing.clause;
  const Tree& tree = on_.tree;
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    const auto above = tree.head(*at);
    if (!above || tree.is(*at, "acl:relcl")) return std::nullopt;
    const bool content =
        tree.is(*at, "ccomp") || tree.is(*at, "xcomp") || (tree.is(*at, "obj") && !standing.speech.empty());
    if (!content || *above == match.trigger) continue;
    const auto said = of_owner(*above, *above, Basis::bounded, "said then");
    if (!said || said->date.edtf.find('/') != std::string::npos) continue;
    const bool ahead = standing.status == Status::planned || standing.status == Status::urged ||
                       standing.status == Status::denied || standing.status == Status::hypothetical;
    const auto date = event_date(ahead ? said->date.edtf + "/.." : "../" + said->date.edtf, Basis::bounded);
    if (date) return Dated{*date, said->time, ahead ? "after it was said" : "before it was said"};
  }
  return std::nullopt;
}

/// "It results from the ruling of the court on July 8": a date right behind an event noun, on a verb that tells no event, is the noun's.
bool Dating::is_followed_by_time(TokenIndex noun, TokenIndex verb) const {
  if (is_trigger_[verb]) return false;
  const auto [first, last] = by_owner_.equal_range(verb);
  return std::any_of(first, last, [&](const auto& placed) {
    return on_.tree.extent(placed.second.head).begin == on_.tree.extent(noun).end;
  });
}

/// "Is still fighting troops who entered in August": what goes on against somebody began, at the earliest, when they came.
std::optional<Dated> Dating::of_ongoing(const Match& match) const {
  const Tree& tree = on_.tree;
  const auto parts = tree.children(match.trigger);
  const bool goes_on =
      tree.xpos(match.trigger) == "VBG" && std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
        return tree.is(one, "advmod") && on_.classes.holds("ongoing_adverb", tree.lemma(one));
      });
  if (!goes_on) return std::nullopt;
  for (const std::string_view slot : {"obj", "inf.obj"}) {
    for (const TokenIndex head : on_.arguments.slot(match.trigger, slot)) {
      for (const TokenIndex clause : tree.children(head)) {
        if (!tree.is(clause, "acl:relcl")) continue;
        const auto found = of_owner(clause, clause, Basis::inferred, "since they came");
        if (!found || found->date.edtf.find('/') != std::string::npos) continue;
        const auto date = event_date(found->date.edtf + "/..", Basis::inferred);
        if (date) return Dated{*date, found->time, found->why};
      }
    }
  }
  return std::nullopt;
}

/// "The blast on the pier injured six on Monday", "six died on Monday in a blast": what an event noun did, or what happened in it, came with it.
std::optional<Dated> Dating::of_its_doing(const Match& match, const Standing& standing) const {
  const Tree& tree = on_.tree;
  if (tree.is_verb(match.trigger) || standing.clause != match.trigger) return std::nullopt;
  const auto verb = tree.head(match.trigger);
  if (!verb || !tree.is_verb(*verb)) return std::nullopt;
  const bool doer = tree.relation(match.trigger) == "nsubj" && tree.is_simple_past(*verb);
  const bool beside =
      tree.is(match.trigger, "obl") && on_.classes.holds("during_preposition", tree.preposition(match.trigger));
  if (!doer && !beside && !is_followed_by_time(match.trigger, *verb)) return std::nullopt;
  return of_owner(*verb, match.trigger, Basis::inferred, doer ? "of what it did" : "of what happened then");
}

/// "Friday's blast injured six", "the quake, which struck on Monday, killed ten": the harm came when its cause did.
std::optional<Dated> Dating::of_its_cause(const Match& match) const {
  const Tree& tree = on_.tree;
  if (!on_.classes.holds("effect_event", match.frame->type->id) || !tree.is_simple_past(match.trigger))
    return std::nullopt;
  for (const TokenIndex subject : on_.arguments.slot(match.trigger, "subj")) {
    if (auto found = of_owner(subject, match.trigger, Basis::inferred, "of its cause")) return found;
    for (const TokenIndex one : tree.children(subject)) {
      if (!tree.is(one, "acl") || !tree.is_verb(one)) continue;
      if (auto found = of_owner(one, match.trigger, Basis::inferred, "of its cause")) return found;
    }
  }
  return std::nullopt;
}

/// Not in a relative or reported clause, nor in one of another time ("after ...").
bool Dating::is_beside_main_clause(TokenIndex token) const {
  const Tree& tree = on_.tree;
  std::optional<TokenIndex> at = token;
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (tree.is(*at, "acl:relcl") || tree.is(*at, "ccomp") || tree.is_infinitive(*at)) return false;
    const std::string marker = tree.marker(*at);
    if (tree.is(*at, "advcl") && !marker.empty() && !on_.classes.holds("same_time_marker", marker)) return false;
  }
  return true;
}

/// The one date of a sentence, on a word that tells no event of its own, is that of its main clause.
std::optional<Dated> Dating::alone_in_sentence(const Match& match, const Standing& standing) const {
  const Tree& tree = on_.tree;
  const TokenIndex clause = standing.clause;
  if (!tree.is_verb(clause) || !(tree.is(clause, "root") || !tree.head(clause))) return std::nullopt;
  if (!tree.is_simple_past(clause) && standing.status != Status::asserted) return std::nullopt;
  const auto [first, last] = by_sentence_.equal_range(tree.sentence(match.trigger));
  if (first == last || std::next(first) != last) return std::nullopt;
  const Placed& only = first->second;
  if (is_trigger_[only.owner] || !is_beside_main_clause(only.owner)) return std::nullopt;
  return read(only, Basis::inferred, "the only date of its sentence");
}

/// "Has fought for two years" began then and goes on; "will reply within 48 hours" lies between the telling and then.
std::optional<Dated> Dating::of_length(TokenIndex clause, const Standing& standing) const {
  const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
  if (!published || !published->days.last) return std::nullopt;
  const DayNumber told = *published->days.last;
  const auto [first, last] = lengths_.equal_range(clause);
  for (auto one = first; one != last; ++one) {
    const auto length = length_of(on_.extraction.times[one->second.time].value);
    const auto bound = bounds_.find(on_.tree.preposition(one->second.head));
    if (!length || !bound) continue;
    std::optional<EventDate> date;
    if (*bound == TimeBound::elapsed && on_.tree.is_present_perfect(clause))
      date = event_date(before(told, *length) + "/..", Basis::inferred);
    if (*bound == TimeBound::ahead && standing.status == Status::planned && length->unit == 'D')
      date = event_date(iso_day(told) + "/" + iso_day(told + length->count), Basis::inferred);
    if (date) return Dated{*date, one->second.time, "so long, counted from the publication"};
  }
  return std::nullopt;
}

std::optional<Dated> Dating::date(const Match& match, const Standing& standing) const {
  if (auto found = of_owner(match.trigger, match.trigger, Basis::stated, "in its own clause")) return found;
  if (standing.clause != match.trigger) {
    if (auto found = of_owner(standing.clause, match.trigger, Basis::stated, "of the verb that carries it"))
      return found;
  }
  for (const Filled& filled : match.filled) {
    // "signed the treaty of June 12": the time hangs on what was signed
    if (on_.tree.is(filled.head, "obj") && !on_.tree.is_verb(filled.head)) {
      if (auto found = of_owner(filled.head, match.trigger, Basis::stated, "on its object")) return found;
    }
  }
  for (const TokenIndex one : on_.tree.children(match.trigger)) {
    // "the talks held on Monday"
    if (on_.tree.is_verb(match.trigger) || !on_.tree.is(one, "acl") || !on_.tree.is_passive(one) ||
        !on_.classes.holds("carrying_verb", on_.tree.lemma(one)))
      continue;
    if (auto found = of_owner(one, match.trigger, Basis::stated, "of the verb that carries it")) return found;
  }
  for (const TokenIndex one : match.consumed) {
    // "announced plans on Friday to close the plant"
    if (!on_.tree.is(one, "obj") || on_.tree.is_verb(one)) continue;
    if (auto found = of_owner(one, match.trigger, Basis::stated, "on its object")) return found;
  }
  for (const TokenIndex one : on_.tree.children(match.trigger)) {
    // "spoke at a rally on Friday": the time hangs on the occasion
    if (!on_.tree.is(one, "obl") || !on_.classes.holds("occasion_preposition", on_.tree.preposition(one))) continue;
    if (auto found = of_owner(one, match.trigger, Basis::inferred, "of the occasion")) return found;
  }
  if (on_.tree.is_verb(standing.clause)) {
    if (auto found = inherited(standing.clause, 0)) return found;
    if (const auto done = on_.tree.child(standing.clause, "xcomp");
        done && on_.classes.holds("phase_verb", on_.tree.lemma(standing.clause))) {
      if (auto found = of_owner(*done, match.trigger, Basis::stated, "of what it begins or fails to do")) return found;
    }
    for (const TokenIndex one : on_.tree.children(standing.clause)) {
      // "did not deny it when asked last month"
      if (!on_.tree.is(one, "advcl") || !on_.classes.holds("same_time_marker", on_.tree.marker(one)) ||
          on_.tree.marker(one).empty())
        continue;
      if (auto found = of_owner(one, match.trigger, Basis::inferred, "at the time of a clause beside it")) return found;
    }
  }
  if (auto found = of_length(standing.clause, standing)) return found;
  if (auto found = of_ongoing(match)) return found;
  if (auto found = of_its_cause(match)) return found;
  if (auto found = of_its_doing(match, standing)) return found;
  if (auto found = alone_in_sentence(match, standing)) return found;
  return bound(match, standing);
}

}  // namespace dateline
