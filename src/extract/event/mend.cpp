#include "extract/event/mend.hpp"

namespace dateline {
namespace {

/// The first verb above a token.
std::optional<TokenIndex> verb_above(const Tree& tree, TokenIndex token) {
  std::optional<TokenIndex> at = tree.head(token);
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (tree.is_verb(*at)) return at;
  }
  return std::nullopt;
}

bool has_content_marker(const Tree& tree, const Classes& classes, TokenIndex clause) {
  return classes.holds("content_marker", tree.marker(clause));
}

/// The noun that "there is" introduces before an infinitive: "there were no plans to meet".
std::optional<TokenIndex> introduced(const Tree& tree, TokenIndex infinitive, TokenIndex verb) {
  if (!tree.child(verb, "expl")) return std::nullopt;
  for (const TokenIndex one : tree.children(verb)) {
    if (tree.is(one, "nsubj") && one < infinitive && tree.upos(one) == Upos::NOUN) return one;
  }
  return std::nullopt;
}

std::optional<Attachment> mend(const Tree& tree, const Classes& classes, const std::vector<bool>& in_time,
                               TokenIndex clause) {
  const auto above = tree.head(clause);
  if (!above) return std::nullopt;
  if (tree.is(clause, "acl") && in_time[*above]) {
    if (const auto verb = verb_above(tree, *above)) return Attachment{clause, *verb, "ccomp"};
  }
  if (!tree.is(clause, "advcl")) return std::nullopt;
  if (has_content_marker(tree, classes, clause) && tree.is_verb(*above)) return Attachment{clause, *above, "ccomp"};
  if (tree.is_infinitive(clause)) {
    if (const auto noun = introduced(tree, clause, *above)) return Attachment{clause, *noun, "acl"};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Attachment> mends(const Tree& tree, const Classes& classes, const std::vector<bool>& in_time) {
  std::vector<Attachment> all;
  for (TokenIndex token = 0; token < tree.size(); ++token) {
    if (!tree.is_predicate(token)) continue;
    if (auto one = mend(tree, classes, in_time, token)) all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace dateline
