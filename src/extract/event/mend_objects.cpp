// Objects that the parser left apart from their verbs.
#include "dateline/base/utf8.hpp"
#include "extract/event/mend.hpp"

namespace dateline {
namespace {

/// "Left 12 dead": the number is whom it left so.
void mend_left_number(const Tree& tree, TokenIndex state, std::vector<Attachment>& all) {
  const auto verb = tree.head(state);
  if (!verb || !tree.is(state, "xcomp") || tree.is_noun(state) || tree.child(*verb, "obj") || *verb > state) return;
  const auto number = tree.child(state, "nummod");
  if (number && *number < state) all.push_back({*number, *verb, "obj"});
}

/// "Injured twelve more", "wounding at least 50 others": the number is whom it was done to.
void mend_number_of_others(const Tree& tree, const Classes& classes, TokenIndex number, std::vector<Attachment>& all) {
  const auto others = tree.head(number);
  if (!others || *others != number + 1 || tree.upos(number) != Upos::NUM || tree.upos(*others) == Upos::NOUN ||
      !classes.holds("further", tree.lemma(*others)))
    return;
  const auto verb = tree.head(*others);
  const bool object = tree.is(*others, "obj") || tree.is(*others, "advmod") ||
                      (tree.is(*others, "obl") && tree.preposition(*others).empty());
  if (!verb || *verb > number || !object || !tree.is_verb(*verb) || tree.child(*verb, "aux:pass")) return;
  all.push_back({number, *verb, "obj"});
  all.push_back({*others, number, "amod"});
  for (const TokenIndex one : tree.children(*others)) {
    if (one < number) all.push_back({one, number, std::string(tree.relation(one))});
  }
}

/// "Took two nuns hostage": what they are taken as is no part of who is taken, and no second object.
void mend_taken_as(const Tree& tree, const Classes& classes, TokenIndex state, std::vector<Attachment>& all) {
  const auto above = tree.head(state);
  const bool counted = above && tree.is(state, "nmod") && tree.is(*above, "obj");  // "dozens of sailors hostage"
  const auto verb = counted ? tree.head(*above) : above;
  if (!verb || *verb > state || (!counted && !tree.is(state, "obj")) || !tree.is_verb(*verb) ||
      tree.xpos(state) != "NN" || tree.child(state, "det") || !classes.holds("captive_state", tree.lemma(state)))
    return;
  std::optional<TokenIndex> taken;
  for (const TokenIndex one : tree.children(state)) {
    if (one < state && tree.is(one, "compound") && (tree.xpos(one) == "NNS" || tree.upos(one) == Upos::PROPN))
      taken = one;
  }
  const auto object = tree.child(*verb, "obj");
  if (!taken && (counted || !object || *object == state)) return;
  all.push_back({state, *verb, "xcomp"});
  if (!taken) return;
  all.push_back({*taken, *above, counted ? "nmod" : "obj"});
  for (const TokenIndex one : tree.children(state)) {
    if (one < *taken) all.push_back({one, *taken, std::string(tree.relation(one))});
  }
}

/// "Cut up to 900 jobs": the words before the number set a limit to it, they are no preposition of the object.
void mend_limited_object(const Tree& tree, const Classes& classes, TokenIndex noun, std::vector<Attachment>& all) {
  const auto verb = tree.head(noun);
  const auto number = tree.child(noun, "nummod");
  if (!verb || !number || !tree.is(noun, "obl") || !tree.is_verb(*verb) || tree.child(*verb, "obj") ||
      tree.is_passive(*verb))
    return;
  const TokenIndex limited = tree.child(noun, "case") ? noun : *number;
  const auto joint = tree.child(limited, "case");
  if (!joint || *verb + 2 != *joint || !classes.holds("limit_preposition", tree.wide_preposition(limited))) return;
  all.push_back({noun, *verb, "obj"});
  all.push_back({*joint, *number, "advmod"});
  all.push_back({*verb + 1, *number, "advmod"});
}

/// "Lent Siemens $85 million", "fined the bank £5 million": who stands right before a sum was given or charged it.
void mend_receiver_of_sum(const Tree& tree, const Classes& classes, TokenIndex name, std::vector<Attachment>& all) {
  const auto sum = tree.head(name);
  const auto verb = sum ? tree.head(*sum) : std::nullopt;
  if (!verb || tree.relation(name) != "compound" || *sum != name + 1 || tree.upos(*sum) != Upos::SYM ||
      !tree.is(*sum, "obj") || !tree.is_verb(*verb) || tree.child(*verb, "iobj") ||
      !classes.holds("sum_verb", tree.lemma(*verb)) || classes.holds("currency_prefix", tree.lemma(name)))
    return;
  all.push_back({name, *verb, "obj"});
}

/// "Granted the airline a loan": without a comma the second is no apposition but what it was granted.
void mend_given_thing(const Tree& tree, const Classes& classes, TokenIndex thing, std::vector<Attachment>& all) {
  const auto receiver = tree.head(thing);
  const auto verb = receiver ? tree.head(*receiver) : std::nullopt;
  if (!verb || !tree.is(thing, "appos") || !tree.is(*receiver, "obj") || thing < *receiver || !tree.is_verb(*verb) ||
      !tree.child(thing, "det") || tree.extent(thing).begin != *receiver + 1 ||
      !classes.holds("sum_verb", tree.lemma(*verb)))
    return;
  all.push_back({thing, *verb, "obj"});
}

/// The object that stands before another one: "him" in "appointed him steward", however the parser called it.
std::optional<TokenIndex> first_object(const Tree& tree, TokenIndex verb, TokenIndex office) {
  for (const TokenIndex one : tree.children(verb)) {
    if (one > verb && one < office && (tree.is(one, "iobj") || tree.relation(one) == "obj")) return one;
  }
  return std::nullopt;
}

/// "Appointed her treasurer": the pronoun read as the owner of an office that somebody holds; "named her deputy", whom she has, stays.
std::optional<TokenIndex> read_as_owner(const Tree& tree, const Classes& classes, TokenIndex verb, TokenIndex office) {
  const auto owner = tree.child(office, "nmod:poss");
  const bool before = owner && *owner == verb + 1 && *owner < office && tree.upos(*owner) == Upos::PRON;
  if (!before || !classes.holds("her_or_hers", utf8::lower(tree.word(*owner))) || tree.child(verb, "xcomp") ||
      classes.holds("office_under", tree.lemma(office)))
    return std::nullopt;
  for (const TokenIndex one : tree.children(verb)) {  // "named her secretary as chief"
    if (one > office && tree.is(one, "obl") && classes.holds("office_marker", tree.preposition(one)))
      return std::nullopt;
  }
  return owner;
}

/// "Appointed him Foreign Secretary": of two objects the office is what the other one is made.
void mend_given_office(const Tree& tree, const Classes& classes, TokenIndex office, std::vector<Attachment>& all) {
  const auto verb = tree.head(office);
  if (!verb || *verb > office || !tree.is(office, "obj") || !classes.holds("naming_verb", tree.lemma(*verb)) ||
      !classes.holds("office", tree.lemma(office)))
    return;
  auto person = first_object(tree, *verb, office);
  if (!person) person = read_as_owner(tree, classes, *verb, office);
  if (!person) return;
  all.push_back({*person, *verb, "obj"});
  all.push_back({office, *verb, "xcomp"});
}

/// "Born Ann Lee in Lima in 1950, she": behind a bare participle a name is the one that somebody was given, and nobody else.
void mend_given_name(const Tree& tree, const Classes& classes, TokenIndex name, std::vector<Attachment>& all) {
  const auto verb = tree.head(name);
  if (!verb || *verb + 1 != name || !tree.is(name, "obj") || tree.upos(name) != Upos::PROPN ||
      tree.xpos(*verb) != "VBN" || !classes.holds("birth_verb", tree.lemma(*verb)) || tree.child(*verb, "aux") ||
      tree.child(*verb, "nsubj"))
    return;
  if (tree.is(*verb, "acl") || tree.is(*verb, "advcl")) all.push_back({name, *verb, "xcomp"});
}

}  // namespace

void mend_objects(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all) {
  mend_left_number(tree, token, all);
  mend_number_of_others(tree, classes, token, all);
  mend_taken_as(tree, classes, token, all);
  mend_limited_object(tree, classes, token, all);
  mend_receiver_of_sum(tree, classes, token, all);
  mend_given_thing(tree, classes, token, all);
  mend_given_office(tree, classes, token, all);
  mend_given_name(tree, classes, token, all);
}

}  // namespace dateline
