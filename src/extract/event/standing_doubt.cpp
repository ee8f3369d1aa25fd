// What a sentence leaves open: questions that it tells of, and what anybody might say; and what it knows.
#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/event/standing.hpp"

namespace dateline {

/// "It is unclear whether he resigned", "asked if he had resigned": a question, whatever it hangs on. Not "whether to resign", which is decided.
bool StandingReader::is_open_question(TokenIndex clause) const {
  const Tree& tree = on_.tree;
  const bool content = tree.is(clause, "ccomp") || tree.is(clause, "csubj") || tree.is(clause, "advcl") ||
                       (tree.is(clause, "acl") && !tree.is(clause, "acl:relcl"));
  return content && on_.classes.holds("doubt_marker", tree.marker(clause)) && !tree.is_infinitive(clause);
}

/// "Has yet to sign", "has still to be approved": not done; "has to sign", "will have to sign": called for. "Had to sign" mostly tells that it was done.
std::optional<Status> StandingReader::still_owed(TokenIndex clause, TokenIndex verb) const {
  const Tree& tree = on_.tree;
  if (!on_.classes.holds("owing_verb", tree.lemma(verb)) || !tree.is(clause, "xcomp") || !tree.is_infinitive(clause) ||
      tree.child(verb, "obj"))
    return std::nullopt;
  const auto parts = tree.children(verb);
  const bool yet = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one > verb && one < clause && on_.classes.holds("yet_adverb", tree.lemma(one));
  });
  if (yet) return Status::hypothetical;
  const std::string_view tag = tree.xpos(verb);
  return tag == "VBZ" || tag == "VBP" || tag == "VB" ? std::optional(Status::urged) : std::nullopt;
}

/// "The storm should reach Cuba", "the fire should burn out": what does nothing of its own will is expected to, and asked for nothing.
bool StandingReader::is_expected(const Cue& cue, TokenIndex verb) const {
  const Tree& tree = on_.tree;
  const auto subject = cue.kind == CueKind::auxiliary ? tree.child(verb, "nsubj") : std::nullopt;
  return subject && tree.relation(*subject) == "nsubj" && on_.classes.holds("willless", tree.lemma(*subject));
}

/// "One might think that he resigned", "you could say that he fled": what anybody may say, and nobody is told to.
bool StandingReader::is_said_by_anybody(const Cue& cue, TokenIndex verb) const {
  if (cue.effect != Effect::report && cue.effect != Effect::claimed) return false;
  const Tree& tree = on_.tree;
  const auto auxiliary = tree.child(verb, "aux");
  if (!auxiliary || !on_.classes.holds("modal_auxiliary", tree.lemma(*auxiliary))) return false;
  const auto subject = tree.child(verb, "nsubj");
  return subject && on_.classes.holds("anybody", utf8::lower(tree.word(*subject))) && !tree.child(*subject, "nmod");
}

/// "the journalist arrested in May": a participle that says which one is meant tells what has happened, whatever governs the noun.
bool StandingReader::is_known_by(TokenIndex below, TokenIndex above) const {
  const Tree& tree = on_.tree;
  return tree.is(below, "acl") && !tree.is(below, "acl:relcl") && tree.is_verb(below) && tree.xpos(below) == "VBN" &&
         tree.marker(below).empty() && (on_.arguments.is_definite(above) || tree.upos(above) == Upos::PROPN);
}

}  // namespace dateline
