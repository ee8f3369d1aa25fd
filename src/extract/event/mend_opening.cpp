// Opening phrases that the parser took apart: the date of a source for the source, and what a participle says of the noun for an adverb.
#include "extract/event/mend.hpp"

namespace dateline {
namespace {

/// "According to a May 5 ministry report, Norway spent 2%": of two subjects the first, right behind a date that has its preposition and its article, is what
/// that date tells of; the second is the subject.
void mend_dated_source(const Tree& tree, const Classes& classes, TokenIndex subject, std::vector<Attachment>& all) {
  const auto verb = tree.head(subject);
  if (!verb || *verb < subject) return;
  std::optional<TokenIndex> source, date;
  for (const TokenIndex one : tree.children(*verb)) {
    if (one < subject && tree.is(one, "nsubj")) source = one;
    if (one < subject && tree.is(one, "obl") && tree.child(one, "det")) date = one;
  }
  if (!source || !date || tree.child(*source, "det") || !tree.child(*date, "case") ||
      tree.extent(*date).end != tree.extent(*source).begin)
    return;
  if (!classes.holds("indefinite_article", tree.lemma(*tree.child(*date, "det"))) || !tree.ends_before_comma(*source))
    return;
  all.push_back({*source, *verb, "obl"});
  all.push_back({subject, *verb, std::string(tree.relation(subject))});
  all.push_back({*date, *source, "nmod:unmarked"});
  for (const TokenIndex one : tree.children(*date)) {
    if (one < *date && (tree.is(one, "case") || tree.is(one, "det")))
      all.push_back({one, *source, std::string(tree.relation(one))});
  }
}

/// "In a letter published on Monday by the bank, the sale was confirmed": a participle right behind the noun of an opening phrase tells of that noun.
void mend_participle_behind_opening(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  const bool participle = tree.xpos(verb) == "VBN" || (tree.xpos(verb) == "VBD" && tree.child(verb, "obl:agent"));
  if (!participle || verb == 0 || !tree.is(verb, "advcl") || tree.child(verb, "mark") || tree.child(verb, "aux") ||
      tree.child(verb, "nsubj"))
    return;
  const auto main = tree.head(verb);
  const TokenIndex noun = verb - 1;
  if (main && *main > verb && tree.head(noun) == main && tree.is(noun, "obl") && tree.upos(noun) == Upos::NOUN &&
      !tree.preposition(noun).empty())
    all.push_back({verb, noun, "acl"});
}

/// "Getting a licence required the farmer to travel": a participle with nothing, not even a comma, before the finite verb is the subject of that.
void mend_deed_as_subject(const Tree& tree, TokenIndex deed, std::vector<Attachment>& all) {
  if (tree.xpos(deed) != "VBG" || !tree.is(deed, "advcl") || tree.child(deed, "mark") || tree.child(deed, "nsubj") ||
      (deed > 0 && tree.sentence(deed - 1) == tree.sentence(deed)))
    return;
  const auto main = tree.head(deed);
  if (!main || *main < deed || (tree.xpos(*main) == "VBN" && !tree.is(*main, "root")) || tree.xpos(*main) == "VBG" ||
      tree.child(*main, "nsubj") || tree.child(*main, "csubj") || tree.child(*main, "expl"))
    return;
  TokenIndex begin = *main;
  for (const TokenIndex one : tree.children(*main)) {
    if (one < begin && tree.is(one, "aux")) begin = one;
  }
  if (tree.extent(deed).end == begin && tree.upos(begin - 1) != Upos::PUNCT) all.push_back({deed, *main, "csubj"});
}

}  // namespace

void mend_opening(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all) {
  if (tree.is(token, "nsubj")) mend_dated_source(tree, classes, token, all);
  mend_participle_behind_opening(tree, token, all);
  mend_deed_as_subject(tree, token, all);
}

}  // namespace dateline
