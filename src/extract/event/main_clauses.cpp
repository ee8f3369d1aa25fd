#include "extract/event/main_clauses.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"

namespace dateline {

bool heads_main_clause(const Tree& tree, TokenIndex token) {
  TokenIndex at = token;
  for (int steps = 0; steps < longest_path && tree.is(at, "conj") && tree.head(at); ++steps) at = *tree.head(at);
  return !tree.head(at) || tree.is(at, "root");
}

bool in_noun_clause(const Tree& tree, TokenIndex token) {
  std::optional<TokenIndex> at = token;
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (tree.is(*at, "acl")) return true;
  }
  return false;
}

bool shares_perfect(const Tree& tree, TokenIndex verb) {
  const auto first = tree.head(verb);
  const bool bare = tree.xpos(verb) == "VBN" || tree.xpos(verb) == "VBD";
  return first && bare && *first < verb && tree.is(verb, "conj") && !tree.child(verb, "aux") &&
         !tree.child(verb, "nsubj") && tree.is_present_perfect(*first);
}

bool is_of_other_time(const MatchContext& on, TokenIndex verb) {
  if (shares_perfect(on.tree, verb)) return true;
  const auto parts = on.tree.children(verb);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    if (on.tree.is(one, "advmod")) return on.classes.holds("other_time", utf8::lower(on.tree.word(one)));
    if (!on.tree.is(one, "obl")) return false;
    if (on.classes.holds("other_time_preposition", on.tree.preposition(one))) return true;
    const auto modifier = on.tree.child(one, "amod");
    return modifier && on.classes.holds("during_preposition", on.tree.preposition(one)) &&
           on.classes.holds("earlier_occasion", on.tree.lemma(*modifier));
  });
}

/// "He made the announcement in a video, in which he thanked them": what is told in the thing that the main clause made.
bool was_part_of_it(const MatchContext& on, TokenIndex trigger) {
  const auto noun = on.tree.head(trigger);
  if (!noun || !on.tree.is(trigger, "acl:relcl") || !on.tree.is_simple_past(trigger) || on.tree.is(*noun, "nsubj"))
    return false;
  const auto parts = on.tree.children(trigger);
  const bool in_it = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one < trigger && on.tree.is(one, "obl") && on.classes.holds("relative_pronoun", on.tree.lemma(one)) &&
           on.classes.holds("during_preposition", on.tree.preposition(one));
  });
  std::optional<TokenIndex> verb = noun;
  for (int steps = 0; verb && steps < longest_path && !on.tree.is_verb(*verb); ++steps) verb = on.tree.head(*verb);
  return in_it && verb && heads_main_clause(on.tree, *verb) && on.tree.is_simple_past(*verb);
}

/// "The minister, who was visiting a school, survived": what was going on as the main clause happened.
bool went_on_then(const MatchContext& on, TokenIndex trigger) {
  const auto noun = on.tree.head(trigger);
  const auto auxiliary = on.tree.child(trigger, "aux");
  if (!noun || !auxiliary || !on.tree.is(trigger, "acl:relcl") || on.tree.xpos(trigger) != "VBG" ||
      on.tree.xpos(*auxiliary) != "VBD" || on.tree.is_pluperfect(trigger))
    return false;
  const auto verb = on.tree.head(*noun);
  return verb && on.tree.is(*noun, "nsubj") && heads_main_clause(on.tree, *verb) && on.tree.is_simple_past(*verb);
}

}  // namespace dateline
