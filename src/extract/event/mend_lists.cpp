// Names and nouns beside others that the parser took for more of them.
#include "extract/event/mend.hpp"

namespace dateline {
namespace {

/// "Visitors and the mayor of Lima, Ana Ruiz, left": a name behind the last of several is beside that one, not beside a plural.
void mend_last_apposition(const Tree& tree, TokenIndex name, std::vector<Attachment>& all) {
  const auto first = tree.head(name);
  if (!first || !tree.is(name, "appos") || tree.upos(name) != Upos::PROPN || tree.xpos(*first) != "NNS") return;
  std::optional<TokenIndex> last;
  for (const TokenIndex one : tree.children(*first)) {
    if (tree.is(one, "conj") && one < name) last = one;
  }
  const bool single = last && (tree.xpos(*last) == "NN" || tree.xpos(*last) == "NNP") && tree.child(*last, "cc");
  if (single && tree.extent(name).begin <= tree.extent(*last).end + 1) all.push_back({name, *last, "appos"});
}

/// "The teenagers, three girls and a boy, were hurt": behind a plural that is known, and closed by a comma, counted nouns say who they are.
void mend_set_off_list(const Tree& tree, TokenIndex noun, std::vector<Attachment>& all) {
  const auto first = tree.head(noun);
  if (!first || !tree.is(noun, "conj") || tree.xpos(*first) != "NNS" || tree.child(noun, "cc") ||
      !tree.child(noun, "nummod"))
    return;
  const auto article = tree.child(*first, "det");
  const TokenIndex begin = tree.extent(noun).begin;
  if (!article || tree.child(*first, "nummod") ||
      (tree.word(begin) != "," && (begin == 0 || tree.word(begin - 1) != ",")))
    return;
  std::vector<TokenIndex> rest;
  for (const TokenIndex one : tree.children(*first)) {
    if (!tree.is(one, "conj")) continue;
    if (one < noun) return;
    if (one > noun) rest.push_back(one);
  }
  if (rest.size() != 1 || !tree.child(rest.front(), "cc")) return;
  const TokenIndex end = tree.extent(rest.front()).end;
  if (end >= tree.size() || (tree.word(end) != "," && tree.word(end - 1) != ",")) return;
  all.push_back({noun, *first, "appos"});
  all.push_back({rest.front(), noun, "conj"});
}

/// "Jailed for life without the possibility of parole for driving into a crowd": what a verb of judging is done for hangs on the verb.
void mend_deed(const Tree& tree, const Classes& classes, TokenIndex deed, std::vector<Attachment>& all) {
  if (!tree.is(deed, "acl") || tree.xpos(deed) != "VBG" || !classes.holds("deed_marker", tree.marker(deed))) return;
  std::optional<TokenIndex> above = tree.head(deed);
  for (int steps = 0; above && !tree.is_verb(*above) && steps < longest_path; ++steps) {
    if (!tree.is(*above, "obl") && !tree.is(*above, "nmod")) return;
    above = tree.head(*above);
  }
  if (above && *above < deed && classes.holds("judged_for", tree.lemma(*above))) all.push_back({deed, *above, "advcl"});
}

}  // namespace

void mend_lists(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all) {
  mend_last_apposition(tree, token, all);
  mend_set_off_list(tree, token, all);
  mend_deed(tree, classes, token, all);
}

}  // namespace dateline
