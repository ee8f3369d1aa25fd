// What the parser hung farther off than it stands: clauses behind a name, who did what a noun tells, titles joined to a title.
#include <algorithm>

#include "extract/event/mend.hpp"

namespace dateline {
namespace {

/// "And Chad would send": whether a clause has a verb that is finite, and nothing that it tells of.
bool wants_subject(const Tree& tree, TokenIndex verb) {
  const std::string_view tag = tree.xpos(verb);
  return tree.is_verb(verb) && (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tree.child(verb, "aux")) &&
         !tree.child(verb, "nsubj") && !tree.child(verb, "csubj") && !tree.child(verb, "expl") &&
         !tree.child(verb, "cc") && !tree.child(verb, "mark");
}

/// "Had beaten Mali and Chad would send troops": the last that "and" joins, right before a finite verb that nothing joins, is its subject.
void mend_subject_read_as_object(const Tree& tree, TokenIndex noun, std::vector<Attachment>& all) {
  const auto listed = tree.head(noun);
  if (!listed || *listed > noun || !tree.is(noun, "conj") || !tree.child(noun, "cc") || !tree.is_noun(noun) ||
      !tree.is_noun(*listed) || tree.is(*listed, "nsubj"))
    return;
  std::optional<TokenIndex> above = listed;
  for (int steps = 0; above && !tree.is_verb(*above) && steps < longest_path; ++steps) above = tree.head(*above);
  if (!above || *above > noun) return;
  for (const TokenIndex verb : tree.children(*above)) {
    if (verb < noun || !tree.is(verb, "conj") || !wants_subject(tree, verb) ||
        tree.extent(noun).end != tree.extent(verb).begin || tree.upos(tree.extent(verb).begin) == Upos::PUNCT)
      continue;
    return all.push_back({noun, verb, tree.child(verb, "aux:pass") ? "nsubj:pass" : "nsubj"});
  }
}

/// "The brother of Ann Lee, who was killed in May": behind the name of a person and a comma, "who" is that one, and not who belongs to her.
void mend_who_of_person(const Tree& tree, const Classes& classes, TokenIndex pronoun, std::vector<Attachment>& all) {
  const auto verb = tree.head(pronoun);
  const auto kin = verb ? tree.head(*verb) : std::nullopt;
  if (!kin || *kin > pronoun || pronoun == 0 || tree.word(pronoun - 1) != "," ||
      !classes.holds("personal_relative", tree.lemma(pronoun)) || !tree.is(*verb, "acl:relcl") ||
      !classes.holds("person_related", tree.lemma(*kin)) || classes.holds("saying_verb", tree.lemma(*verb)))
    return;
  for (const TokenIndex name : tree.children(*kin)) {
    if (name > *kin && tree.is(name, "nmod") && tree.extent(name).end == pronoun - 1 && names_person(tree, name))
      return all.push_back({*verb, name, "acl:relcl"});
  }
}

/// "A path similar to that", "similar towns to Typhoon Olga, which killed ten": what something is compared with is told of, not what is compared.
void mend_which_of_compared(const Tree& tree, const Classes& classes, TokenIndex pronoun,
                            std::vector<Attachment>& all) {
  const auto verb = tree.head(pronoun);
  const auto compared = verb ? tree.head(*verb) : std::nullopt;
  if (!compared || *compared > pronoun || pronoun == 0 || tree.word(pronoun - 1) != "," ||
      !classes.holds("thing_pronoun", tree.lemma(pronoun)) || !tree.is(*verb, "acl:relcl"))
    return;
  const auto parts = tree.children(*compared);
  const bool likens = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return tree.is(one, "amod") && classes.holds("likening_adjective", tree.lemma(one));
  });
  for (const TokenIndex name : parts) {
    if (likens && name > *compared && tree.is(name, "nmod") && tree.upos(name) == Upos::PROPN &&
        tree.extent(name).end == pronoun - 1)
      return all.push_back({*verb, name, "acl:relcl"});
  }
}

/// "Condemned the seizure of Crimea by Putin": nobody condemns by somebody; who is named there did what the object tells.
void mend_doer_of_object(const Tree& tree, const Classes& classes, TokenIndex doer, std::vector<Attachment>& all) {
  if ((!tree.is(doer, "obl") && !tree.is(doer, "nmod")) || !classes.holds("agent_marker", tree.preposition(doer)) ||
      (tree.upos(doer) != Upos::PROPN && !classes.holds("office", tree.lemma(doer))))
    return;
  std::optional<TokenIndex> verb = tree.head(doer);
  for (int steps = 0; verb && !tree.is_verb(*verb) && steps < longest_path; ++steps) {
    if (!tree.is(*verb, "obl") && !tree.is(*verb, "nmod")) return;
    verb = tree.head(*verb);
  }
  if (!verb || *verb > doer || tree.is_passive(*verb)) return;
  const auto object = tree.child(*verb, "obj");
  if (!object || tree.upos(*object) != Upos::NOUN || *object > doer || tree.head(doer) == object) return;
  const auto parts = tree.children(*object);
  const bool done_to = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one > *object && tree.is(one, "nmod") && classes.holds("complement_preposition", tree.preposition(one));
  });
  const bool somebody = names_person(tree, doer) || tree.in_body(doer) || classes.holds("office", tree.lemma(doer));
  if (done_to && somebody) all.push_back({doer, *object, "nmod"});
}

/// "By the Mayor of the City of Lima Ana Ruiz": who stands behind an office and where it is holds it.
void mend_holder_with_place(const Tree& tree, const Classes& classes, TokenIndex name, std::vector<Attachment>& all) {
  const auto office = tree.head(name);
  if (!office || *office > name || !tree.is(name, "nmod") || !names_person(tree, name) ||
      !classes.holds("office", tree.lemma(*office)) || tree.xpos(*office).ends_with('S') || name == 0)
    return;
  const TokenIndex place = name - 1;
  const auto joint = tree.child(place, "case");
  if (tree.head(place) != name || !tree.is(place, "nmod:desc") || !tree.in_body(place) || !joint) return;
  all.push_back({name, *office, "appos"});
  all.push_back({place, *office, "nmod"});
}

/// "Ann Lee, a chemist and Marlow Professor at Yale": a second title behind a name's first one is joined to that, and is nobody else.
void mend_second_title(const Tree& tree, const Classes& classes, TokenIndex title, std::vector<Attachment>& all) {
  const auto name = tree.head(title);
  if (!name || *name > title || !tree.is(title, "conj") || !names_person(tree, *name) || tree.in_person(title) ||
      tree.child(title, "det") || tree.child(title, "nmod:poss") || tree.child(title, "nummod") ||
      tree.child(title, "flat") || tree.child(title, "appos") || !classes.holds("office", tree.lemma(title)))
    return;
  for (const TokenIndex first : tree.children(*name)) {
    if (first > *name && first < title && tree.is(first, "appos") && tree.upos(first) == Upos::NOUN)
      return all.push_back({title, first, "conj"});
  }
}

/// "Called for her removal after reports she took bribes": the clause right behind what is reported says what that is.
void mend_reported_clause(const Tree& tree, const Classes& classes, TokenIndex report, std::vector<Attachment>& all) {
  const auto verb = tree.head(report);
  if (!verb || *verb > report || !tree.is(report, "obl") || !classes.holds("reported_noun", tree.lemma(report)) ||
      (classes.holds("saying_verb", tree.lemma(*verb)) && !classes.holds("preposition_control", tree.lemma(*verb))))
    return;
  for (const TokenIndex clause : tree.children(*verb)) {
    if (clause > report && tree.is(clause, "ccomp") && tree.child(clause, "nsubj") &&
        tree.extent(clause).begin == tree.extent(report).end && tree.upos(tree.extent(clause).begin) != Upos::PUNCT)
      return all.push_back({clause, report, "acl"});
  }
}

/// "According to the mayor, Ann Lee, police were searching": a name behind the office of the source is no first subject.
void mend_named_source(const Tree& tree, const Classes& classes, TokenIndex name, std::vector<Attachment>& all) {
  const auto verb = tree.head(name);
  if (!verb || *verb < name || !tree.is(name, "nsubj") || !names_person(tree, name)) return;
  bool other = false;
  std::optional<TokenIndex> source;
  for (const TokenIndex one : tree.children(*verb)) {
    other |= one > name && one < *verb && tree.is(one, "nsubj");
    if (one < name && tree.is(one, "obl") && classes.holds("source_preposition", tree.preposition(one)) &&
        tree.extent(one).end + 1 >= tree.extent(name).begin)
      source = one;
  }
  if (other && source) all.push_back({name, *source, "appos"});
}

/// "The envoy to the Council of Europe, Ana Ruiz, spoke": a person named between commas is who the office before it says, not the council.
void mend_name_of_office(const Tree& tree, const Classes& classes, TokenIndex name, std::vector<Attachment>& all) {
  if (!tree.is(name, "appos") || !names_person(tree, name)) return;
  const auto body = tree.head(name);
  const TokenIndex begin = tree.extent(name).begin, end = tree.extent(name).end;
  const bool set_off = tree.word(begin) == "," || (begin > 0 && tree.word(begin - 1) == ",");
  const bool closed = end < tree.size() && tree.word(end) == ",";
  if (!body || *body > name || !set_off || !closed) return;
  auto inner = body;
  for (int steps = 0; inner && tree.is(*inner, "nmod") && steps < longest_path; ++steps) {
    if (names_person(tree, *inner) || classes.holds("people", tree.lemma(*inner))) return;
    inner = tree.head(*inner);
  }
  const bool office = inner && inner != body && *inner < *body && tree.xpos(*inner) == "NN" &&
                      (classes.holds("people", tree.lemma(*inner)) || classes.holds("office", tree.lemma(*inner)));
  if (office && !tree.child(*inner, "appos")) all.push_back({name, *inner, "appos"});
}

/// "He is said to have robbed a bank and fled": the second participle is said of him too, for what is said now is no deed of his.
void mend_second_perfect(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  const std::string_view tag = tree.xpos(verb);
  if (!tree.is(verb, "conj") || (tag != "VBD" && tag != "VBN")) return;
  const auto said = tree.head(verb);
  if (!said || *said > verb || !tree.is_passive(*said) || tree.child(verb, "nsubj") || tree.child(verb, "aux")) return;
  const auto deed = tree.child(*said, "xcomp");
  if (deed && *deed > *said && *deed < verb && tree.is_infinitive(*deed) && tree.is_modal_perfect(*deed))
    all.push_back({verb, *deed, "conj"});
}

/// "Ruled on the same day as the other court": what is likened hangs on the noun before it, and says nothing of the ruling.
void mend_likened(const Tree& tree, const Classes& classes, TokenIndex likened, std::vector<Attachment>& all) {
  const auto verb = tree.head(likened);
  const auto joint = tree.child(likened, "case");
  if (!verb || !joint || *joint == 0 || !tree.is(likened, "obl") || likened < *verb ||
      !classes.holds("likening_preposition", tree.lemma(*joint)))
    return;
  const TokenIndex noun = *joint - 1;
  const auto adjective = tree.child(noun, "amod");
  if (noun > *verb && tree.head(noun) == verb && adjective && classes.holds("same_word", tree.lemma(*adjective)))
    all.push_back({likened, noun, "nmod"});
}

}  // namespace

void mend_nearest(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all) {
  mend_likened(tree, classes, token, all);
  mend_subject_read_as_object(tree, token, all);
  mend_who_of_person(tree, classes, token, all);
  mend_which_of_compared(tree, classes, token, all);
  mend_doer_of_object(tree, classes, token, all);
  mend_holder_with_place(tree, classes, token, all);
  mend_second_title(tree, classes, token, all);
  mend_reported_clause(tree, classes, token, all);
  mend_named_source(tree, classes, token, all);
  mend_name_of_office(tree, classes, token, all);
  mend_second_perfect(tree, token, all);
}

}  // namespace dateline
