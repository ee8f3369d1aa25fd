#include "extract/event/empty_pronouns.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// "Called it wrong that he went", "considered it unfit for kings to vote": whether a pronoun only holds the place of the clause behind the adjective.
bool holds_place_of(TokenIndex pronoun, TokenIndex clause, const MatchContext& on) {
  const auto verb = on.tree.head(pronoun);
  const auto judged = verb ? on.tree.child(*verb, "xcomp") : std::nullopt;
  const bool behind = on.tree.is(pronoun, "obj") && judged && *judged > pronoun && clause > *judged &&
                      (on.tree.head(clause) == judged || on.tree.head(clause) == verb);
  return behind && on.tree.upos(*judged) == Upos::ADJ && on.tree.child(clause, "mark") &&
         (on.tree.is(clause, "ccomp") || (on.tree.is(clause, "advcl") && on.tree.is_infinitive(clause)));
}

}  // namespace

bool holds_place(TokenIndex pronoun, const MatchContext& on) {
  const auto verb = on.tree.head(pronoun);
  const auto judged = verb ? on.tree.child(*verb, "xcomp") : std::nullopt;
  if (!judged) return false;
  const auto holds = [&](TokenIndex one) { return holds_place_of(pronoun, one, on); };
  const auto of_verb = on.tree.children(*verb), of_adjective = on.tree.children(*judged);
  return std::any_of(of_verb.begin(), of_verb.end(), holds) ||
         std::any_of(of_adjective.begin(), of_adjective.end(), holds);
}

bool is_held_by_pronoun(TokenIndex clause, const MatchContext& on) {
  const auto above = on.tree.head(clause);
  const auto verb = above && on.tree.is(*above, "xcomp") ? on.tree.head(*above) : above;
  const auto object = verb ? on.tree.child(*verb, "obj") : std::nullopt;
  return object && on.tree.xpos(*object) == "PRP" && holds_place_of(*object, clause, on);
}

}  // namespace dateline
