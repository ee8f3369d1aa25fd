// Whom a relative clause or a participle behind several nouns tells of: "the friends of Ann Lee who object", "marched from the factory demanding pay".
#include <algorithm>

#include "extract/event/mend.hpp"

namespace dateline {
namespace {

enum class Number { open, one, many };

/// What the finite verb of a clause says about how many its subject are: "object" many, "objects", "has" one, "objected", "were" nothing.
Number number_of_verb(const Tree& tree, TokenIndex verb) {
  TokenIndex finite = verb;
  for (const TokenIndex one : tree.children(verb)) {
    if (one < finite && (tree.is(one, "aux") || tree.is(one, "cop"))) finite = one;
  }
  const std::string_view tag = tree.xpos(finite);
  if (tag == "VBZ") return Number::one;
  return tag == "VBP" ? Number::many : Number::open;
}

Number number_of_noun(const Tree& tree, const Classes& classes, TokenIndex noun) {
  const std::string_view tag = tree.xpos(noun);
  if (tag.ends_with('S') || tree.child(noun, "conj")) return Number::many;
  const bool several = classes.holds("many_in_one", tree.lemma(noun));  // "the staff who object"
  return (tag == "NN" || tag == "NNP") && !several ? Number::one : Number::open;
}

/// The next noun that a noun is part of the phrase of: "friends" above "Lee" in "the friends of Ann Lee", "friends close to Ann Lee".
std::optional<TokenIndex> outer_noun(const Tree& tree, TokenIndex noun) {
  auto at = std::optional(noun);
  for (int steps = 0; at && steps < longest_path; ++steps) {
    const bool inside = tree.is(*at, "nmod") || tree.is(*at, "obl") || tree.is(*at, "obj") || tree.is(*at, "acl") ||
                        tree.is(*at, "amod");
    if (!inside || tree.is(*at, "acl:relcl") || tree.is(*at, "nmod:poss")) return std::nullopt;
    const bool phrase = !tree.is(*at, "acl") && !tree.is(*at, "amod");
    at = tree.head(*at);
    if (!at || *at > noun) return std::nullopt;
    if (tree.is_noun(*at)) return at;
    const bool attribute = tree.is(*at, "acl") || tree.is(*at, "amod");
    if (phrase && !attribute) return std::nullopt;  // the verb of the sentence
  }
  return std::nullopt;
}

/// "The friends of Ann Lee who object", "an ally of the rebels who has fled": a relative clause is of the noun that its verb agrees with.
void mend_agreement(const Tree& tree, const Classes& classes, TokenIndex pronoun, std::vector<Attachment>& all) {
  const auto verb = tree.head(pronoun);
  const auto near = verb && tree.is(*verb, "acl:relcl") && tree.is(pronoun, "nsubj") ? tree.head(*verb) : std::nullopt;
  if (!near || *near > pronoun || pronoun == 0 || tree.word(pronoun - 1) == "," ||
      !classes.holds("personal_relative", tree.lemma(pronoun)))
    return;
  const Number asked = number_of_verb(tree, *verb);
  const Number own = number_of_noun(tree, classes, *near);
  if (asked == Number::open || own == Number::open || asked == own) return;
  auto noun = outer_noun(tree, *near);
  for (int steps = 0; noun && steps < longest_path; ++steps, noun = outer_noun(tree, *noun)) {
    if (number_of_noun(tree, classes, *noun) == asked && tree.upos(*noun) == Upos::NOUN &&
        !classes.holds("thing", tree.lemma(*noun)))
      return all.push_back({*verb, *noun, "acl:relcl"});
  }
}

/// "The share of voters who objected": "who" is nobody's share.
void mend_who_are_counted(const Tree& tree, const Classes& classes, TokenIndex pronoun, std::vector<Attachment>& all) {
  const auto verb = tree.head(pronoun);
  const auto count = verb && tree.is(*verb, "acl:relcl") ? tree.head(*verb) : std::nullopt;
  if (!count || *count > pronoun || !classes.holds("personal_relative", tree.lemma(pronoun)) ||
      !classes.holds("counting_noun", tree.lemma(*count)))
    return;
  for (const TokenIndex counted : tree.children(*count)) {
    if (counted > *count && tree.is(counted, "nmod") && tree.xpos(counted).ends_with('S') &&
        tree.extent(counted).end == pronoun)
      return all.push_back({*verb, counted, "acl:relcl"});
  }
}

/// "Marched from the factory demanding pay", "left the talks accusing Peru": who went away speaks, not the place or the meeting that was left.
void mend_speaking_participle(const Tree& tree, const Classes& classes, TokenIndex participle,
                              std::vector<Attachment>& all) {
  if (tree.relation(participle) != "acl" || tree.xpos(participle) != "VBG" ||
      !classes.holds("speaking_participle", tree.lemma(participle)))
    return;
  const auto place = tree.head(participle);
  if (!place || *place > participle || tree.upos(*place) != Upos::NOUN) return;
  const auto verb = tree.head(*place);
  const bool put = verb && *verb < *place && tree.is_verb(*verb) && (tree.is(*place, "obl") || tree.is(*place, "obj"));
  if (put && classes.holds("stepping_verb", tree.lemma(*verb)) && !classes.holds("people", tree.lemma(*place)) &&
      !names_person(tree, *place))
    all.push_back({participle, *verb, "advcl"});
}

}  // namespace

void mend_antecedents(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all) {
  if (tree.upos(token) == Upos::PRON) {
    mend_agreement(tree, classes, token, all);
    mend_who_are_counted(tree, classes, token, all);
  } else if (tree.is_verb(token)) {
    mend_speaking_participle(tree, classes, token, all);
  }
}

}  // namespace dateline
