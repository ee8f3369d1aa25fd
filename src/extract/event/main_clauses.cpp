#include "extract/event/main_clauses.hpp"

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

}  // namespace dateline
