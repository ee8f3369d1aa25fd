// Who did it, hung on the phrase between the verb and him; participles, names and nouns that were joined to the wrong word of a phrase.
#include <algorithm>

#include "extract/event/mend.hpp"

namespace dateline {
namespace {

/// The first verb above a phrase, through the phrases that it is part of; nothing when one of them may be by somebody ("a book on the army by").
std::optional<TokenIndex> verb_of_phrase(const Tree& tree, const Classes& classes, TokenIndex noun) {
  std::optional<TokenIndex> at = noun;
  for (int steps = 0; at && steps < longest_path && !tree.is_verb(*at); ++steps) {
    const bool by_nobody = tree.upos(*at) == Upos::PROPN || classes.holds("by_nobody", tree.lemma(*at));
    if (!by_nobody || (!tree.is(*at, "nmod") && !tree.is(*at, "obl") && !tree.is(*at, "xcomp"))) return std::nullopt;
    at = tree.head(*at);
  }
  return at;
}

/// "Sentenced for the murder of two men to life in prison by a court": the verb of judging above a phrase that a court stands behind.
std::optional<TokenIndex> judging_verb(const Tree& tree, const Classes& classes, TokenIndex court) {
  if (!classes.holds("law_court", tree.lemma(court))) return std::nullopt;
  std::optional<TokenIndex> at = tree.head(court);
  for (int steps = 0; at && steps < longest_path && !tree.is_verb(*at); ++steps) {
    const bool phrase = tree.is(*at, "nmod") || tree.is(*at, "obl");
    if (!phrase || classes.holds("clause_preposition", tree.preposition(*at))) return std::nullopt;
    at = tree.head(*at);
  }
  return at && classes.holds("sentencing_verb", tree.lemma(*at)) ? at : std::nullopt;
}

/// "Sentenced to life in prison by a court", "named head of the bank by Ann Lee": nothing in prison and no bank is by anybody; who is did what the
/// passive tells.
void mend_agent_behind_phrase(const Tree& tree, const Classes& classes, TokenIndex agent,
                              std::vector<Attachment>& all) {
  const auto inner = tree.head(agent);
  if (!inner || !tree.is(agent, "nmod") || agent < *inner || !classes.holds("agent_marker", tree.preposition(agent)))
    return;
  auto verb = verb_of_phrase(tree, classes, *inner);
  if (!verb) verb = judging_verb(tree, classes, agent);
  if (verb && *verb < agent && tree.is_passive(*verb) && !tree.child(*verb, "obl:agent"))
    all.push_back({agent, *verb, "obl:agent"});
}

/// "Killing four and wounding nine": a participle is joined to the one before it, not to its object, and what stands behind it is its own.
void mend_joined_participle(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  const auto object = tree.head(verb);
  if (!object || *object > verb || !tree.is(verb, "conj") || !tree.is_verb(verb) || !tree.child(verb, "cc") ||
      tree.child(verb, "nsubj") || !tree.is_noun(*object) || (!tree.is(*object, "obj") && !tree.is(*object, "obl")))
    return;
  const auto first = tree.head(*object);
  if (!first || *first > *object || !tree.is_verb(*first) || tree.xpos(*first) != tree.xpos(verb)) return;
  all.push_back({verb, *first, "conj"});
  for (const TokenIndex one : tree.children(*first)) {
    if (one > verb && (tree.is(one, "obj") || tree.is(one, "obl")))
      all.push_back({one, verb, std::string(tree.relation(one))});
  }
}

/// "Opposition leader Tom Ray and unions": what is joined to a name is joined to the whole that the name is part of.
void mend_joined_to_name(const Tree& tree, TokenIndex joined, std::vector<Attachment>& all) {
  auto name = tree.head(joined);
  if (!name || !tree.is(joined, "conj") || !tree.is(*name, "flat")) return;
  for (int steps = 0; steps < longest_path && tree.is(*name, "flat") && tree.head(*name); ++steps)
    name = tree.head(*name);
  if (*name < joined) all.push_back({joined, *name, "conj"});
}

/// Whether a phrase stands behind a comma; the token before that comma.
std::optional<TokenIndex> before_comma(const Tree& tree, TokenIndex phrase) {
  TokenIndex begin = tree.extent(phrase).begin;
  if (begin < phrase && tree.word(begin) == ",") ++begin;
  if (begin < 2 || tree.word(begin - 1) != ",") return std::nullopt;
  return begin - 2;
}

/// "The mayor of Lima, Ana Ruiz, and her deputy": who is named behind an office and where it is stands beside the office, and what follows is joined to both.
void mend_holder_of_office(const Tree& tree, const Classes& classes, TokenIndex name, std::vector<Attachment>& all) {
  const auto inner = tree.head(name);
  if (!inner) return;
  const auto office = tree.head(*inner);
  const bool beside = tree.is(name, "appos") || (tree.is(name, "conj") && !tree.child(name, "cc"));
  if (!office || !beside || name < *inner || *office > *inner || !tree.is(*inner, "nmod") ||
      !classes.holds("office", tree.lemma(*office)) || tree.xpos(*office).ends_with('S') || !names_person(tree, name) ||
      names_person(tree, *inner) || !before_comma(tree, name))
    return;
  all.push_back({name, *office, "appos"});
  for (const TokenIndex one : tree.children(*inner)) {
    if (one > name && tree.is(one, "conj") && tree.child(one, "cc")) all.push_back({one, *office, "conj"});
  }
}

/// Whether a body or a place stands right before a person's name, or before the one title that follows it: "the Kestrel Bank Ann Lee", "the Finance
/// Committee Senator Ann Lee"; not "the mayor Ann Lee", "US Senator Ann Lee".
bool follows_body(const Tree& tree, TokenIndex name) {
  if (name < 2 || tree.in_body(name - 1)) return name > 0;
  if (tree.head(name - 1) != name || tree.upos(name - 1) != Upos::NOUN || !tree.in_body(name - 2)) return false;
  const auto article = tree.child(name, "det") ? tree.child(name, "det") : tree.child(name - 1, "det");
  return article.has_value();
}

/// "The head of the Kestrel Bank Ann Lee": who stands right behind an office and its body holds that office, and is no part of the body.
void mend_holder_behind_body(const Tree& tree, const Classes& classes, TokenIndex name, std::vector<Attachment>& all) {
  const auto office = tree.head(name);
  if (!office || *office + 2 >= name || !tree.is(name, "nmod") || tree.is(name, "nmod:poss") ||
      !classes.holds("office", tree.lemma(*office)) || tree.xpos(*office).ends_with('S') || !names_person(tree, name) ||
      !follows_body(tree, name) || !classes.holds("complement_preposition", tree.lemma(*office + 1)))
    return;
  all.push_back({name, *office, "appos"});
  if (tree.head(name - 1) != name) return;
  all.push_back({name - 1, *office, "nmod"});
  for (const TokenIndex one : tree.children(name)) {
    if (one < name - 1) all.push_back({one, name - 1, std::string(tree.relation(one))});
  }
}

/// "Eva Ruiz and her husband, the painter Luis Ruiz": a name right behind a singular noun for a person stands beside that one.
void mend_nearest_apposition(const Tree& tree, const Classes& classes, TokenIndex name, std::vector<Attachment>& all) {
  const auto first = tree.head(name);
  if (!first || !tree.is(name, "appos") || name < *first) return;
  const auto noun = before_comma(tree, name);
  if (!noun || *noun == *first || *noun < *first || tree.xpos(*noun) != "NN" ||
      !classes.holds("said_of_person", tree.lemma(*noun)))
    return;
  const bool person = names_person(tree, name) || (tree.xpos(name) == "NN" && tree.child(name, "appos")) ||
                      (tree.xpos(name) == "NN" && tree.child(name, "flat"));
  if (person && tree.is(*noun, "conj")) all.push_back({name, *noun, "appos"});
}

/// Whether a noun is said of one person: one of the class, or one beside the name of somebody.
bool is_said_of_person(const Tree& tree, const Classes& classes, TokenIndex noun) {
  if (tree.upos(noun) != Upos::NOUN || tree.xpos(noun).ends_with('S')) return false;
  const auto beside = tree.head(noun);
  return classes.holds("said_of_person", tree.lemma(noun)) ||
         (beside && tree.is(noun, "appos") && names_person(tree, *beside));
}

/// "A lawyer for the Kestrel Trust who sued": the name of a body is no "who", but the person that belongs to it.
void mend_who_of_body(const Tree& tree, const Classes& classes, TokenIndex pronoun, std::vector<Attachment>& all) {
  const auto verb = tree.head(pronoun);
  if (!verb || !classes.holds("personal_relative", tree.lemma(pronoun)) || !tree.is(*verb, "acl:relcl")) return;
  auto at = tree.head(*verb);
  if (!at || tree.upos(*at) != Upos::PROPN || names_person(tree, *at)) return;
  for (int steps = 0; at && steps < longest_path && tree.is(*at, "nmod") && !tree.is(*at, "nmod:poss"); ++steps) {
    at = tree.head(*at);
    if (at && tree.upos(*at) == Upos::NOUN) break;
  }
  if (!at || *at > *verb || !is_said_of_person(tree, classes, *at)) return;
  const auto name = tree.is(*at, "appos") ? tree.head(*at) : std::nullopt;
  all.push_back({*verb, name && names_person(tree, *name) ? *name : *at, "acl:relcl"});
}

/// "Was gang raped", read as a gang that she was: between the auxiliary and the participle a bare noun says how it was done.
void mend_manner_as_predicate(const Tree& tree, TokenIndex noun, std::vector<Attachment>& all) {
  const auto copula = tree.child(noun, "cop");
  const TokenIndex verb = noun + 1;
  if (!copula || *copula + 1 != noun || verb >= tree.size() || tree.xpos(noun) != "NN" || tree.head(verb) != noun ||
      tree.relation(verb) != "acl" || tree.xpos(verb) != "VBN")
    return;
  const auto above = tree.head(noun);
  all.push_back({verb, above ? *above : verb, above ? std::string(tree.relation(noun)) : "root"});
  all.push_back({noun, verb, "compound"});
  for (const TokenIndex one : tree.children(noun)) {
    if (one == verb) continue;
    const bool subject = tree.relation(one) == "nsubj";
    all.push_back({one, verb, subject ? "nsubj:pass" : one == *copula ? "aux:pass" : std::string(tree.relation(one))});
  }
}

/// "Wrote to the embassy asking to meet": who writes asks, not who is written to.
void mend_asking_writer(const Tree& tree, const Classes& classes, TokenIndex participle, std::vector<Attachment>& all) {
  const auto addressee = tree.head(participle);
  const auto verb = addressee ? tree.head(*addressee) : std::nullopt;
  const bool asks = verb && tree.relation(participle) == "acl" && tree.xpos(participle) == "VBG" &&
                    classes.holds("writer_asking", tree.lemma(participle));
  if (asks && *verb < *addressee && tree.is(*addressee, "obl") && tree.is_verb(*verb) &&
      classes.holds("addressing_preposition", tree.preposition(*addressee)) &&
      classes.holds("writing_verb", tree.lemma(*verb)))
    all.push_back({participle, *verb, "advcl"});
}

/// "The death of pioneering scientist Ann Lee": before a bare noun that a name follows a participle only modifies it.
void mend_participle_of_title(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  const auto noun = tree.head(verb);
  const auto title = tree.child(verb, "obj");
  const auto marker = tree.child(verb, "mark");
  if (!noun || !title || !marker || tree.relation(verb) != "acl" || tree.xpos(verb) != "VBG" || *title != verb + 1 ||
      tree.xpos(*title) != "NN" || (!tree.child(*title, "flat") && !tree.child(*title, "appos")) ||
      tree.child(*title, "det") || *title + 1 >= tree.size() || tree.upos(*title + 1) != Upos::PROPN ||
      *marker + 1 != verb || !classes.holds("complement_preposition", tree.lemma(*marker)))
    return;
  all.push_back({*title, *noun, "nmod"});
  all.push_back({verb, *title, "amod"});
  all.push_back({*marker, *title, "case"});
}

}  // namespace

bool names_person(const Tree& tree, TokenIndex name) {
  if (tree.upos(name) != Upos::PROPN) return false;
  if (tree.in_person(name)) return true;
  const auto parts = tree.children(name);
  return std::any_of(parts.begin(), parts.end(),
                     [&](TokenIndex one) { return tree.is(one, "flat") && tree.in_person(one); });
}

void mend_agents(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all) {
  mend_agent_behind_phrase(tree, classes, token, all);
  mend_joined_participle(tree, token, all);
  mend_joined_to_name(tree, token, all);
  mend_holder_of_office(tree, classes, token, all);
  mend_holder_behind_body(tree, classes, token, all);
  mend_nearest_apposition(tree, classes, token, all);
  mend_who_of_body(tree, classes, token, all);
  mend_manner_as_predicate(tree, token, all);
  mend_asking_writer(tree, classes, token, all);
  mend_participle_of_title(tree, classes, token, all);
}

}  // namespace dateline
