#include "extract/event/arguments.hpp"

namespace dateline {

/// "Came back from visits to Oslo", "fell ill during a trip to Peru", "went on a tour of Chile", "took her on a trip", "planned a visit": who travels, by
/// the verb that a journey hangs on.
Heads Arguments::travellers(TokenIndex journey) const {
  const auto verb = tree_.head(journey);
  if (!verb || !tree_.is_verb(*verb)) return {};
  // "Guests get wine on arrival": whoever arrives
  if (!tree_.child(journey, "det") && !tree_.child(journey, "nmod") && !tree_.child(journey, "nmod:poss")) return {};
  const Lemma& lemma = tree_.lemma(*verb);
  if (tree_.is(journey, "obj") || tree_.is(journey, "nsubj:pass"))
    return classes_.holds("journey_planning_verb", lemma) ? subjects(*verb) : Heads{};
  if (!tree_.is(journey, "obl")) return {};
  const std::string preposition = tree_.preposition(journey);
  const bool away = classes_.holds("journey_preposition", preposition);
  const bool back = classes_.holds("return_preposition", preposition) && classes_.holds("return_verb", lemma);
  if (!away && !back) return {};
  if (tree_.is_passive(*verb)) return objects(*verb);
  const Heads taken = classes_.holds("taking_along_verb", lemma) ? children_as(*verb, "obj") : Heads{};
  Heads heads = subjects(*verb);
  append(heads, taken);
  return heads;
}

}  // namespace dateline
