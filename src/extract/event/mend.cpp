#include "extract/event/mend.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// The first verb above a token.
std::optional<TokenIndex> verb_above(const Tree& tree, TokenIndex token) {
  std::optional<TokenIndex> at = tree.head(token);
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (tree.is_verb(*at)) return at;
  }
  return std::nullopt;
}

bool has_content_marker(const Tree& tree, const Classes& classes, TokenIndex clause) {
  return classes.holds("content_marker", tree.marker(clause));
}

/// The noun that "there is" introduces before an infinitive: "there were no plans to meet".
std::optional<TokenIndex> introduced(const Tree& tree, TokenIndex infinitive, TokenIndex verb) {
  if (!tree.child(verb, "expl")) return std::nullopt;
  for (const TokenIndex one : tree.children(verb)) {
    if (tree.is(one, "nsubj") && one < infinitive && tree.upos(one) == Upos::NOUN) return one;
  }
  return std::nullopt;
}

/// "Allowed inspectors to enter", "aims to open": the infinitive that a verb asks for, read as a purpose or as a modifier of the object.
std::optional<Attachment> mend_infinitive(const Tree& tree, const Classes& classes, TokenIndex clause,
                                          TokenIndex above) {
  if (!tree.is_infinitive(clause) || clause < above || classes.holds("question_infinitive", tree.marker(clause)))
    return std::nullopt;  // "vote on whether to summon him"
  std::optional<TokenIndex> verb;
  const auto particle = tree.child(above, "advmod") ? tree.child(above, "advmod") : tree.child(above, "compound:prt");
  if (tree.is(clause, "advcl") && particle && *particle + 2 == clause &&
      classes.holds("going_verb", tree.lemma(above)) && classes.holds("going_particle", tree.lemma(*particle)))
    return Attachment{clause, above, "xcomp"};  // "went on to start"
  if (tree.is(clause, "advcl")) verb = above;
  if (tree.is(clause, "acl") && tree.is(above, "obj")) verb = tree.head(above);
  if (verb && tree.is(clause, "acl") && classes.holds("using_verb", tree.lemma(*verb)))
    return Attachment{clause, *verb, "advcl"};  // "used a decree to close it"
  // "tried, but were unable, to reach them"
  if (tree.is(clause, "advcl") && classes.holds("infinitive_adjective", tree.lemma(above)))
    return Attachment{clause, above, "xcomp"};
  const bool asks = verb && (classes.holds("infinitive_verb", tree.lemma(*verb)) || goes_on(tree, classes, *verb));
  if (!asks || !tree.is_verb(*verb) || tree.child(*verb, "xcomp") || tree.child(*verb, "ccomp")) return std::nullopt;
  // "announced a deal to close two plants", but "expects the deal to close"
  if (tree.is(clause, "acl") && classes.holds("content_noun", tree.lemma(above)) &&
      !classes.holds("raising_verb", tree.lemma(*verb)))
    return std::nullopt;
  return Attachment{clause, *verb, "xcomp"};
}

/// "It was reported on Monday two men had fled", read as two clauses side by side: no comma parts them.
bool is_reported_beside(const Tree& tree, const Classes& classes, TokenIndex clause, TokenIndex above) {
  if (!tree.is(clause, "parataxis") || above > clause || !tree.is_verb(clause) || !tree.child(above, "nsubj:pass") ||
      !classes.holds("reporting_verb", tree.lemma(above)) || tree.child(above, "ccomp"))
    return false;
  const TokenIndex begin = static_cast<TokenIndex>(tree.extent(clause).begin);
  for (TokenIndex one = above; one < begin; ++one) {
    if (tree.upos(one) == Upos::PUNCT) return false;
  }
  return begin > above;
}

std::optional<Attachment> mend(const Tree& tree, const Classes& classes, const std::vector<bool>& in_time,
                               TokenIndex clause) {
  const auto above = tree.head(clause);
  if (!above) return std::nullopt;
  if (tree.is(clause, "acl") && in_time[*above]) {
    const bool gerund =
        tree.xpos(clause) == "VBG" && tree.child(clause, "mark");  // "accused him last week of stealing"
    if (const auto verb = verb_above(tree, *above)) return Attachment{clause, *verb, gerund ? "advcl" : "ccomp"};
  }
  if (tree.is(clause, "conj") && tree.is_verb(clause) && in_time[*above] &&
      *above < clause) {  // "began in May and ended"
    if (const auto verb = verb_above(tree, *above)) return Attachment{clause, *verb, "conj"};
  }
  if (auto asked = mend_infinitive(tree, classes, clause, *above)) return asked;
  if (is_reported_beside(tree, classes, clause, *above)) return Attachment{clause, *above, "ccomp"};
  if (!tree.is(clause, "advcl")) return std::nullopt;
  if (has_content_marker(tree, classes, clause) && tree.is_verb(*above)) return Attachment{clause, *above, "ccomp"};
  // "will vote on whether to summon him"
  if (*above < clause && tree.is_verb(*above) && classes.holds("question_marker", tree.marker(clause)))
    return Attachment{clause, *above, "ccomp"};
  if (tree.is_infinitive(clause)) {
    if (const auto noun = introduced(tree, clause, *above)) return Attachment{clause, *noun, "acl"};
  }
  return std::nullopt;
}

/// "The FTSE 100 rose 37 points", "the S&P 500 fell": a number right before a verb that was hung on it as on a noun.
std::optional<TokenIndex> mistaken_number(const Tree& tree, TokenIndex verb) {
  if (verb == 0 || !tree.is(verb - 1, "nummod") || tree.head(verb - 1) != verb) return std::nullopt;
  return verb - 1;
}

/// What was hung so on a verb that has no subject is its subject.
void mend_numbered_subject(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  if (!tree.is_verb(verb) || tree.xpos(verb) == "VBG" || tree.child(verb, "nsubj") || tree.is(verb, "amod")) return;
  if (const auto subject = mistaken_number(tree, verb)) all.push_back({*subject, verb, "nsubj"});
}

/// "The court upheld Boeing's protest" read as one noun phrase: no modifier stands before a determiner or a possessor, so it is the verb.
void mend_swallowed_verb(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  const auto noun = tree.head(verb);
  if (!noun || !tree.is(verb, "amod") || *noun < verb || !tree.is_verb(verb)) return;
  std::optional<TokenIndex> subject;
  const auto measure = tree.child(*noun, "nummod");  // "rose 37 points"
  if (measure && *measure > verb) subject = mistaken_number(tree, verb);
  bool verbal = subject.has_value();
  if (!verbal && tree.xpos(verb) != "VBD" && tree.xpos(verb) != "VBN") return;
  for (const TokenIndex one : tree.children(*noun)) {
    verbal |= one > verb && one < *noun && (tree.is(one, "det") || tree.is(one, "nmod:poss"));
    const bool nominal = tree.is(one, "compound") || tree.is(one, "nsubj") || tree.is(one, "nmod");
    if (one < verb && nominal && tree.is_noun(one)) subject = one;
  }
  verbal = verbal || (subject && !tree.head(*noun) && lacks_finite_verb(tree, verb));  // "Shares posted gains."
  if (!verbal || !subject) return;
  const auto above = tree.head(*noun);
  all.push_back({verb, above.value_or(verb), std::string(tree.relation(*noun))});
  all.push_back({*noun, verb, "obj"});
  all.push_back({*subject, verb, "nsubj"});
  for (const TokenIndex one : tree.children(*noun)) {
    const bool clause =
        tree.is(one, "advcl") || tree.is(one, "punct") || tree.is(one, "parataxis") || tree.is(one, "conj");
    if (clause && one > *noun) all.push_back({one, verb, std::string(tree.relation(one))});
  }
}

/// "Markets suspended amid turmoil": in a headline a participle without object tells what was done to its subject.
void mend_headline_passive(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  const std::string_view tag = tree.xpos(verb);
  if ((tag != "VBN" && tag != "VBD") || !tree.is_verb(verb) || classes.holds("intransitive_verb", tree.lemma(verb)))
    return;
  std::optional<TokenIndex> subject;
  for (const TokenIndex one : tree.children(verb)) {
    const bool meant = tree.is(one, "xcomp") && classes.holds("intended_verb", tree.lemma(verb));  // "allowed to bid"
    if (tree.is(one, "aux") || tree.is(one, "obj") || tree.is(one, "ccomp") || (tree.is(one, "xcomp") && !meant) ||
        tree.is(one, "compound:prt"))
      return;
    if (tree.relation(one) == "nsubj") subject = one;
  }
  if (subject) all.push_back({*subject, verb, "nsubj:pass:headline"});
}

/// "Markets plunged", "fell by 3 percent": no passive without an auxiliary of a verb that has none, and nobody it is done by.
void mend_false_passive(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  if (!tree.is_verb(verb) || tree.child(verb, "aux:pass") || !classes.holds("intransitive_verb", tree.lemma(verb)))
    return;
  for (const TokenIndex one : tree.children(verb)) {
    if (tree.is(one, "nsubj:pass")) all.push_back({one, verb, "nsubj"});
    if (tree.is(one, "obl:agent")) all.push_back({one, verb, "obl"});
  }
}

/// "The court ruled on the case", "where he confessed": a verb that leads a sentence or a relative clause is no passive without an auxiliary.
void mend_bare_passive(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  const bool leads = tree.relation(verb) == "root" || tree.is(verb, "acl:relcl");
  if (!leads || !tree.is_verb(verb) || tree.child(verb, "aux")) return;
  std::optional<TokenIndex> subject;
  for (const TokenIndex one : tree.children(verb)) {
    if (tree.is(one, "nsubj") && tree.relation(one) != "nsubj:pass") return;
    if (tree.relation(one) == "obl:agent") return;
    if (tree.relation(one) == "nsubj:pass") subject = one;
  }
  if (subject) all.push_back({*subject, verb, "nsubj"});
}

/// Whether a clause has its own subject and a tense: "and ferries were closed".
bool stands_alone(const Tree& tree, TokenIndex verb) {
  const auto parts = tree.children(verb);
  return tree.child(verb, "nsubj") && std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
           return tree.is(one, "aux") &&
                  (tree.xpos(one) == "VBD" || tree.xpos(one) == "VBZ" || tree.xpos(one) == "VBP");
         });
}

/// "Urged the embassy to think again and spoke with the minister": a past tense, or a clause of its own, is no conjunct of an infinitive but
/// of the finite verb above it.
void mend_coordination(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  const auto first = tree.head(verb);
  if (!first || !tree.is(verb, "conj") || !tree.is_verb(*first)) return;
  if (tree.xpos(*first) != "VB" && !tree.is_infinitive(*first)) return;  // "to have given"
  const bool alone = tree.is_infinitive(*first) && tree.is_verb(verb) && stands_alone(tree, verb);
  if (tree.xpos(verb) != "VBD" && !alone) return;
  std::optional<TokenIndex> at = tree.head(*first);
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (tree.is_verb(*at) && (tree.xpos(*at) == "VBD" || (alone && tree.xpos(*at) != "VB"))) {
      all.push_back({verb, *at, "conj"});
      return;
    }
  }
}

/// "Accused Iran of arming rebels and encouraging riots": a bare participle is no conjunct of a finite verb but of the participle before it.
void mend_participle(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  const auto first = tree.head(verb);
  if (!first || !tree.is(verb, "conj") || tree.xpos(verb) != "VBG" || tree.child(verb, "aux") || *first > verb ||
      !tree.is_verb(*first) || tree.xpos(*first) == "VBG")
    return;
  for (TokenIndex one = verb; one-- > *first + 1;) {
    if (!tree.is_verb(one) || tree.xpos(one) != "VBG" || tree.child(one, "aux") || tree.is(one, "amod")) continue;
    if (tree.within(one, *first)) all.push_back({verb, one, "conj"});
    return;
  }
}

/// "Six men were arrested and two charged": the auxiliary of the first stands for both.
void mend_shared_auxiliary(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  const auto first = tree.head(verb);
  if (!first || verb == 0 || !tree.is(verb, "conj") || !tree.is_verb(verb) || !tree.is_verb(*first) ||
      !tree.child(*first, "aux:pass") || tree.child(verb, "aux") || tree.child(verb, "obj") ||
      tree.child(verb, "ccomp") || tree.child(verb, "xcomp"))
    return;
  auto subject = tree.child(verb, "nsubj");
  const TokenIndex before = verb - 1;  // "and 239 injured", "and dozens injured"
  const bool counts = tree.upos(before) == Upos::NUM
                          ? tree.head(before) == verb
                          : tree.xpos(before) == "NNS" && tree.is(before, "conj") && tree.head(before) == first;
  if (!subject && counts) subject = before;
  const bool participle = tree.xpos(verb) == "VBN" || (subject && tree.upos(*subject) == Upos::NUM);
  if (subject && participle) all.push_back({*subject, verb, "nsubj:pass:headline"});
}

/// "Siemens to close plant": the infinitive of a headline is its verb.
void mend_headline_infinitive(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  const auto root = tree.head(verb);
  if (!root || tree.head(*root) || *root > verb || !tree.is(verb, "acl") || !tree.is_infinitive(verb) ||
      tree.child(verb, "nsubj") || classes.holds("content_noun", tree.lemma(*root)) || tree.is_verb(*root))
    return;
  std::optional<TokenIndex> subject;
  if (tree.is_noun(*root)) subject = *root;
  for (const TokenIndex one : tree.children(*root)) {  // "Norwegian PM Ann Lee to visit Chile"
    if (one < verb && tree.upos(one) == Upos::PROPN && tree.is(one, "appos")) subject = one;
    if (one > verb) all.push_back({one, verb, std::string(tree.relation(one))});
  }
  if (!subject || (tree.upos(*subject) != Upos::PROPN && tree.child(*subject, "nmod"))) return;
  all.push_back({verb, verb, "root"});
  if (subject != root) all.push_back({*root, verb, "dep"});
  all.push_back({*subject, verb, "nsubj"});
}

/// "Ann Lee, named head of the bank in May": what someone was named is no object of the participle.
void mend_named_as(const Tree& tree, const Classes& classes, TokenIndex name, std::vector<Attachment>& all) {
  const auto verb = tree.head(name);
  if (!verb || !tree.is(name, "obj") || name < *verb || tree.upos(name) != Upos::NOUN ||
      (!tree.is(*verb, "acl") && !tree.is(*verb, "advcl")) || tree.is(*verb, "acl:relcl") ||
      !classes.holds("naming_verb", tree.lemma(*verb)) || tree.child(*verb, "nsubj") || tree.child(*verb, "aux"))
    return;
  const std::string_view tag = tree.xpos(*verb);
  if ((tag == "VBN" || tag == "VBD") && classes.holds("office", tree.lemma(name)))
    all.push_back({name, *verb, "xcomp"});
}

/// "Found the closure of the port unlawful": the adjective at the end says what the object was found to be.
void mend_found_to_be(const Tree& tree, const Classes& classes, TokenIndex state, std::vector<Attachment>& all) {
  const auto noun = tree.head(state);
  if (!noun || *noun > state || tree.upos(state) != Upos::ADJ || (!tree.is(state, "acl") && !tree.is(state, "amod")) ||
      tree.child(state, "cop") || tree.child(state, "nsubj"))
    return;
  std::optional<TokenIndex> at = noun;
  for (int steps = 0; at && steps < longest_path && tree.is(*at, "nmod"); ++steps) at = tree.head(*at);
  if (!at || !tree.is(*at, "obj")) return;
  const auto verb = tree.head(*at);
  if (verb && *verb < *at && classes.holds("judging_verb", tree.lemma(*verb)) && !tree.child(*verb, "xcomp") &&
      !tree.child(*verb, "ccomp"))
    all.push_back({state, *verb, "xcomp"});
}

/// "Rejected the plan, saying it was late, and called for talks": behind a comma a past tense without a subject goes on from the main verb.
void mend_resumed_clause(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all) {
  const auto first = tree.head(verb);
  const auto joint = tree.child(verb, "cc");
  const bool past = tree.xpos(verb) == "VBD" || (tree.xpos(verb) == "VBN" && !tree.child(verb, "aux"));
  if (!first || !joint || !tree.is(verb, "conj") || !past || tree.child(verb, "nsubj") || *joint == 0 ||
      *first > *joint || tree.word(*joint - 1) != ",")
    return;
  std::optional<TokenIndex> at = first;
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (!tree.is(*at, "advcl") || !tree.is_set_off(*at) || *at > verb) continue;
    const auto main = tree.head(*at);
    if (main && tree.is_verb(*main) && tree.xpos(*main) == "VBD" && *main < *at) all.push_back({verb, *main, "conj"});
    return;
  }
}

/// "He was elected president" read as what he was: between a copula and a bare singular noun, a verb that gives an office is no modifier.
void mend_named_office(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  const auto office = tree.head(verb);
  if (!office || *office < verb || !tree.is(verb, "amod") || tree.xpos(verb) != "VBN" || tree.xpos(*office) != "NN" ||
      !classes.holds("naming_verb", tree.lemma(verb)))
    return;
  const auto copula = tree.child(*office, "cop");
  if (!copula || *copula > verb || tree.child(*office, "det") || tree.child(*office, "nmod:poss")) return;
  const auto above = tree.head(*office);
  all.push_back({verb, above ? *above : verb, above ? std::string(tree.relation(*office)) : "root"});
  all.push_back({*office, verb, "xcomp"});
  for (const TokenIndex one : tree.children(*office)) {
    const bool subject = tree.relation(one) == "nsubj";
    if (one < verb || tree.is(one, "punct") || tree.is(one, "advcl"))
      all.push_back({one, verb,
                     subject          ? "nsubj:pass"
                     : one == *copula ? "aux:pass"
                                      : std::string(tree.relation(one))});
  }
}

/// "Elected to parliament in 2007": no infinitive of a noun that is no verb; what hangs on it belongs to the verb.
void mend_noun_read_as_verb(const Tree& tree, const Classes& classes, TokenIndex noun, std::vector<Attachment>& all) {
  const auto verb = tree.head(noun);
  if (!verb || !tree.is_infinitive(noun) || *verb > noun || !tree.is_verb(*verb) ||
      !classes.holds("never_verb", tree.lemma(noun)))
    return;
  all.push_back({noun, *verb, "obl"});
  for (const TokenIndex one : tree.children(noun)) {
    if (tree.is(one, "obl") || tree.is(one, "conj") || tree.is(one, "advcl") || tree.is(one, "punct"))
      all.push_back({one, *verb, std::string(tree.relation(one))});
  }
}

/// "Is due to arrive", where "due to" was read as one marker: the infinitive has its own, and what is left says how it stands.
void mend_due_infinitive(const Tree& tree, TokenIndex marker, std::vector<Attachment>& all) {
  const auto joint = tree.head(marker);
  const auto verb = joint ? tree.head(*joint) : std::nullopt;
  if (!verb || tree.xpos(marker) != "TO" || !tree.is(marker, "fixed") || !tree.is(*joint, "mark") ||
      tree.upos(*joint) != Upos::ADJ || tree.xpos(*verb) != "VB")
    return;
  all.push_back({marker, *verb, "mark"});
  all.push_back({*joint, *verb, "advmod"});
  if (const auto subject = tree.child(*verb, "nsubj:outer")) all.push_back({*subject, *verb, "nsubj"});
}

}  // namespace

bool goes_on(const Tree& tree, const Classes& classes, TokenIndex verb) {
  const auto parts = tree.children(verb);
  return classes.holds("resuming_verb", tree.lemma(verb)) &&
         std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
           const bool particle = tree.is(one, "advmod") || tree.is(one, "compound:prt");
           return particle && one > verb && classes.holds("resuming_particle", tree.lemma(one));
         });
}

std::vector<Attachment> mends(const Tree& tree, const Classes& classes, const std::vector<bool>& in_time,
                              const std::vector<bool>& in_headline) {
  std::vector<Attachment> all;
  for (TokenIndex token = 0; token < tree.size(); ++token) {
    if (tree.upos(token) == Upos::PUNCT) continue;
    if (in_headline[token]) mend_headline_passive(tree, classes, token, all);
    mend_swallowed_verb(tree, token, all);
    mend_numbered_subject(tree, token, all);
    if (!in_headline[token]) {
      mend_bare_passive(tree, token, all);
      mend_lost_verb(tree, classes, token, all);
    }
    mend_false_passive(tree, classes, token, all);
    mend_swallowed_clause(tree, classes, token, all);
    mend_asked_infinitive(tree, classes, token, all);
    mend_behind_aside(tree, token, all);
    mend_clause_behind_time(tree, classes, in_time, token, all);
    mend_interrupted_clause(tree, classes, token, all);
    mend_later_deed(tree, classes, token, all);
    if (!in_headline[token]) mend_verb_as_attribute(tree, token, all);
    mend_subjects(tree, classes, in_time, in_headline[token], token, all);
    mend_lists(tree, classes, token, all);
    mend_agents(tree, classes, token, all);
    mend_pairs(tree, classes, token, all);
    mend_beside(tree, classes, token, all);
    mend_address(tree, classes, token, all);
    mend_antecedents(tree, classes, token, all);
    mend_opening(tree, classes, token, all);
    mend_nearest(tree, classes, token, all);
    mend_side_clauses(tree, classes, token, all);
    mend_coordination(tree, token, all);
    mend_shared_auxiliary(tree, token, all);
    mend_participle(tree, token, all);
    mend_due_infinitive(tree, token, all);
    mend_objects(tree, classes, token, all);
    mend_noun_read_as_verb(tree, classes, token, all);
    mend_resumed_clause(tree, token, all);
    if (in_headline[token]) mend_headline_infinitive(tree, classes, token, all);
    mend_named_as(tree, classes, token, all);
    mend_found_to_be(tree, classes, token, all);
    mend_named_office(tree, classes, token, all);
    if (!tree.is_predicate(token)) continue;
    if (auto one = mend(tree, classes, in_time, token)) all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace dateline
