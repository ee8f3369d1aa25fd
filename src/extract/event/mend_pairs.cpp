// Two that stand together and were parsed apart: "between A, who ..., and B", "A and B's wedding", "firms including A and B signed".
#include <algorithm>

#include "extract/event/mend.hpp"

namespace dateline {
namespace {

/// The one party that stands behind "between" at a noun, when no other is joined to it.
std::optional<TokenIndex> lone_party(const Tree& tree, const Classes& classes, TokenIndex noun) {
  for (const TokenIndex one : tree.children(noun)) {
    if (one > noun && tree.is(one, "nmod") && classes.holds("pair_preposition", tree.preposition(one)))
      return tree.child(one, "conj") || tree.xpos(one).ends_with('S') ? std::nullopt : std::optional(one);
  }
  return std::nullopt;
}

void join(const Tree& tree, TokenIndex second, TokenIndex first, std::optional<TokenIndex> joint,
          std::vector<Attachment>& all) {
  all.push_back({second, first, "conj"});
  if (joint && tree.head(*joint) != second) all.push_back({*joint, second, "cc"});
}

/// "And" before a phrase, on whichever word of it the parser hung it.
std::optional<TokenIndex> joint_before(const Tree& tree, TokenIndex phrase) {
  if (const auto own = tree.child(phrase, "cc")) return own;
  const TokenIndex begin = tree.extent(phrase).begin;
  return begin < phrase && tree.upos(begin) == Upos::CCONJ ? std::optional(begin) : std::nullopt;
}

/// "A meeting between Reed, claiming to speak for the king, and Orlov": who is joined to the meeting is the second party to it.
void mend_second_party(const Tree& tree, const Classes& classes, TokenIndex second, std::vector<Attachment>& all) {
  const bool joined = tree.is(second, "conj");
  if ((!joined && !tree.is(second, "nmod")) || !tree.is_noun(second)) return;
  auto noun = tree.head(second);
  const auto joint = joint_before(tree, second);
  if (!noun || !joint || *noun > second || !tree.is_noun(*noun) || (!joined && tree.child(second, "case"))) return;
  auto first = lone_party(tree, classes, *noun);
  if (!first && !joined) {  // "a transcript of a call between Reed and Orlov", where he was hung on the transcript
    if (const auto inner = tree.child(*noun, "nmod")) first = lone_party(tree, classes, *inner);
  }
  if (first && *first < *joint) join(tree, second, *first, joint, all);
}

/// "A meeting between Reed, claiming to speak for the ministry, and Orlov": behind the aside on the first, a comma and "and" the second party is
/// joined to no word of the aside.
void mend_party_behind_aside(const Tree& tree, const Classes& classes, TokenIndex second,
                             std::vector<Attachment>& all) {
  if (!tree.is(second, "conj") || !tree.is_noun(second)) return;
  const auto joint = joint_before(tree, second);
  if (!joint || *joint == 0 || tree.word(*joint - 1) != ",") return;
  auto aside = tree.head(second);
  for (int steps = 0; aside && steps < longest_path; ++steps) {
    if (tree.is(*aside, "acl") || tree.is(*aside, "advcl")) break;
    aside = tree.head(*aside);
  }
  if (!aside || *aside > second || !(tree.is(*aside, "acl") || tree.is(*aside, "advcl"))) return;
  TokenIndex begin = tree.extent(*aside).begin;
  if (tree.word(begin) != "," && begin > 0) --begin;
  if (tree.word(begin) != ",") return;
  for (TokenIndex first = begin; first-- > 0 && first + longest_path > begin;) {
    const auto noun = tree.head(first);
    if (!noun || tree.extent(first).end < begin || lone_party(tree, classes, *noun) != first) continue;
    all.push_back({second, first, "conj"});
    return;
  }
}

/// "The deal between Acme, based in Lima, and Beta was signed": of two subjects, one behind "and", the second is the second party to the first.
void mend_party_as_subject(const Tree& tree, const Classes& classes, TokenIndex second, std::vector<Attachment>& all) {
  const auto verb = tree.head(second);
  if (!verb || !tree.is(second, "nsubj") || second > *verb) return;
  // the "and" stands on the name, or on a verb that was joined to the noun
  const auto own = tree.child(second, "cc");
  const auto joint = own ? own : tree.child(*verb, "cc");
  if (!joint || (!own && *joint + 1 != tree.extent(second).begin)) return;
  std::optional<TokenIndex> noun;
  if (own) {
    for (const TokenIndex one : tree.children(*verb)) {
      if (one < second && tree.is(one, "nsubj")) noun = one;
    }
  } else if (tree.is(*verb, "conj")) {
    noun = tree.head(*verb);
  }
  if (!noun || !tree.is_noun(*noun)) return;
  const auto first = lone_party(tree, classes, *noun);
  if (!first || *first > *joint) return;
  join(tree, second, *first, joint, all);
  if (own) return;
  const auto above = tree.head(*noun);
  all.push_back({*verb, above ? *above : *verb, above ? std::string(tree.relation(*noun)) : "root"});
  all.push_back({*noun, *verb, std::string(tree.relation(second))});
}

/// "Ann Lee and Tom Reed's wedding": what befalls both is said of both; not "Ann Lee and her brother's wife".
void mend_shared_owner(const Tree& tree, const Classes& classes, TokenIndex owner, std::vector<Attachment>& all) {
  const auto noun = tree.head(owner);
  if (!noun || !tree.is(owner, "nmod:poss") || !tree.is(*noun, "conj") || !tree.child(owner, "case") ||
      !classes.holds("shared_happening", tree.lemma(*noun)))
    return;
  const auto first = tree.head(*noun);
  const auto joint = tree.child(*noun, "cc");
  if (!first || !joint || *first > *joint || tree.upos(*first) != Upos::PROPN || *joint + 1 != tree.extent(owner).begin)
    return;
  const auto above = tree.head(*first);
  all.push_back({*noun, above ? *above : *noun, above ? std::string(tree.relation(*first)) : "root"});
  all.push_back({*first, *noun, "nmod:poss"});
  join(tree, owner, *first, joint, all);
  for (const TokenIndex one : tree.children(*first)) {
    if (tree.is(one, "case")) all.push_back({one, *noun, "case"});
  }
}

/// "Norway and Chile's treaty": a name joined to an owner is an owner too, and no part of the noun's name.
void mend_joined_owner(const Tree& tree, TokenIndex owner, std::vector<Attachment>& all) {
  if (!tree.is(owner, "compound") || tree.upos(owner) != Upos::PROPN) return;
  const auto noun = tree.head(owner);
  const auto second = tree.child(owner, "conj");
  if (!noun || !second || *second > *noun) return;
  const auto sign = tree.child(*second, "case");
  if (sign && tree.xpos(*sign) == "POS") all.push_back({owner, *noun, "nmod:poss"});
}

/// "Countries including Chile and Peru imposed it": a finite verb that nothing joins to the noun that opens the sentence has it as its subject.
void mend_opening_subject(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  if (!tree.is_verb(verb)) return;
  const auto noun = tree.head(verb);
  const std::string_view tag = tree.xpos(verb);
  const bool finite = tag == "VBD" || tag == "VBZ" || tag == "VBP" || tree.child(verb, "aux");
  if (!noun || *noun > verb || tree.relation(verb) != "conj" || !finite || tree.head(*noun) || !tree.is_noun(*noun) ||
      tree.child(verb, "cc") || tree.child(verb, "nsubj") || tree.child(verb, "mark") || tree.child(*noun, "cop") ||
      tree.child(*noun, "nsubj") || tree.child(*noun, "case") || tree.word(tree.extent(verb).begin - 1) == ",")
    return;
  all.push_back({verb, verb, "root"});
  all.push_back({*noun, verb, tree.child(verb, "aux:pass") ? "nsubj:pass" : "nsubj"});
}

/// "Accused by two women of fraud": what somebody is accused of hangs on the accusing, and on nobody.
void mend_accused_of(const Tree& tree, const Classes& classes, TokenIndex deed, std::vector<Attachment>& all) {
  const auto doer = tree.head(deed);
  if (!doer || !tree.is(deed, "nmod") || !classes.holds("complement_preposition", tree.preposition(deed)) ||
      !tree.is(*doer, "obl") || !classes.holds("agent_marker", tree.preposition(*doer)))
    return;
  const auto verb = tree.head(*doer);
  if (verb && *verb < *doer && tree.is_passive(*verb) && tree.xpos(deed) == "NN" && !tree.child(deed, "det") &&
      classes.holds("accused_of", tree.lemma(*verb)))
    all.push_back({deed, *verb, "obl"});
}

/// "Sanctions on Acme, which sold arms to rebels, and Beta": a name behind a relative clause, a comma and "and" is joined to the name before the clause.
void mend_name_behind_clause(const Tree& tree, TokenIndex name, std::vector<Attachment>& all) {
  if (!tree.is(name, "conj") || tree.upos(name) != Upos::PROPN) return;
  const auto joint = tree.child(name, "cc");
  const auto inner = tree.head(name);
  if (!joint || *joint == 0 || !inner || tree.word(*joint - 1) != "," || *inner > *joint) return;
  for (const TokenIndex one : tree.children(*inner)) {
    if (one != name && tree.is(one, "conj")) return;  // a list of its own
  }
  auto clause = inner;
  for (int steps = 0; clause && steps < longest_path && !tree.is(*clause, "acl:relcl"); ++steps)
    clause = tree.head(*clause);
  if (!clause || *clause > *joint || !tree.is(*clause, "acl:relcl") || clause == inner) return;
  const auto first = tree.head(*clause);
  const TokenIndex begin = tree.extent(*clause).begin;
  const bool set_off = tree.word(begin) == "," || (begin > 0 && tree.word(begin - 1) == ",");
  if (first && *first < begin && set_off && tree.upos(*first) == Upos::PROPN && !tree.child(*first, "conj"))
    all.push_back({name, *first, "conj"});
}

/// "The army, which denied it, and the rebels met": the noun that opens the sentence, with an aside and without a verb, is the first subject.
void mend_first_subject(const Tree& tree, TokenIndex second, std::vector<Attachment>& all) {
  const auto verb = tree.head(second);
  const auto first = verb ? tree.head(*verb) : std::nullopt;
  if (!first || !tree.is(second, "nsubj") || tree.relation(*verb) != "conj" || tree.head(*first) ||
      !tree.is_verb(*verb) || !tree.is_noun(*first) || second > *verb || tree.child(*first, "cop") ||
      tree.child(*first, "nsubj") || tree.child(*first, "case"))
    return;
  const auto joint = tree.child(*verb, "cc");
  const auto aside = tree.child(*first, "acl") ? tree.child(*first, "acl") : tree.child(*first, "appos");
  if (!joint || *joint < *first || *joint + 1 != tree.extent(second).begin || tree.word(*joint - 1) != "," || !aside ||
      *aside < *first || *aside > *joint)
    return;
  for (const TokenIndex one : tree.children(*first)) {
    if (tree.is(one, "conj") && one != *verb) return;
  }
  all.push_back({*verb, *verb, "root"});
  all.push_back({*first, *verb, std::string(tree.relation(second))});
  join(tree, second, *first, joint, all);
}

/// "Rejected calls for the arrest of a man": what a noun asks for, right behind it as an object, hangs on the noun.
void mend_asked_for(const Tree& tree, const Classes& classes, TokenIndex asked, std::vector<Attachment>& all) {
  if (!tree.is(asked, "obl")) return;
  const auto verb = tree.head(asked);
  const auto joint = tree.child(asked, "case");
  if (!verb || !joint || *joint == 0 || asked < *verb || !classes.holds("asked_preposition", tree.preposition(asked)) ||
      classes.holds("container", tree.lemma(asked)))
    return;
  const TokenIndex noun = *joint - 1;
  if (noun > *verb && tree.head(noun) == verb && tree.is(noun, "obj") && tree.upos(noun) == Upos::NOUN &&
      classes.holds("asking_noun", tree.lemma(noun)))
    all.push_back({asked, noun, "nmod"});
}

/// "Misconduct by sitting president Ann Lee": how somebody holds an office is no clause, but tells of who stands behind it.
void mend_standing_title(const Tree& tree, const Classes& classes, TokenIndex standing, std::vector<Attachment>& all) {
  if (tree.xpos(standing) != "VBG" || !(tree.is(standing, "advcl") || tree.is(standing, "acl"))) return;
  const auto person = tree.child(standing, "obj");
  const auto marker = tree.child(standing, "mark");
  const auto verb = tree.head(standing);
  if (!person || !marker || !verb || *marker + 1 != standing || *marker == 0 ||
      tree.extent(*person).begin != standing + 1 || tree.child(*person, "det") ||
      !classes.holds("standing_participle", tree.lemma(standing)))
    return;
  const bool passive = tree.is_verb(*verb) && tree.is_passive(*verb) &&
                       classes.holds("agent_marker", tree.lemma(*marker)) && !tree.is_noun(*marker - 1);
  const TokenIndex above = !passive && tree.is_noun(*marker - 1) ? *marker - 1 : *verb;
  all.push_back({*person, above, passive ? "obl:agent" : tree.is_verb(above) ? "obl" : "nmod"});
  all.push_back({standing, *person, "amod"});
  all.push_back({*marker, *person, "case"});
}

/// "A call between Reed and then newly elected president Orlov": before a name a participle without a subject tells of him, and he is the second party.
void mend_party_behind_participle(const Tree& tree, const Classes& classes, TokenIndex participle,
                                  std::vector<Attachment>& all) {
  const auto second = tree.child(participle, "obj");
  const auto joint = tree.child(participle, "cc");
  if (!second || !joint || *joint == 0 || !tree.is(participle, "conj") || tree.xpos(participle) != "VBN" ||
      tree.child(participle, "nsubj") || tree.child(participle, "aux") || !tree.in_person(*second) ||
      tree.extent(*second).begin != participle + 1)
    return;
  for (TokenIndex one = *joint + 1; one < participle; ++one) {
    if (tree.upos(one) != Upos::ADV && tree.upos(one) != Upos::ADJ && tree.upos(one) != Upos::PUNCT) return;
  }
  for (TokenIndex first = *joint; first-- > 0 && first + longest_path > *joint;) {
    const auto noun = tree.head(first);
    if (!noun || tree.extent(first).end != *joint || lone_party(tree, classes, *noun) != first) continue;
    all.push_back({participle, *second, "amod"});
    return join(tree, *second, first, joint, all);
  }
}

/// "Told to stay indoors and shops and bars were closed": what nothing but "and" joins to another kind of thing is the first of the two subjects behind it.
void mend_first_of_two_subjects(const Tree& tree, TokenIndex second, std::vector<Attachment>& all) {
  const auto verb = tree.head(second);
  if (!verb || second > *verb || !tree.is(second, "nsubj") || !tree.is(*verb, "conj") || tree.xpos(second) != "NNS")
    return;
  const auto own = joint_before(tree, second);
  const TokenIndex joint = own ? *own : std::max<TokenIndex>(tree.extent(second).begin, 1) - 1;
  if (joint == 0 || tree.upos(joint) != Upos::CCONJ) return;
  const TokenIndex first = joint - 1;
  const auto before = tree.head(first);
  const auto opening = tree.child(first, "cc");
  const bool bare = tree.extent(first).end == joint && opening && *opening + 1 == first;
  if (!before || !bare || *before > first || !tree.is(first, "conj") || tree.xpos(first) != tree.xpos(second)) return;
  if (tree.is_verb(*before) || (tree.is_noun(*before) && !tree.child(*before, "det"))) return;  // "sold cars and vans"
  all.push_back({first, *verb, std::string(tree.relation(second))});
  all.push_back({*opening, *verb, "cc"});
  join(tree, second, first, joint, all);
}

}  // namespace

void mend_pairs(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all) {
  mend_second_party(tree, classes, token, all);
  mend_party_behind_aside(tree, classes, token, all);
  mend_party_as_subject(tree, classes, token, all);
  mend_shared_owner(tree, classes, token, all);
  mend_name_behind_clause(tree, token, all);
  mend_first_subject(tree, token, all);
  mend_joined_owner(tree, token, all);
  mend_opening_subject(tree, token, all);
  mend_accused_of(tree, classes, token, all);
  mend_asked_for(tree, classes, token, all);
  mend_standing_title(tree, classes, token, all);
  mend_party_behind_participle(tree, classes, token, all);
  mend_first_of_two_subjects(tree, token, all);
}

}  // namespace dateline
