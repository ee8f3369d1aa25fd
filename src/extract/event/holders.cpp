#include <algorithm>

#include "extract/event/arguments.hpp"

namespace dateline {

/// Who a noun is said of: the name beside it, in apposition, or the subject when it is the predicate. "Sato, her son, and Okoro came"
/// may be a list as well: nobody.
Heads Arguments::holders(TokenIndex noun) const {
  const auto listed = [&](TokenIndex token) {
    const auto parts = tree_.children(token);
    return std::any_of(parts.begin(), parts.end(),
                       [&](TokenIndex one) { return tree_.is(one, "conj") && one > noun && tree_.is_noun(one); });
  };
  Heads heads;
  const auto above = tree_.head(noun);
  if (above && (tree_.is(noun, "compound") || tree_.is(noun, "nmod:desc") || tree_.is(noun, "flat"))) return {*above};
  if (above && tree_.is(noun, "appos")) return listed(*above) || listed(noun) ? Heads{} : Heads{*above};
  // "The winner was Ann Lee"
  if (above && tree_.is(noun, "nsubj") && tree_.upos(*above) == Upos::PROPN && tree_.child(*above, "cop") &&
      !tree_.child(*above, "case"))
    return {*above};
  // "Secretary of Justice Ann Lee": she is the secretary
  if (above && classes_.holds("complement_preposition", tree_.preposition(noun)) &&
      classes_.holds("office", tree_.lemma(*above)))
    return {};
  for (const TokenIndex one : tree_.children(noun)) {
    const bool beside = tree_.is(one, "flat") || tree_.is(one, "nmod:desc") || tree_.is(one, "appos");
    const bool subject = tree_.is(one, "nsubj") && tree_.child(noun, "cop");
    if ((beside && one > noun && !listed(noun)) || subject) heads.push_back(one);
  }
  if (heads.empty() && tree_.child(noun, "cop")) heads = relative_antecedent(noun, "nsubj");
  // "Sato, a member of the board and son of the founder"
  if (heads.empty() && above && tree_.is(noun, "conj") && tree_.is_noun(*above) && !tree_.is(*above, "conj"))
    return holders(*above);
  return heads;
}

}  // namespace dateline
