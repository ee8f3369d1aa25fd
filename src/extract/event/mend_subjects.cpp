// Subjects that the parser left apart from their verbs, and what it took for objects.
#include "dateline/base/utf8.hpp"
#include "extract/event/mend.hpp"

namespace dateline {
namespace {

bool is_finite(const Tree& tree, TokenIndex verb) {
  const std::string_view tag = tree.xpos(verb);
  return tree.is_verb(verb) &&
         (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tree.child(verb, "aux") || tree.child(verb, "cop"));
}

std::optional<TokenIndex> sentence_root(const Tree& tree, TokenIndex token) {
  TokenIndex at = token;
  for (int steps = 0; steps < longest_path; ++steps) {
    const auto above = tree.head(at);
    if (!above) return at;
    at = *above;
  }
  return std::nullopt;
}

/// "Putin - who signed the pact - did not deny it": the subject called out, or left as the root with the verb lost below it.
void mend_lost_subject(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  const bool aside = tree.is(verb, "parataxis") && tree.xpos(verb) == "VBN";  // a past tense that the tagger missed
  if ((!aside && !is_finite(tree, verb)) || tree.child(verb, "nsubj") || tree.child(verb, "csubj") ||
      tree.child(verb, "expl"))
    return;
  for (const TokenIndex one : tree.children(verb)) {
    const bool called = tree.is(one, "vocative") || tree.is(one, "dislocated");
    if (called && one < verb && tree.upos(one) == Upos::PROPN && !addresses(tree, classes, verb)) {
      all.push_back({one, verb, "nsubj"});
      return;
    }
  }
  const auto above = tree.head(verb);
  if (tree.is(verb, "parataxis") && above && !tree.head(*above) && *above < verb && tree.upos(*above) == Upos::PROPN &&
      (tree.child(*above, "acl:relcl") || tree.child(*above, "appos"))) {
    all.push_back({verb, verb, "root"});
    all.push_back({*above, verb, "nsubj"});
    return;
  }
  const bool participle_place =
      tree.is(verb, "acl") && !tree.is(verb, "acl:relcl") && (tree.xpos(verb) == "VBD" || tree.xpos(verb) == "VBZ");
  if (!participle_place || !tree.marker(verb).empty()) return;  // no finite verb without a subject hangs on a noun
  const auto root = sentence_root(tree, verb);
  if (!root || !tree.is_noun(*root) || *root > verb || !tree.child(*root, "acl:relcl")) return;
  all.push_back({verb, verb, "root"});
  all.push_back({*root, verb, "nsubj"});
}

/// "This morning Jacques Chirac, who had been ill, died": a name is no apposition to a time, but the subject that the verb lacks.
void mend_subject_behind_time(const Tree& tree, const std::vector<bool>& in_time, TokenIndex name,
                              std::vector<Attachment>& all) {
  const auto time = tree.head(name);
  if (!time || *time > name || !tree.is(name, "appos") || tree.upos(name) != Upos::PROPN || in_time[name] ||
      !in_time[*time])
    return;
  const auto verb = tree.head(*time);
  if (!verb || *verb < name || !tree.is_verb(*verb)) return;
  const auto subject = tree.child(*verb, "nsubj");
  if (subject && *subject != *time) return;
  all.push_back({name, *verb, "nsubj"});
  if (subject) all.push_back({*time, *verb, "obl:unmarked"});
  for (const TokenIndex one : tree.children(*time)) {
    if (one > name && (tree.is(one, "acl") || tree.is(one, "appos") || tree.is(one, "conj")))
      all.push_back({one, name, std::string(tree.relation(one))});
  }
}

/// "Amid protests in Lima, Ana Ruiz, the mayor, resigned", "In Lima, Norway and Chile condemned it": what stands beside the noun of an opening
/// phrase, or behind a comma is joined to it, is the subject that the verb lacks.
void mend_subject_behind_phrase(const Tree& tree, TokenIndex name, std::vector<Attachment>& all) {
  const auto opening = tree.head(name);
  const bool named = tree.upos(name) == Upos::PROPN || tree.upos(name) == Upos::NUM;  // "the FTSE 100"
  if (!opening || *opening > name || !named || !tree.is(*opening, "obl") || tree.preposition(*opening).empty()) return;
  const TokenIndex begin = tree.extent(name).begin;
  const bool joined = tree.is(name, "conj") && !tree.child(name, "cc") && begin > *opening && tree.word(begin) != "," &&
                      tree.word(begin - 1) == ",";
  if (!tree.is(name, "appos") && !joined) return;
  const auto verb = tree.head(*opening);
  const bool finite = verb && (is_finite(tree, *verb) || tree.child(*verb, "cop"));
  if (!finite || *verb < name || tree.is(*verb, "acl") || tree.child(*verb, "nsubj") || tree.child(*verb, "csubj") ||
      tree.child(*verb, "expl"))
    return;
  all.push_back({name, *verb, tree.child(*verb, "aux:pass") ? "nsubj:pass" : "nsubj"});
  for (const TokenIndex one : tree.children(*opening)) {
    if (one > name && (tree.is(one, "appos") || tree.is(one, "acl") || tree.is(one, "conj")))
      all.push_back({one, name, std::string(tree.relation(one))});
  }
}

/// "The Parliament of Victoria, Australia voted": of two subjects with a comma between, the second says where the first one is.
void mend_place_as_subject(const Tree& tree, TokenIndex place, std::vector<Attachment>& all) {
  const auto verb = tree.head(place);
  if (!verb || !tree.is(place, "nsubj") || tree.upos(place) != Upos::PROPN || place == 0 || place > *verb ||
      tree.extent(place).begin == 0 || tree.word(tree.extent(place).begin - 1) != ",")
    return;
  for (const TokenIndex one : tree.children(*verb)) {
    if (one < place && tree.is(one, "nsubj")) return all.push_back({place, one, "appos"});
  }
}

/// "Phone maker Nokia plans", "Member of parliament (MP) Ann Lee voted": of two subjects side by side the first says what the named one is.
void mend_title_as_subject(const Tree& tree, TokenIndex title, std::vector<Attachment>& all) {
  const auto verb = tree.head(title);
  if (!verb || title > *verb || !tree.is(title, "nsubj") || tree.upos(title) != Upos::NOUN) return;
  const TokenIndex end = tree.extent(title).end;
  if (end != title + 1 && tree.word(end - 1) != ")") return;
  for (const TokenIndex name : tree.children(*verb)) {
    if (name > title && name < *verb && tree.is(name, "nsubj") && tree.upos(name) == Upos::PROPN &&
        tree.extent(name).begin == end)
      return all.push_back({title, name, end == title + 1 ? "compound" : "nmod:desc"});
  }
}

/// "Told the court she was forced", ", telling the court she \"was forced\"": of two subjects the first, right behind the verb, is whom it was told.
void mend_two_subjects(const Tree& tree, const Classes& classes, TokenIndex audience, std::vector<Attachment>& all) {
  const auto clause = tree.head(audience);
  if (!clause || !tree.is(audience, "nsubj")) return;
  auto verb = tree.head(*clause);
  const TokenIndex begin = tree.extent(audience).begin;
  const bool beside = tree.is(*clause, "parataxis") && begin > 0 && tree.is_verb(begin - 1) &&
                      classes.holds("addressing_verb", tree.lemma(begin - 1));
  if (beside) verb = begin - 1;
  if ((!beside && !tree.is(*clause, "ccomp")) || !verb || !tree.is_verb(*verb) || *verb > audience ||
      tree.child(*verb, "obj") || tree.child(*verb, "iobj"))
    return;
  for (const TokenIndex one : tree.children(*clause)) {
    if (one <= audience || one >= *clause || !tree.is(one, "nsubj")) continue;
    all.push_back({audience, *verb, "obj"});
    if (beside) all.push_back({*clause, *verb, "ccomp"});
  }
}

/// "Told Reuters Kestrel would close": before a finite clause that lacks a subject, the last of two names run into one is that subject, and the
/// first is whom it was told.
void mend_names_run_together(const Tree& tree, const Classes& classes, TokenIndex clause,
                             std::vector<Attachment>& all) {
  const auto verb = tree.head(clause);
  const bool finite = is_finite(tree, clause) || tree.child(clause, "cop");
  if (!verb || *verb > clause || !tree.is(clause, "ccomp") || !finite || tree.child(clause, "expl") ||
      !classes.holds("addressing_verb", tree.lemma(*verb)))
    return;
  const TokenIndex first = *verb + 1, last = *verb + 2;
  const bool letters =
      utf8::is_upper(static_cast<unsigned char>(tree.word(first).back()));  // "CNN", whatever the tagger says
  const bool person = tree.in_person(first) && !letters;
  if (last >= clause || tree.upos(first) != Upos::PROPN || tree.upos(last) != Upos::PROPN || person) return;
  const bool together = tree.head(first) == last || tree.head(last) == first;
  const TokenIndex name = tree.head(first) == last ? last : first;
  TokenIndex end = last + 1;
  while (end < clause && tree.is(end, "flat") && tree.head(end) == name) ++end;
  const auto subject = tree.child(clause, "nsubj");
  const auto audience = tree.child(*verb, "obj") ? tree.child(*verb, "obj") : tree.child(*verb, "iobj");
  const bool lacks = !subject && audience == name;
  if (!together || tree.extent(name).end != end || (!lacks && (subject != name || audience))) return;
  all.push_back({first, *verb, "obj"});
  all.push_back({last, clause, tree.child(clause, "aux:pass") ? "nsubj:pass" : "nsubj"});
  for (TokenIndex more = last + 1; more < end; ++more) all.push_back({more, last, "flat"});
}

/// "Nurses, according to the ministry treated fifty": who says so does nothing, where somebody else does.
void mend_source_as_subject(const Tree& tree, const Classes& classes, TokenIndex source, std::vector<Attachment>& all) {
  const auto verb = tree.head(source);
  if (verb && tree.is(source, "nsubj") && classes.holds("source_preposition", tree.preposition(source)))
    all.push_back({source, *verb, "obl"});
}

/// "Norway announced it planned to join", "reported the mayor, who died in Oslo, will be buried": a pronoun, or what is announced and nobody is told,
/// right before a finite clause without a subject is that subject, and no object.
void mend_clause_subject(const Tree& tree, const Classes& classes, TokenIndex subject, std::vector<Attachment>& all) {
  const auto verb = tree.head(subject);
  if (!verb || *verb > subject || (!tree.is(subject, "obj") && !tree.is(subject, "iobj"))) return;
  if (tree.xpos(subject) != "PRP" && !classes.holds("unaddressed_verb", tree.lemma(*verb))) return;
  const std::uint32_t end = tree.extent(subject).end;
  for (const TokenIndex clause : tree.children(*verb)) {
    const bool lacks_subject = tree.is(clause, "ccomp") && is_finite(tree, clause) && !tree.child(clause, "nsubj") &&
                               !tree.child(clause, "csubj") && !tree.child(clause, "expl");
    const TokenIndex begin = tree.extent(clause).begin;
    const bool quoted = begin < tree.size() && tree.upos(begin) == Upos::PUNCT;  // she added officials "are waiting"
    if (lacks_subject && (begin == end || (quoted && begin == end + 1))) {
      all.push_back({subject, clause, tree.child(clause, "aux:pass") ? "nsubj:pass" : "nsubj"});
      return;
    }
  }
}

/// "Told the BBC that police had found it": the clause is what was told, and says nothing of whom it was told.
void mend_told_clause(const Tree& tree, const Classes& classes, TokenIndex clause, std::vector<Attachment>& all) {
  const auto audience = tree.head(clause);
  if (!audience || *audience > clause || (!tree.is(clause, "acl:relcl") && !tree.is(clause, "acl")) ||
      !classes.holds("content_marker", tree.marker(clause)))
    return;
  const auto verb = tree.head(*audience);
  if (verb && (tree.is(*audience, "iobj") || tree.is(*audience, "obj")) &&
      classes.holds("addressing_verb", tree.lemma(*verb)) && !tree.child(*verb, "ccomp"))
    all.push_back({clause, *verb, "ccomp"});
}

/// Right behind a phrase, or behind the comma that ends it.
bool begins_behind(const Tree& tree, TokenIndex clause, TokenIndex noun) {
  const auto end = static_cast<TokenIndex>(tree.extent(noun).end),
             begin = static_cast<TokenIndex>(tree.extent(clause).begin);
  return begin == end || (begin == end + 1 && tree.word(end) == ",");
}

/// "Was held after Ana Ruiz, the mayor, was hurt": the noun behind the preposition is the subject of the finite clause right behind it.
void mend_clause_behind_preposition(const Tree& tree, const Classes& classes, TokenIndex noun,
                                    std::vector<Attachment>& all) {
  const auto verb = tree.head(noun);
  if (!verb || *verb > noun || !tree.is(noun, "obl") || !classes.holds("clause_preposition", tree.preposition(noun)))
    return;
  for (const TokenIndex clause : tree.children(*verb)) {
    const bool joined = tree.is(clause, "conj") && !tree.child(clause, "cc");
    // "after a U.S.-led coalition ousted Tom Ray", where the past tense was read as a participle
    const auto named = tree.child(clause, "xcomp");
    const bool whom = named && tree.upos(*named) == Upos::PROPN && tree.in_person(*named);
    const bool past = tree.is(clause, "advcl") && tree.xpos(clause) == "VBN" && (whom || tree.child(clause, "obj")) &&
                      tree.extent(clause).begin == tree.extent(noun).end;
    if (clause < noun || (!tree.is(clause, "ccomp") && !joined && !past) || (!past && !is_finite(tree, clause)) ||
        tree.child(clause, "nsubj") || tree.child(clause, "csubj") || tree.child(clause, "expl") ||
        tree.child(clause, "mark") || !begins_behind(tree, clause, noun))
      continue;
    all.push_back({noun, clause, tree.child(clause, "aux:pass") ? "nsubj:pass" : "nsubj"});
    all.push_back({clause, *verb, "advcl"});
    if (past && whom) all.push_back({*named, clause, "obj"});
    return;
  }
}

/// "Findings published Wednesday": a time is no object of the participle that says which ones are meant.
void mend_time_as_object(const Tree& tree, const std::vector<bool>& in_time, TokenIndex time,
                         std::vector<Attachment>& all) {
  const auto verb = tree.head(time);
  if (!verb || !in_time[time] || !tree.is(time, "obj") || !tree.is(*verb, "acl") || tree.is(*verb, "acl:relcl")) return;
  if (tree.xpos(*verb) == "VBN" || tree.xpos(*verb) == "VBD") all.push_back({time, *verb, "obl:unmarked"});
}

/// "Soot melts snow, say scientists": behind a clause that it reports, a verb of saying has its subject after it.
void mend_inverted_speaker(const Tree& tree, const Classes& classes, TokenIndex speaker, std::vector<Attachment>& all) {
  const auto verb = tree.head(speaker);
  if (!verb || *verb > speaker || !tree.is(speaker, "obj") || !tree.is(*verb, "parataxis") ||
      tree.is_infinitive(*verb) || tree.child(*verb, "nsubj") || !classes.holds("saying_verb", tree.lemma(*verb)))
    return;
  const TokenIndex begin = tree.extent(*verb).begin;
  const bool reports = begin == *verb || (tree.word(begin) == "," && begin + 1 == *verb);
  const auto said = tree.head(*verb);
  if (reports && said && *said < *verb && tree.extent(speaker).begin == *verb + 1)
    all.push_back({speaker, *verb, "nsubj"});
}

/// "The army - whose chief is Ann Lee - advanced": of two subjects the one that is a clause of its own tells of the first.
void mend_clause_as_subject(const Tree& tree, TokenIndex predicate, std::vector<Attachment>& all) {
  const auto verb = tree.head(predicate);
  if (!verb || !tree.is(predicate, "nsubj") || !tree.child(predicate, "cop") || !tree.child(predicate, "nsubj")) return;
  for (const TokenIndex one : tree.children(*verb)) {
    if (one < predicate && tree.is(one, "nsubj")) return all.push_back({predicate, one, "acl:relcl"});
  }
}

/// "She and Tom Reed left the country, police said": of two subjects around a clause the first one belongs to it.
void mend_fronted_clause(const Tree& tree, TokenIndex clause, std::vector<Attachment>& all) {
  const auto verb = tree.head(clause);
  if (!verb || clause > *verb || !tree.is(clause, "ccomp") || !is_finite(tree, clause) || tree.child(clause, "nsubj") ||
      tree.child(clause, "csubj") || tree.child(clause, "expl"))
    return;
  std::optional<TokenIndex> before;
  bool after = false;
  for (const TokenIndex one : tree.children(*verb)) {
    if (tree.is(one, "nsubj") && one < clause) before = one;
    after |= tree.is(one, "nsubj") && one > clause;
  }
  if (before && after) all.push_back({*before, clause, tree.child(clause, "aux:pass") ? "nsubj:pass" : "nsubj"});
}

/// "Shops closed, amongst other places, and her critics, who met, blame her": a noun behind "and", right before a finite verb that has no subject
/// and nothing that joins it, is that subject.
void mend_subject_in_list(const Tree& tree, TokenIndex noun, std::vector<Attachment>& all) {
  const auto listed = tree.head(noun);
  if (!listed || *listed > noun || !tree.is(noun, "conj") || !tree.is_noun(noun) || !tree.is_noun(*listed)) return;
  auto joint = tree.child(noun, "cc");
  const TokenIndex behind_first = tree.extent(noun).begin + 1;
  if (!joint && behind_first < tree.size() && tree.upos(behind_first) == Upos::CCONJ) joint = behind_first;
  if (!joint || *joint == 0 || tree.word(*joint - 1) != ",") return;
  std::optional<TokenIndex> above = listed;
  for (int steps = 0; above && !tree.is_verb(*above) && steps < longest_path; ++steps) above = tree.head(*above);
  if (!above) return;
  for (const TokenIndex verb : tree.children(*above)) {
    if (verb < noun || !tree.is(verb, "conj") || !tree.is_verb(verb) || tree.child(verb, "nsubj") ||
        tree.child(verb, "cc") || tree.child(verb, "aux") || tree.extent(noun).end + 1 < tree.extent(verb).begin)
      continue;
    all.push_back({noun, verb, "nsubj"});
    const auto main = tree.head(*above);  // "said it should be open": the blame is not said
    if (main && tree.is(*above, "ccomp") && tree.child(*above, "aux")) all.push_back({verb, *main, "conj"});
    return;
  }
}

/// "Around twenty more, including Ann Lee, were injured": the number that "more" stands behind is the subject, and who is included is not.
void mend_counted_more(const Tree& tree, const Classes& classes, TokenIndex number, std::vector<Attachment>& all) {
  const auto more = tree.head(number);
  if (!more || *more != number + 1 || tree.upos(number) != Upos::NUM || !classes.holds("further", tree.lemma(*more)))
    return;
  const auto verb = tree.head(*more);
  if (!verb || *verb < *more || !tree.is_verb(*verb) || !is_finite(tree, *verb)) return;
  const auto subject = tree.child(*verb, "nsubj");
  if (subject && !classes.holds("company_preposition", tree.preposition(*subject))) return;
  all.push_back({number, *verb, tree.child(*verb, "aux:pass") ? "nsubj:pass" : "nsubj"});
  all.push_back({*more, number, "amod"});
  if (subject) all.push_back({*subject, number, "nmod"});
}

/// "Said it expects to make a loss": who means to do something is no empty "it".
void mend_empty_pronoun(const Tree& tree, const Classes& classes, TokenIndex pronoun, std::vector<Attachment>& all) {
  const auto verb = tree.head(pronoun);
  if (!verb || !tree.is(pronoun, "expl") || pronoun > *verb || !tree.is(*verb, "ccomp") || !tree.is_verb(*verb) ||
      !tree.child(*verb, "xcomp") || tree.child(*verb, "nsubj") || tree.child(*verb, "csubj") ||
      tree.child(*verb, "aux:pass") || !classes.holds("infinitive_verb", tree.lemma(*verb)))
    return;
  all.push_back({pronoun, *verb, "nsubj"});
}

}  // namespace

/// "Around twenty more were hurt": a number that counts on is the subject of a verb that has none, and no adverb.
void mend_counted_subject(const Tree& tree, TokenIndex more, std::vector<Attachment>& all) {
  const auto verb = tree.head(more);
  if (!verb || more > *verb || !tree.is(more, "advmod") || !tree.is_verb(*verb) || tree.child(*verb, "nsubj") ||
      tree.child(*verb, "csubj") || tree.child(*verb, "expl"))
    return;
  for (const TokenIndex one : tree.children(more)) {
    if (one + 1 != more || tree.upos(one) != Upos::NUM) continue;
    all.push_back({more, *verb, tree.child(*verb, "aux:pass") ? "nsubj:pass" : "nsubj"});
    if (!tree.is(one, "nummod")) all.push_back({one, more, "nummod"});
  }
}

/// "Killed at least 10 people": behind a verb that is done to people, a number of them without a preposition is its object.
void mend_counted_object(const Tree& tree, const Classes& classes, TokenIndex people, std::vector<Attachment>& all) {
  const auto verb = tree.head(people);
  if (!verb || people < *verb || !tree.is(people, "obl") || tree.child(people, "case") || tree.child(*verb, "obj") ||
      tree.child(*verb, "aux:pass") ||
      (tree.upos(people) != Upos::NUM && (tree.xpos(people) != "NNS" || !tree.child(people, "nummod"))))
    return;
  if (classes.holds("done_to_people", tree.lemma(*verb)) && tree.extent(people).begin == *verb + 1)
    all.push_back({people, *verb, "obj"});
}

/// "Fighting broke out": a gerund that opens a sentence right before a verb without a subject is that subject.
void mend_gerund_subject(const Tree& tree, TokenIndex gerund, std::vector<Attachment>& all) {
  const auto verb = tree.head(gerund);
  const bool opens = gerund == 0 || tree.sentence(gerund - 1) != tree.sentence(gerund);
  if (!verb || !opens || *verb != gerund + 1 || tree.xpos(gerund) != "VBG" || !tree.is(gerund, "advcl") ||
      tree.child(*verb, "nsubj") || tree.child(*verb, "aux:pass"))
    return;
  all.push_back({gerund, *verb, "nsubj"});
}

/// "Was gang raped": a bare noun between the auxiliary of a passive and its participle says how, and not to whom, it was done.
void mend_noun_of_manner(const Tree& tree, TokenIndex noun, std::vector<Attachment>& all) {
  const auto verb = tree.head(noun);
  if (!verb || noun + 1 != *verb || noun == 0 || tree.xpos(noun) != "NN" || !tree.is(noun, "nsubj:pass")) return;
  if (tree.is(noun - 1, "aux:pass") && tree.head(noun - 1) == verb) all.push_back({noun, *verb, "compound"});
}

void mend_subjects(const Tree& tree, const Classes& classes, const std::vector<bool>& in_time, bool in_headline,
                   TokenIndex token, std::vector<Attachment>& all) {
  mend_lost_subject(tree, classes, token, all);
  mend_clause_subject(tree, classes, token, all);
  mend_told_clause(tree, classes, token, all);
  mend_inverted_speaker(tree, classes, token, all);
  mend_subject_behind_time(tree, in_time, token, all);
  mend_time_as_object(tree, in_time, token, all);
  mend_subject_behind_phrase(tree, token, all);
  mend_two_subjects(tree, classes, token, all);
  mend_names_run_together(tree, classes, token, all);
  mend_source_as_subject(tree, classes, token, all);
  mend_title_as_subject(tree, token, all);
  mend_counted_subject(tree, token, all);
  mend_counted_object(tree, classes, token, all);
  mend_gerund_subject(tree, token, all);
  mend_noun_of_manner(tree, token, all);
  mend_clause_behind_preposition(tree, classes, token, all);
  mend_counted_more(tree, classes, token, all);
  mend_clause_as_subject(tree, token, all);
  mend_fronted_clause(tree, token, all);
  mend_subject_in_list(tree, token, all);
  mend_empty_pronoun(tree, classes, token, all);
  if (!in_headline) mend_place_as_subject(tree, token, all);
}

}  // namespace dateline
