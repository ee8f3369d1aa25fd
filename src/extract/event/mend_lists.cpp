// Names and nouns beside others that the parser took for more of them.
#include "extract/event/mend.hpp"

namespace dateline {
namespace {

/// "Visitors and the mayor of Lima, Ana Ruiz, left": a name behind the last of several is beside that one, not beside a plural.
void mend_last_apposition(const Tree& tree, TokenIndex name, std::vector<Attachment>& all) {
  const auto first = tree.head(name);
  if (!first || !tree.is(name, "appos") || tree.upos(name) != Upos::PROPN || tree.xpos(*first) != "NNS") return;
  std::optional<TokenIndex> last;
  for (const TokenIndex one : tree.children(*first)) {
    if (tree.is(one, "conj") && one < name) last = one;
  }
  const bool single = last && (tree.xpos(*last) == "NN" || tree.xpos(*last) == "NNP") && tree.child(*last, "cc");
  if (single && tree.extent(name).begin <= tree.extent(*last).end + 1) all.push_back({name, *last, "appos"});
}

/// "The ferry, Aurora, which sank": a name that nothing joins to a definite noun in the singular, behind a comma and closed by one, names what the noun says.
void mend_name_between_commas(const Tree& tree, TokenIndex name, std::vector<Attachment>& all) {
  const auto noun = tree.head(name);
  if (!noun || !tree.is(name, "conj") || tree.upos(name) != Upos::PROPN || tree.child(name, "cc") ||
      tree.xpos(*noun) != "NN" || !tree.child(*noun, "det") || name < *noun)
    return;
  for (const TokenIndex one : tree.children(*noun)) {
    if (one != name && tree.is(one, "conj")) return;
  }
  const TokenIndex begin = tree.extent(name).begin + (tree.word(tree.extent(name).begin) == "," ? 1 : 0);
  const TokenIndex end = tree.extent(name).end;
  if (begin == *noun + 2 && tree.word(begin - 1) == "," && end < tree.size() && tree.word(end) == ",")
    all.push_back({name, *noun, "appos"});
}

/// "Two senators, Ann Lee and Tom Ray, met": a name that "and" joins behind one beside a counted plural is joined to that one.
void mend_names_of_plural(const Tree& tree, TokenIndex name, std::vector<Attachment>& all) {
  const auto plural = tree.head(name);
  if (!plural || *plural > name || !tree.is(name, "conj") || tree.upos(name) != Upos::PROPN ||
      !tree.child(name, "cc") || !tree.xpos(*plural).ends_with('S') || !tree.child(*plural, "nummod"))
    return;
  const auto first = tree.child(*plural, "appos");
  if (first && *first < name && tree.upos(*first) == Upos::PROPN && tree.in_person(*first) == tree.in_person(name))
    all.push_back({name, *first, "conj"});
}

/// "The teenagers, three girls and a boy, were hurt": behind a plural that is known, and closed by a comma, counted nouns say who they are.
void mend_set_off_list(const Tree& tree, TokenIndex noun, std::vector<Attachment>& all) {
  const auto first = tree.head(noun);
  if (!first || !tree.is(noun, "conj") || tree.xpos(*first) != "NNS" || tree.child(noun, "cc") ||
      !tree.child(noun, "nummod"))
    return;
  const auto article = tree.child(*first, "det");
  const TokenIndex begin = tree.extent(noun).begin;
  if (!article || tree.child(*first, "nummod") ||
      (tree.word(begin) != "," && (begin == 0 || tree.word(begin - 1) != ",")))
    return;
  std::vector<TokenIndex> rest;
  for (const TokenIndex one : tree.children(*first)) {
    if (!tree.is(one, "conj")) continue;
    if (one < noun) return;
    if (one > noun) rest.push_back(one);
  }
  if (rest.size() != 1 || !tree.child(rest.front(), "cc")) return;
  const TokenIndex end = tree.extent(rest.front()).end;
  if (end >= tree.size() || (tree.word(end) != "," && tree.word(end - 1) != ",")) return;
  all.push_back({noun, *first, "appos"});
  all.push_back({rest.front(), noun, "conj"});
}

/// "Jailed for life without the possibility of parole for driving into a crowd": what a verb of judging is done for hangs on the verb.
void mend_deed(const Tree& tree, const Classes& classes, TokenIndex deed, std::vector<Attachment>& all) {
  if (!tree.is(deed, "acl") || tree.xpos(deed) != "VBG" || !classes.holds("deed_marker", tree.marker(deed))) return;
  std::optional<TokenIndex> above = tree.head(deed);
  for (int steps = 0; above && !tree.is_verb(*above) && steps < longest_path; ++steps) {
    if (!tree.is(*above, "obl") && !tree.is(*above, "nmod")) return;
    above = tree.head(*above);
  }
  if (above && *above < deed && classes.holds("judged_for", tree.lemma(*above))) all.push_back({deed, *above, "advcl"});
}

/// "A quake with a magnitude of 6.3 that struck Peru": no measure does what a relative clause tells, but what is measured.
void mend_measured_head(const Tree& tree, const Classes& classes, TokenIndex clause, std::vector<Attachment>& all) {
  const auto measure = tree.head(clause);
  if (!measure || !tree.is(clause, "acl:relcl") || !classes.holds("measure_of_force", tree.lemma(*measure))) return;
  const auto measured = tree.head(*measure);
  if (measured && tree.is(*measure, "nmod") && !tree.is(*measure, "nmod:poss") && *measured < *measure &&
      tree.is_noun(*measured))
    all.push_back({clause, *measured, "acl:relcl"});
}

/// "A magnitude 6.4 earthquake": the measure before a number is no head, and no second subject, beside what is measured.
void mend_measure_before(const Tree& tree, const Classes& classes, TokenIndex measured, std::vector<Attachment>& all) {
  if (measured < 2 || tree.upos(measured) != Upos::NOUN || tree.upos(measured - 1) != Upos::NUM) return;
  const TokenIndex measure = measured - 2;
  const auto above = tree.head(measure);
  if (!above || !classes.holds("measure_of_force", tree.lemma(measure))) return;
  if (tree.head(measured) == measure)
    all.push_back({measured, *above, std::string(tree.relation(measure))});
  else if (tree.head(measured) != above || tree.relation(measured) != tree.relation(measure))
    return;
  all.push_back({measure, measured, "compound"});
}

/// "Killed in an attack on a mosque in Lima": a phrase right behind a noun that asks for it is of the noun, and not of the verb.
void mend_targeted_noun(const Tree& tree, const Classes& classes, TokenIndex target, std::vector<Attachment>& all) {
  const auto verb = tree.head(target);
  const auto joint = tree.child(target, "case");
  if (!verb || !joint || *joint == 0 || !tree.is(target, "obl") || target < *verb ||
      !classes.holds("targeting_preposition", tree.preposition(target)))
    return;
  const TokenIndex noun = *joint - 1;
  if (noun > *verb && tree.head(noun) == verb && (tree.is(noun, "obl") || tree.is(noun, "obj")) &&
      !tree.preposition(noun).empty() && classes.holds("targeted_noun", tree.lemma(noun)))
    all.push_back({target, noun, "nmod"});
}

/// "Accused of money laundering": what is done, behind the noun of what it is done to, and nothing of its own, is the head of the phrase and no clause.
void mend_doing(const Tree& tree, TokenIndex doing, std::vector<Attachment>& all) {
  if (doing == 0 || tree.xpos(doing) != "VBG" || (!tree.is(doing, "advcl") && !tree.is(doing, "acl"))) return;
  const TokenIndex thing = doing - 1;
  const auto joint = tree.child(thing, "case");
  const auto above = tree.head(thing);
  const bool bare = tree.xpos(thing) == "NN" && (tree.is(thing, "obl") || tree.is(thing, "nmod"));
  if (!bare || !joint || !above || tree.child(thing, "det") || tree.child(thing, "amod") ||
      (tree.head(doing) != thing && tree.head(doing) != above))
    return;
  for (const TokenIndex one : tree.children(doing)) {
    if (tree.upos(one) != Upos::PUNCT && !tree.is(one, "cc") && !tree.is(one, "conj")) return;
  }
  const std::uint32_t next = doing + 1;
  const bool ends = next >= tree.size() || tree.sentence(next) != tree.sentence(doing) ||
                    tree.upos(next) == Upos::PUNCT || tree.upos(next) == Upos::CCONJ;
  if (!ends) return;
  all.push_back({doing, *above, std::string(tree.relation(thing))});
  all.push_back({thing, doing, "compound"});
  all.push_back({*joint, doing, "case"});
}

/// "The killing of the former minister Ann Lee": the preposition before a title is that of the name.
void mend_titled_phrase(const Tree& tree, TokenIndex joint, std::vector<Attachment>& all) {
  const auto title = tree.head(joint);
  const auto name = title ? tree.head(*title) : std::nullopt;
  if (name && tree.is(joint, "case") && tree.is(*title, "nmod:desc") && joint < *title && *title < *name &&
      !tree.child(*name, "case"))
    all.push_back({joint, *name, "case"});
}

/// "Over a hundred people marched", "more than ten fled": what the parser hung on the verb belongs to the number behind it.
void mend_hedge(const Tree& tree, const Classes& classes, TokenIndex hedge, std::vector<Attachment>& all) {
  if (!tree.is(hedge, "advmod")) return;
  const auto verb = tree.head(hedge);
  if (!verb || *verb < hedge || !tree.is_verb(*verb) || !classes.holds("number_hedge", tree.lemma(hedge))) return;
  TokenIndex number = tree.extent(hedge).end;
  if (tree.upos(number - 1) == Upos::PUNCT) return;  // "Reportedly, two people"
  if (number < *verb && tree.upos(number) == Upos::DET) ++number;
  if (number >= *verb || tree.upos(number) != Upos::NUM) return;
  const bool counts = tree.head(number) == verb || (tree.head(number) && tree.head(*tree.head(number)) == verb);
  if (counts) all.push_back({hedge, number, "advmod"});
}

/// "Households with one child were told": of two subjects side by side one behind a preposition belongs to the other.
void mend_phrase_as_subject(const Tree& tree, TokenIndex noun, std::vector<Attachment>& all) {
  const auto verb = tree.head(noun);
  if (!verb || noun > *verb || !tree.is(noun, "nsubj") || tree.preposition(noun).empty()) return;
  const auto begin = tree.extent(noun).begin;
  if (tree.upos(begin) == Upos::PUNCT) return;  // "nurses, according to the ministry, treated"
  for (const TokenIndex one : tree.children(*verb)) {
    if (one < noun && tree.is(one, "nsubj") && tree.extent(one).end == begin) all.push_back({noun, one, "nmod"});
  }
}

/// "Our Rector Ann Lee and our Deacon Tom Ray": of a name right behind a title that "and" joins to another, that title.
std::optional<TokenIndex> second_title(const Tree& tree, TokenIndex name) {
  const auto first = tree.is(name, "appos") && name > 0 ? tree.head(name) : std::nullopt;
  if (!first) return std::nullopt;
  const TokenIndex second = name - 1;
  const bool single = tree.xpos(second) == "NN" || tree.xpos(second) == "NNP";
  if (*first >= second || tree.upos(name) != Upos::PROPN || !tree.is(second, "conj") || !single ||
      !tree.within(second, *first))
    return std::nullopt;
  return second;
}

/// "Rebel negotiator Ann Lee and envoy Tom Ray met": who is joined to a name is joined to the title right before it, which stands in the clause.
void mend_joined_to_titled(const Tree& tree, TokenIndex second, std::vector<Attachment>& all) {
  const auto name = tree.is(second, "conj") ? tree.head(second) : std::nullopt;
  const auto title = name && *name < second && tree.is(*name, "appos") ? tree.head(*name) : std::nullopt;
  if (!title || *title + 1 != *name || tree.upos(*name) != Upos::PROPN || tree.xpos(*title) != "NN" ||
      !tree.child(second, "cc") || tree.is_verb(second) ||
      (second + 1 < tree.size() && second_title(tree, second + 1) == second))
    return;
  all.push_back({second, *title, "conj"});
}

/// The name is that of the second title.
void mend_name_of_second(const Tree& tree, TokenIndex name, std::vector<Attachment>& all) {
  const auto title = second_title(tree, name);
  if (!title) return;
  all.push_back({name, *tree.head(name), "conj"});
  all.push_back({*title, name, "nmod:desc"});
}

}  // namespace

void mend_lists(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all) {
  mend_last_apposition(tree, token, all);
  mend_hedge(tree, classes, token, all);
  mend_phrase_as_subject(tree, token, all);
  mend_name_between_commas(tree, token, all);
  mend_names_of_plural(tree, token, all);
  mend_set_off_list(tree, token, all);
  mend_deed(tree, classes, token, all);
  mend_measured_head(tree, classes, token, all);
  mend_measure_before(tree, classes, token, all);
  mend_targeted_noun(tree, classes, token, all);
  mend_doing(tree, token, all);
  mend_titled_phrase(tree, token, all);
  mend_joined_to_titled(tree, token, all);
  mend_name_of_second(tree, token, all);
}

}  // namespace dateline
