#include "extract/event/dating.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// "2024-08" opened at one side; an interval stays as it is.
std::string opened(const std::string& edtf, std::optional<TimeBound> bound) {
  if (!bound || edtf.find('/') != edtf.npos) return edtf;
  return *bound == TimeBound::from ? edtf + "/.." : "../" + edtf;
}

std::uint32_t distance(TokenIndex a, TokenIndex b) { return a > b ? a - b : b - a; }

}  // namespace

TimeBounds::TimeBounds(const Resources& resources) {
  const Table& table = resources.table("en/event/time_prepositions");
  for (const Row& row : table.rows) {
    const std::string& bound = table.cell(row, "bound");
    if (bound != "from" && bound != "to") fail(row, "bound must be from or to, not '" + bound + "'");
    bounds_[row.cells.front()] = bound == "from" ? TimeBound::from : TimeBound::to;
  }
}

std::optional<TimeBound> TimeBounds::find(std::string_view preposition) const {
  const auto found = bounds_.find(preposition);
  return found == bounds_.end() ? std::nullopt : std::optional(found->second);
}

Dating::Dating(const MatchContext& context, const TimeBounds& bounds, const std::vector<TokenIndex>& triggers)
    : on_(context), bounds_(bounds) {
  std::vector<bool> is_trigger(on_.tree.size());
  for (const TokenIndex trigger : triggers) is_trigger[trigger] = true;
  for (std::uint32_t time = 0; time < on_.extraction.times.size() && time < on_.extraction.time_tokens.size(); ++time)
    place(time, is_trigger);
}

/// "Fewer than in 2012": what something is measured against does not date it.
bool Dating::is_compared(TokenIndex token) const {
  const auto parts = on_.tree.children(token);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return (on_.tree.is(one, "case") || on_.tree.is(one, "mark")) &&
           on_.classes.holds("comparison", on_.tree.lemma(one));
  });
}

/// A time expression belongs to the first verb or event noun above it.
void Dating::place(std::uint32_t time, const std::vector<bool>& is_trigger) {
  const Span tokens = on_.extraction.time_tokens[time];
  if (tokens.empty() || tokens.end > on_.tree.size() || on_.extraction.times[time].edtf.empty()) return;
  const TimexType type = on_.extraction.times[time].type;
  if (type == TimexType::duration || type == TimexType::set) return;
  TokenIndex head = tokens.begin;
  for (TokenIndex one = tokens.begin; one < tokens.end; ++one) {
    const auto above = on_.tree.head(one);
    if (!above || !tokens.contains(*above)) {
      head = one;
      if (!on_.tree.is(one, "case") && !on_.tree.is(one, "punct")) break;
    }
  }
  if (is_compared(head)) return;
  std::optional<TokenIndex> at = on_.tree.head(head);
  for (int steps = 0; at && steps < longest_path; ++steps, at = on_.tree.head(*at)) {
    if (is_compared(*at)) return;
    if (!is_trigger[*at] && !on_.tree.is_verb(*at) && !on_.tree.is_predicate(*at)) continue;
    by_owner_.emplace(*at, Placed{time, head, *at});
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

std::optional<Dated> Dating::of_owner(TokenIndex owner, TokenIndex near, Basis basis, std::string_view why) const {
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

/// Clauses that happen with the one that governs them share its date: coordination, participles, "began to".
std::optional<Dated> Dating::inherited(TokenIndex clause, int depth) const {
  const auto above = on_.tree.head(clause);
  if (!above || depth > 4 || !on_.tree.is_verb(*above)) return std::nullopt;
  for (const TokenIndex one : on_.tree.children(clause)) {
    if (on_.tree.is(one, "advmod") && on_.classes.holds("other_time", on_.tree.lemma(one)))
      return std::nullopt;  // "and later banned"
  }
  const Tree& tree = on_.tree;
  if (tree.is(clause, "conj") && !tree.child(clause, "nsubj") && tree.xpos(clause) == tree.xpos(*above)) {
    return of_clause(*above, clause, Basis::inferred, "shared by coordinated verbs", depth);
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
  return bound(match, standing);
}

}  // namespace dateline
