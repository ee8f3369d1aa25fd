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

/// The root of a token's sentence.
std::optional<TokenIndex> root_above(const Tree& tree, TokenIndex token) {
  std::optional<TokenIndex> at = token;
  for (int steps = 0; steps < longest_path; ++steps) {
    const auto above = tree.head(*at);
    if (!above) return at;
    at = above;
  }
  return std::nullopt;
}

bool is_dash(const Tree& tree, TokenIndex token) {
  return tree.word(token) == "-" || tree.word(token) == "–" || tree.word(token) == "—" || tree.word(token) == "--";
}

/// The first dash between two words.
std::optional<TokenIndex> dash_between(const Tree& tree, TokenIndex begin, TokenIndex end) {
  for (TokenIndex one = begin + 1; one < end; ++one) {
    if (is_dash(tree, one)) return one;
  }
  return std::nullopt;
}

/// Where the words of a clause begin, without the comma before it.
TokenIndex clause_begin(const Tree& tree, TokenIndex verb) {
  const TokenIndex begin = tree.extent(verb).begin;
  return begin < verb && tree.word(begin) == "," ? begin + 1 : begin;
}

}  // namespace

void mend_clause_behind_time(const Tree& tree, const Classes& classes, const std::vector<bool>& in_time,
                             TokenIndex clause, std::vector<Attachment>& all) {
  const auto verb = tree.is(clause, "parataxis") && tree.child(clause, "nsubj") ? tree.head(clause) : std::nullopt;
  if (!verb || *verb > clause || !classes.holds("reporting_verb", tree.lemma(*verb)) || tree.is_passive(*verb) ||
      !tree.child(*verb, "nsubj"))
    return;
  const TokenIndex begin = clause_begin(tree, clause);
  if (begin < *verb + 3 || tree.word(begin - 1) != ",") return;
  const bool bracket = tree.xpos(begin - 2) == "-RRB-";  // "at noon (10 UTC), phase one had ended"
  if (!bracket && !in_time[begin - 2]) return;
  for (const TokenIndex one : tree.children(*verb)) {
    const bool beside = tree.is(one, "obl") || tree.is(one, "advmod") || tree.upos(one) == Upos::PUNCT;
    if (one > *verb && one < begin && !beside) return;
    if (tree.is(one, "ccomp") || tree.is(one, "obj") || tree.is(one, "xcomp")) return;
  }
  all.push_back({clause, *verb, "ccomp"});
}

void mend_behind_aside(const Tree& tree, TokenIndex token, std::vector<Attachment>& all) {
  const auto aside = tree.is(token, "advcl") && tree.is_verb(token) ? tree.head(token) : std::nullopt;
  const auto outer = aside && *aside < token && tree.is(*aside, "parataxis") ? tree.head(*aside) : std::nullopt;
  if (!outer || *outer > *aside || !dash_between(tree, *outer, *aside) || !dash_between(tree, *aside, token)) return;
  const bool judged = tree.is_infinitive(token) && tree.child(*outer, "cop");
  all.push_back({token, *outer, judged ? "csubj" : "advcl"});
}

bool lacks_finite_verb(const Tree& tree, TokenIndex token) {
  const auto sentence = tree.sentence(token);
  TokenIndex first = token, last = token;
  while (first > 0 && tree.sentence(first - 1) == sentence) --first;
  while (last + 1 < tree.size() && tree.sentence(last + 1) == sentence) ++last;
  if (tree.word(last) != ".") return false;
  for (TokenIndex one = first; one <= last; ++one) {
    const std::string_view tag = tree.xpos(one);
    if (one != token && (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD")) return false;
  }
  return true;
}

void mend_verb_as_attribute(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  const auto noun = tree.head(verb);
  const bool past = tree.xpos(verb) == "VBN" || tree.xpos(verb) == "VBD";
  if (!noun || !past || !tree.is(verb, "amod") || verb == 0) return;
  const bool behind_noun = tree.is_noun(verb - 1) || tree.upos(verb - 1) == Upos::NUM;
  const bool before_name = *noun > verb && tree.upos(*noun) == Upos::PROPN;
  const bool with_object = *noun < verb && tree.child(verb, "obj");
  const auto root = root_above(tree, *noun);
  if (!behind_noun || (!before_name && !with_object) || !root || *root >= verb || tree.upos(*root) != Upos::NOUN ||
      !lacks_finite_verb(tree, verb))
    return;
  all.push_back({verb, verb, "root"});
  all.push_back({*root, verb, "nsubj"});
  if (before_name) all.push_back({*noun, verb, "obj"});
  for (const TokenIndex one : tree.children(*root)) {
    if (one > verb) all.push_back({one, verb, std::string(tree.relation(one))});
  }
}

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

void mend_interrupted_clause(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  if (!tree.is_verb(verb) || tree.is(verb, "acl")) return;
  const TokenIndex begin = clause_begin(tree, verb);
  if (begin < 4 || tree.word(begin - 1) != ",") return;
  const TokenIndex says = begin - 2;
  if (!tree.is(says, "acl:relcl") || !classes.holds("saying_verb", tree.lemma(says)) || tree.within(says, verb)) return;
  const auto noun = tree.head(says);
  const auto speaker = tree.child(says, "nsubj");
  for (const TokenIndex pronoun : tree.children(says)) {
    const bool opens = pronoun < says && (tree.xpos(pronoun) == "WP" || tree.xpos(pronoun) == "WDT") &&
                       tree.word(pronoun + 1) == "," && noun && *noun < pronoun;
    if (!opens || !speaker || *speaker < pronoun || tree.within(verb, *noun)) continue;
    const bool subject = !tree.child(verb, "nsubj");
    all.push_back({verb, *noun, "acl:relcl"});
    all.push_back({says, verb, "parataxis"});
    all.push_back({pronoun, verb, !subject ? "obj" : tree.is_passive(verb) ? "nsubj:pass" : "nsubj"});
    return;
  }
}

void mend_later_deed(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  if (tree.relation(verb) != "parataxis" || tree.xpos(verb) != "VBD") return;
  const auto first = tree.head(verb);
  const TokenIndex begin = tree.extent(verb).begin;
  if (!first || *first > begin || tree.xpos(*first) != "VBD" || begin == 0 ||
      (tree.word(begin) != "," && tree.word(begin - 1) != ",") || tree.child(verb, "nsubj") ||
      tree.child(verb, "expl") || classes.holds("saying_verb", tree.lemma(verb)) ||
      classes.holds("saying_verb", tree.lemma(*first)))
    return;
  all.push_back({verb, *first, "conj"});
}

void mend_asked_infinitive(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  const auto relative = tree.head(verb);
  const auto marker = tree.child(verb, "mark");
  if (!relative || !marker || !tree.is_infinitive(verb) || *relative > verb || !tree.is(*relative, "acl:relcl") ||
      *marker == 0 || tree.word(*marker - 1) != ",")
    return;
  const auto noun = tree.head(*relative);
  const auto asking = noun ? tree.head(*noun) : std::nullopt;
  if (asking && (tree.is(*noun, "obj") || tree.is(*noun, "iobj")) &&
      classes.holds("intended_verb", tree.lemma(*asking)))
    all.push_back({verb, *asking, "xcomp"});
}

void mend_lost_verb(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  const std::string_view tag = tree.xpos(verb);
  const bool intransitive = classes.holds("intransitive_verb", tree.lemma(verb));
  auto noun = tree.head(verb);
  while (intransitive && noun && tree.relation(*noun) == "nmod" && tree.head(*noun)) noun = tree.head(*noun);
  if (!noun || *noun > verb || tree.relation(verb) != "acl" || (tag != "VBN" && tag != "VBD") || tree.head(*noun) ||
      !tree.is_noun(*noun) || tree.child(verb, "aux") || (tree.child(verb, "obl:agent") && !intransitive) ||
      !lacks_finite_verb(tree, verb))
    return;
  all.push_back({verb, verb, "root"});
  all.push_back({*noun, verb, "nsubj"});
  for (const TokenIndex one : tree.children(*noun)) {  // "The study looked at soot, mostly fine grains."
    if (one > verb && tree.is(one, "conj") && !tree.child(one, "cc")) all.push_back({one, verb, "parataxis"});
  }
}

}  // namespace dateline
