// Titles and bodies that the parser left beside the name they belong to, and subjects that stand behind an opening phrase or before an aside.
#include <algorithm>

#include "extract/event/mend.hpp"

namespace dateline {
namespace {

bool has_finite_form(const Tree& tree, TokenIndex verb) {
  const std::string_view tag = tree.xpos(verb);
  return tree.is_verb(verb) && (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tree.child(verb, "aux"));
}

/// A past tense with an object that the tagger took for a participle.
bool is_lost_past(const Tree& tree, TokenIndex verb) {
  return tree.is_verb(verb) && tree.xpos(verb) == "VBN" && tree.child(verb, "obj") && !tree.child(verb, "aux") &&
         !tree.is(verb, "acl");
}

bool lacks_any_subject(const Tree& tree, TokenIndex verb) {
  return !tree.child(verb, "nsubj") && !tree.child(verb, "csubj") && !tree.child(verb, "expl");
}

/// The phrase of the same word and the same kind that ends right before this one.
std::optional<TokenIndex> twin_before(const Tree& tree, TokenIndex phrase) {
  const auto above = tree.head(phrase);
  const TokenIndex begin = tree.extent(phrase).begin;
  if (!above || begin == 0 || tree.child(phrase, "case")) return std::nullopt;
  for (const TokenIndex one : tree.children(*above)) {
    if (one < begin && tree.relation(one) == tree.relation(phrase) && tree.extent(one).end == begin) return one;
  }
  return std::nullopt;
}

void take_preposition(const Tree& tree, TokenIndex from, TokenIndex to, std::vector<Attachment>& all) {
  for (const TokenIndex one : tree.children(from)) {
    if (tree.is(one, "case") && one < from) all.push_back({one, to, "case"});
  }
}

/// "Jailed Utah man Karl Benton", "by Navy Captain General Luis Ruiz": of two phrases side by side the first says what the named one is.
void mend_title_beside(const Tree& tree, TokenIndex name, std::vector<Attachment>& all) {
  if (!tree.in_person(name) || tree.upos(name) != Upos::PROPN) return;
  if (!tree.is(name, "obj") && !tree.is(name, "obl") && !tree.is(name, "nmod")) return;
  const auto title = twin_before(tree, name);
  if (!title || *title + 1 != tree.extent(name).begin || !tree.is_noun(*title) || tree.in_person(*title) ||
      !(tree.xpos(*title) == "NN" || tree.xpos(*title) == "NNP"))
    return;
  // "called the storm Ann": somebody or something is given a name; "Storm Ann" is one name
  if (tree.upos(*title) == Upos::PROPN ? *title + 1 == name : tree.child(*title, "det") && tree.is(name, "obj")) return;
  all.push_back({*title, name, "nmod:desc"});
  take_preposition(tree, *title, name, all);
}

/// "My friend, partner and former governor": the first of the titles that are joined without an article; the others are hung on the name behind them.
TokenIndex titles_before(const Tree& tree, TokenIndex office, TokenIndex name, std::vector<Attachment>& all) {
  const auto first = tree.is(office, "conj") ? tree.head(office) : std::nullopt;
  if (!first || tree.xpos(*first) != "NN" || !tree.child(*first, "nmod:poss")) return office;
  const std::vector<TokenIndex> joined = tree.conjuncts(*first);
  const bool bare = std::all_of(joined.begin() + 1, joined.end(), [&](TokenIndex one) {
    return !tree.child(one, "det") && !tree.child(one, "nmod:poss") && !tree.xpos(one).ends_with('S');
  });
  if (!bare || joined.back() != office) return office;
  for (const TokenIndex one : joined) {
    if (one != *first) all.push_back({one, name, "nmod:desc"});
  }
  return *first;
}

/// "The former governor of Utah banker Tom Reed": who is named behind an office, where it is and a bare title holds both; the place has no such title.
void mend_holder_of_both(const Tree& tree, const Classes& classes, TokenIndex name, std::vector<Attachment>& all) {
  if (name < 3 || !tree.is(name, "appos") || !tree.in_person(name)) return;
  const TokenIndex title = name - 1, place = name - 2;
  const auto office = tree.head(title);
  if (tree.head(name) != title || tree.xpos(title) != "NN" || tree.child(title, "det") || !office || *office > place ||
      !tree.is(title, "nmod") || tree.head(place) != title || tree.upos(place) != Upos::PROPN || !tree.in_body(place) ||
      !classes.holds("office", tree.lemma(*office)) || tree.xpos(*office).ends_with('S') ||
      !classes.holds("complement_preposition", tree.preposition(title)))
    return;
  all.push_back({place, *office, "nmod"});
  all.push_back({title, name, "nmod:desc"});
  const TokenIndex first = titles_before(tree, *office, name, all);
  all.push_back({name, first, "appos"});
  take_preposition(tree, title, place, all);
}

/// "Typhoon Olga struck", read as two subjects: the words of one name. A title before the name of somebody is no part of it.
void mend_name_in_two(const Tree& tree, const Classes& classes, TokenIndex second, std::vector<Attachment>& all) {
  if (second == 0 || tree.upos(second) != Upos::PROPN || tree.upos(second - 1) != Upos::PROPN) return;
  if (tree.relation(second) != "nsubj" && tree.relation(second) != "obj") return;
  const auto first = twin_before(tree, second);
  if (!first || *first + 1 != second) return;
  const bool person = tree.in_person(*first) || tree.in_person(second);
  if (person ? classes.holds("storm", tree.lemma(*first)) : tree.in_body(*first) == tree.in_body(second))
    all.push_back({second, *first, "flat"});
}

/// "Accused spy Ann Lee left": a participle that opens the sentence before a bare noun and a name says what is held against the one named.
void mend_participle_before_title(const Tree& tree, TokenIndex participle, std::vector<Attachment>& all) {
  const auto verb = tree.head(participle);
  const std::string_view tag = tree.xpos(participle);
  if (!verb || *verb < participle || !tree.is(participle, "advcl") || (tag != "VBN" && tag != "VBD") ||
      (participle > 0 && tree.sentence(participle - 1) == tree.sentence(participle) &&
       tree.upos(participle - 1) != Upos::PUNCT))
    return;
  const auto title = tree.child(participle, "obj");
  if (!title || tree.xpos(*title) != "NN" || tree.child(*title, "det") || tree.child(*title, "nmod:poss")) return;
  const TokenIndex name = *title + 1;
  if (name >= *verb || tree.head(name) != verb || !tree.is(name, "nsubj") || tree.upos(name) != Upos::PROPN) return;
  all.push_back({participle, *title, "amod"});
  all.push_back({*title, name, "nmod:desc"});
}

/// "From the Board of Trade (BOT) chief Ann Lee": the body before a bare office that a name follows says which one it is.
void mend_body_before_office(const Tree& tree, const Classes& classes, TokenIndex office,
                             std::vector<Attachment>& all) {
  const auto name = tree.child(office, "appos");
  if (tree.xpos(office) != "NN" || !classes.holds("office", tree.lemma(office)) || !name || *name != office + 1) return;
  const auto body = twin_before(tree, office);
  if (!body || tree.upos(*body) != Upos::PROPN || !tree.in_body(*body)) return;
  all.push_back({*body, office, "compound"});
  take_preposition(tree, *body, office, all);
  for (const TokenIndex one : tree.children(*name)) {  // "chief Ann Lee, Tom Reed, and others"
    if (one > *name && tree.is(one, "conj")) all.push_back({one, office, "conj"});
  }
}

/// "On Monday in Lima, Ana Ruiz, the mayor, resigned": behind a place inside of an opening phrase and a comma stands the subject that the verb lacks.
void mend_subject_behind_opening(const Tree& tree, TokenIndex name, std::vector<Attachment>& all) {
  if (tree.upos(name) != Upos::PROPN || !tree.is(name, "conj") || tree.child(name, "cc")) return;
  const auto place = tree.head(name);
  const auto opening = place ? tree.head(*place) : std::nullopt;
  const auto verb = opening ? tree.head(*opening) : std::nullopt;
  if (!verb || *place > name || !tree.is(*place, "nmod") || *opening > *place || !tree.is(*opening, "obl") ||
      *verb < name || !has_finite_form(tree, *verb) || !lacks_any_subject(tree, *verb))
    return;
  if (!tree.begins_behind_comma(name)) return;
  // "in a village in Nevada, United States, two cars collided"
  if (tree.in_body(*place) && tree.in_body(name) && tree.ends_before_comma(name)) return;
  all.push_back({name, *verb, tree.child(*verb, "aux:pass") ? "nsubj:pass" : "nsubj"});
}

/// "As the storm hit Peru, Ann Lee, the mayor, closed the schools": behind an opening clause and a comma stands the subject that the verb lacks, and
/// what is said of it.
void mend_subject_behind_clause(const Tree& tree, TokenIndex name, std::vector<Attachment>& all) {
  if (tree.upos(name) != Upos::PROPN || !(tree.is(name, "appos") || tree.is(name, "conj")) || tree.child(name, "cc"))
    return;
  const auto noun = tree.head(name);
  if (!noun || *noun > name || !tree.begins_behind_comma(name)) return;
  const auto clause = tree.is(*noun, "advcl") ? noun : tree.head(*noun);
  const auto verb = clause ? tree.head(*clause) : std::nullopt;
  const bool fronted = verb && tree.is(*clause, "advcl") && *clause<name&& * verb> name && tree.child(*clause, "mark");
  if (!fronted || !(has_finite_form(tree, *verb) || is_lost_past(tree, *verb)) || !lacks_any_subject(tree, *verb))
    return;
  all.push_back({name, *verb, tree.child(*verb, "aux:pass") ? "nsubj:pass" : "nsubj"});
  for (const TokenIndex one : tree.children(*noun)) {
    if (one > name && (tree.is(one, "appos") || tree.is(one, "acl") || tree.is(one, "conj")))
      all.push_back(
          {one, name, tree.is(one, "conj") && !tree.child(one, "cc") ? "appos" : std::string(tree.relation(one))});
  }
}

/// "Said Day \"founded a school\"": a name between a verb of saying and the quotation is the subject that the quoted clause lacks.
void mend_subject_before_quotation(const Tree& tree, const Classes& classes, TokenIndex clause,
                                   std::vector<Attachment>& all) {
  const auto verb = tree.head(clause);
  const bool told = verb && *verb + 2 < clause && tree.is(clause, "ccomp") &&
                    classes.holds("unaddressed_verb", tree.lemma(*verb)) && lacks_any_subject(tree, clause) &&
                    (has_finite_form(tree, clause) || is_lost_past(tree, clause));
  const std::string_view mark = told ? tree.xpos(clause - 1) : "";
  if ((mark != "``" && mark != "''" && mark != "\"") || tree.upos(clause - 2) != Upos::PROPN) return;
  const TokenIndex name = clause - 2;
  const auto above = tree.head(name);
  const bool apart = above == verb ? tree.is(name, "obj") || tree.is(name, "iobj")
                                   : above == clause && tree.relation(name) == "obl:unmarked";
  if (apart) all.push_back({name, clause, tree.child(clause, "aux:pass") ? "nsubj:pass" : "nsubj"});
}

/// "Reed said the boy was shot, and was in a coma": who is ill is not who says so, but who was hurt.
void mend_patient_state(const Tree& tree, const Classes& classes, TokenIndex state, std::vector<Attachment>& all) {
  const auto verb = tree.head(state);
  if (!verb || *verb > state || !tree.is(state, "conj") || !tree.child(state, "cop") || !tree.child(state, "case") ||
      !lacks_any_subject(tree, state) || !classes.holds("patient_state", tree.lemma(state)) ||
      !classes.holds("saying_verb", tree.lemma(*verb)))
    return;
  const auto clause = tree.child(*verb, "ccomp");
  if (clause && *clause < state && tree.child(*clause, "nsubj")) all.push_back({state, *clause, "conj"});
}

/// "A trial is under way in Peru in which six are charged": what "which" stands for is the trial, not where it is.
void mend_trial_in_which(const Tree& tree, const Classes& classes, TokenIndex clause, std::vector<Attachment>& all) {
  if (!tree.is(clause, "acl:relcl") || !classes.holds("charging_verb", tree.lemma(clause))) return;
  const auto place = tree.head(clause);
  const auto predicate = place ? tree.head(*place) : std::nullopt;
  const auto pronoun = tree.child(clause, "obl");
  if (!predicate || *place > clause || tree.upos(*place) != Upos::PROPN || !tree.is(*place, "obl") || !pronoun ||
      tree.xpos(*pronoun) != "WDT")
    return;
  const auto trial = tree.child(*predicate, "nsubj");
  if (trial && *trial < *place && classes.holds("court_case", tree.lemma(*trial)))
    all.push_back({clause, *predicate, "advcl:relcl"});
}

/// "Killed four girls in a van and two drivers": a number of others is joined to the number before it, not to where those were.
void mend_counted_in_list(const Tree& tree, const Classes& classes, TokenIndex others, std::vector<Attachment>& all) {
  if (!tree.is(others, "conj") || !tree.child(others, "nummod") || !tree.child(others, "cc")) return;
  const auto place = tree.head(others);
  const auto above = place ? tree.head(*place) : std::nullopt;
  if (!above || *place > others || tree.xpos(*place) != "NN" || tree.child(*place, "nummod") ||
      !(tree.is(*place, "obl") || tree.is(*place, "nmod")) ||
      !classes.holds("place_preposition", tree.preposition(*place)))
    return;
  const auto first = tree.is_verb(*above) ? tree.child(*above, "obj") : above;
  const Lemma& lemma = tree.lemma(others);
  if (!first || *first > *place || !tree.child(*first, "nummod") || tree.xpos(*first) != "NNS" ||
      tree.extent(*first).end > tree.extent(*place).end || classes.holds("vehicle", lemma) ||
      classes.holds("structure", lemma) || classes.holds("premises", lemma))
    return;
  all.push_back({others, *first, "conj"});
}

/// "In 1990, Lee, Ruiz and Reed, who was a singer, formed a band": behind an aside on the noun that opens the sentence, a finite verb that nothing
/// joins has that noun as its subject.
void mend_subject_before_aside(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  if (!tree.is(verb, "conj") || !(has_finite_form(tree, verb) || is_lost_past(tree, verb))) return;
  const auto noun = tree.head(verb);
  const TokenIndex begin = tree.extent(verb).begin;
  if (!noun || *noun > verb || tree.head(*noun) || !tree.is_noun(*noun) || tree.child(verb, "cc") ||
      tree.child(verb, "mark") || !lacks_any_subject(tree, verb) || tree.child(*noun, "cop") ||
      tree.child(*noun, "nsubj") || tree.child(*noun, "case"))
    return;
  if (begin == 0 || !tree.begins_behind_comma(verb)) return;
  const TokenIndex comma = tree.word(begin) == "," ? begin : begin - 1;
  const auto parts = tree.children(*noun);
  const bool aside = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return (tree.is(one, "acl:relcl") || tree.is(one, "appos")) && tree.extent(one).end == comma;
  });
  if (!aside) return;
  all.push_back({verb, verb, "root"});
  all.push_back({*noun, verb, tree.child(verb, "aux:pass") ? "nsubj:pass" : "nsubj"});
  for (const TokenIndex one : parts) {  // "in 1990" is when it was formed
    const bool opens = one < *noun && tree.is(one, "nmod") && !tree.is(one, "nmod:poss") && tree.child(one, "case");
    if (opens) all.push_back({one, verb, "obl"});
  }
}

}  // namespace

void mend_beside(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all) {
  mend_title_beside(tree, token, all);
  mend_holder_of_both(tree, classes, token, all);
  mend_name_in_two(tree, classes, token, all);
  mend_body_before_office(tree, classes, token, all);
  mend_subject_behind_opening(tree, token, all);
  mend_subject_behind_clause(tree, token, all);
  mend_counted_in_list(tree, classes, token, all);
  mend_subject_before_quotation(tree, classes, token, all);
  mend_trial_in_which(tree, classes, token, all);
  mend_patient_state(tree, classes, token, all);
  mend_subject_before_aside(tree, token, all);
  mend_participle_before_title(tree, token, all);
}

}  // namespace dateline
