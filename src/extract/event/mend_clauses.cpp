// Clauses that the parser swallowed into a noun phrase.
#include "dateline/base/utf8.hpp"
#include "extract/event/mend.hpp"

namespace dateline {
namespace {

/// The topmost noun that a reduced clause is part of, going up through objects and modifiers: "a ferry" of "a ferry carrying ninety people capsized".
std::optional<TokenIndex> phrase_around(const Tree& tree, TokenIndex verb) {
  std::optional<TokenIndex> at = tree.head(verb);
  for (int steps = 0; at && steps < longest_path; ++steps) {
    const auto above = tree.head(*at);
    const bool inside = above && *above < *at &&
                        (tree.is(*at, "acl") || tree.is(*at, "nmod") || tree.is(*at, "conj") ||
                         ((tree.is(*at, "obj") || tree.is(*at, "obl")) && tree.is(*above, "acl")));
    if (!inside) break;
    at = above;
  }
  return at && *at < verb && tree.is_noun(*at) ? at : std::nullopt;
}

}  // namespace

void mend_swallowed_clause(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  const std::string_view tag = tree.xpos(verb);
  if ((tag != "VBN" && tag != "VBD") || !tree.is(verb, "acl") || tree.is(verb, "acl:relcl") ||
      tree.child(verb, "aux") || tree.child(verb, "nsubj") || !classes.holds("unaccusative_verb", tree.lemma(verb)))
    return;
  const auto subject = phrase_around(tree, verb);
  if (!subject) return;
  const auto opening = tree.child(*subject, "case");
  const auto above = tree.head(*subject);
  if (!opening || !above || !classes.holds("clause_opening", utf8::lower(tree.word(*opening)))) return;
  all.push_back({verb, *above, "advcl"});
  all.push_back({*subject, verb, "nsubj"});
  all.push_back({*opening, verb, "mark"});
}

}  // namespace dateline
