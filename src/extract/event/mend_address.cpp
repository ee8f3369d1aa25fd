// Whom somebody speaks to: names called out, which the parser took for subjects, and objects, which it took for names called out.
#include "extract/event/mend.hpp"

namespace dateline {
namespace {

bool opens_quotation(const Tree& tree, TokenIndex phrase) {
  const TokenIndex begin = tree.extent(phrase).begin;
  const std::string_view tag = tree.xpos(begin);
  return tag == "``" || tag == "''" || (begin > 0 && (tree.xpos(begin - 1) == "``" || tree.xpos(begin - 1) == "''"));
}

/// "'Ann, we are with you,' said the mayor": of two subjects of a verb of saying, the first, which opens the quotation and which a comma parts from
/// a clause with a subject of its own, is spoken to.
void mend_called_speaker(const Tree& tree, const Classes& classes, TokenIndex called, std::vector<Attachment>& all) {
  const auto verb = tree.head(called);
  if (!verb || *verb < called || !tree.is(called, "nsubj") || tree.upos(called) != Upos::PROPN ||
      !classes.holds("saying_verb", tree.lemma(*verb)) || !opens_quotation(tree, called))
    return;
  bool spoken = false;
  std::optional<TokenIndex> clause;
  for (const TokenIndex one : tree.children(*verb)) {
    spoken |= one > *verb && tree.is(one, "nsubj");
    if (one > called && one < *verb && tree.is(one, "ccomp") && tree.child(one, "nsubj")) clause = one;
  }
  if (spoken && clause && tree.ends_before_comma(called)) all.push_back({called, *clause, "vocative"});
}

/// "'Mayor Lee, resign now'": before an order stands who is to follow it.
void mend_called_to_act(const Tree& tree, TokenIndex called, std::vector<Attachment>& all) {
  const auto verb = tree.head(called);
  if (!verb || *verb < called || tree.relation(called) != "nsubj" || tree.upos(called) != Upos::PROPN ||
      tree.xpos(*verb) != "VB" || tree.child(*verb, "aux") || tree.child(*verb, "mark") ||
      !opens_quotation(tree, called))
    return;
  if (tree.ends_before_comma(called)) all.push_back({called, *verb, "vocative"});
}

/// "Mayor Lee, thank you": before a comma and a verb whose object is who is spoken to stands that one's name, and no subject.
void mend_called_to_hear(const Tree& tree, const Classes& classes, TokenIndex called, std::vector<Attachment>& all) {
  const auto verb = tree.head(called);
  if (!verb || *verb < called || tree.relation(called) != "nsubj" || !tree.is_noun(called) ||
      (tree.xpos(*verb) != "VB" && tree.xpos(*verb) != "VBP") || tree.child(*verb, "aux") ||
      !addresses(tree, classes, *verb))
    return;
  if (tree.ends_before_comma(called)) all.push_back({called, *verb, "vocative"});
}

/// "I urge [Lee] to go": a name that the reporter put between brackets right behind a verb without an object is that object.
void mend_bracketed_object(const Tree& tree, TokenIndex name, std::vector<Attachment>& all) {
  const auto verb = tree.head(name);
  if (!verb || *verb > name || !tree.is(name, "vocative") || !tree.is_verb(*verb) || tree.child(*verb, "obj") ||
      tree.extent(name).begin > *verb + 2 || tree.xpos(*verb + 1) != "-LRB-")
    return;
  all.push_back({name, *verb, "obj"});
}

}  // namespace

bool addresses(const Tree& tree, const Classes& classes, TokenIndex verb) {
  const auto object = tree.child(verb, "obj");
  return object && *object > verb && classes.holds("addressed_pronoun", tree.lemma(*object));
}

void mend_address(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all) {
  if (!tree.is(token, "nsubj") && !tree.is(token, "vocative")) return;
  mend_called_speaker(tree, classes, token, all);
  mend_called_to_act(tree, token, all);
  mend_called_to_hear(tree, classes, token, all);
  mend_bracketed_object(tree, token, all);
}

}  // namespace dateline
