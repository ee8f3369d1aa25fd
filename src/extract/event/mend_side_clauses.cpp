// Clauses without a tense beside the main one, and who does what they tell: "with Lee of Ohio calling it a fraud".
#include "extract/event/mend.hpp"

namespace dateline {
namespace {

/// "With Lee of Ohio | calling": the phrase right before a participle without a subject, parsed as one of the main verb.
std::optional<TokenIndex> absolute_phrase(const Tree& tree, const Classes& classes, TokenIndex participle) {
  const auto above = tree.head(participle);
  if (!above || participle == 0 || tree.xpos(participle) != "VBG" || !tree.is(participle, "advcl") ||
      tree.child(participle, "nsubj") || tree.child(participle, "mark") || tree.child(participle, "aux"))
    return std::nullopt;
  const TokenIndex begin = tree.extent(participle).begin;
  if (tree.word(begin) == "," || tree.word(participle - 1) == ",") return std::nullopt;
  for (const TokenIndex one : tree.children(*above)) {
    if (one < participle && tree.is(one, "obl") && tree.extent(one).end == begin &&
        classes.holds("absolute_preposition", tree.preposition(one)))
      return one;
  }
  return std::nullopt;
}

/// ", with Lee of Ohio calling it a fraud": behind a comma the phrase is the subject of the participle; "clashed with miners demanding pay": else the
/// participle tells of whom somebody is against; "met with mayors asking for pay" may tell of either.
void mend_absolute(const Tree& tree, const Classes& classes, TokenIndex participle, std::vector<Attachment>& all) {
  const auto phrase = absolute_phrase(tree, classes, participle);
  if (!phrase) return;
  const auto joint = tree.child(*phrase, "case");
  const TokenIndex begin = tree.extent(*phrase).begin;
  const bool set_off = tree.word(begin) == "," || (begin > 0 && tree.word(begin - 1) == ",");
  if (set_off && joint) {
    all.push_back({*phrase, participle, "nsubj"});
    all.push_back({*joint, participle, "mark"});
    return;
  }
  const auto verb = tree.head(participle);
  if (verb && classes.holds("opposing_verb", tree.lemma(*verb))) all.push_back({participle, *phrase, "acl"});
}

/// "With Lee calling it a fraud and Ruiz of Utah calling it a lie": the second participle has its own subject, which is joined to nothing before it.
void mend_second_absolute(const Tree& tree, const Classes& classes, TokenIndex participle,
                          std::vector<Attachment>& all) {
  const auto first = tree.head(participle);
  if (!first || tree.xpos(participle) != "VBG" || !tree.is(participle, "advcl") || *first > participle ||
      tree.xpos(*first) != "VBG" || tree.child(participle, "nsubj") || tree.child(participle, "mark"))
    return;
  const auto own = tree.child(*first, "nsubj");  // parsed well
  const bool absolute =
      absolute_phrase(tree, classes, *first) || (own && classes.holds("absolute_preposition", tree.preposition(*own)));
  if (!absolute) return;
  const TokenIndex begin = tree.extent(participle).begin;
  for (TokenIndex one = begin; one-- > *first + 1;) {
    if (!tree.is(one, "conj") || !tree.is_noun(one) || tree.extent(one).end != begin || !tree.child(one, "cc"))
      continue;
    all.push_back({one, participle, "nsubj"});
    all.push_back({participle, *first, "conj"});
    return;
  }
}

/// "When the storm moved on the mayor lifted the alert": a finite verb has no subject but the noun right before it, which no preposition joins to the
/// clause before.
void mend_subject_behind_particle(const Tree& tree, const Classes& classes, TokenIndex noun,
                                  std::vector<Attachment>& all) {
  const auto clause = tree.head(noun);
  const auto joint = tree.child(noun, "case");
  if (!clause || !joint || !tree.is(noun, "obl") || *joint != *clause + 1 || !tree.is(*clause, "advcl") ||
      !classes.holds("clause_particle", tree.lemma(*joint)))
    return;
  const auto verb = tree.head(*clause);
  if (!verb || *verb < noun || tree.extent(noun).end != *verb || !tree.is_verb(*verb) || tree.child(*verb, "nsubj") ||
      tree.child(*verb, "csubj") || tree.child(*verb, "expl") || tree.child(*verb, "aux"))
    return;
  const std::string_view tag = tree.xpos(*verb);
  if (tag != "VBD" && tag != "VBZ" && tag != "VBP") return;
  all.push_back({noun, *verb, "nsubj"});
  all.push_back({*joint, *clause, "compound:prt"});
}

/// "Eighty guests, including members of the band, evacuated from Lima": behind the aside a participle tells of all of them.
void mend_behind_inclusion(const Tree& tree, const Classes& classes, TokenIndex participle,
                           std::vector<Attachment>& all) {
  if (!tree.is(participle, "acl") || tree.is(participle, "acl:relcl") || participle == 0 ||
      tree.word(participle - 1) != ",")
    return;
  auto noun = tree.head(participle);
  for (int steps = 0; steps < 2 && noun && tree.is(*noun, "nmod"); ++steps, noun = tree.head(*noun)) {
    const auto whole = tree.head(*noun);
    if (!whole || *whole > *noun || !tree.is_noun(*whole)) return;
    if (!classes.holds("including_preposition", tree.preposition(*noun))) continue;
    all.push_back({participle, *whole, "acl"});
    return;
  }
}

/// "A general whom Chile wants extradited": a bare participle right behind the wish is what is wished.
void mend_wished(const Tree& tree, const Classes& classes, TokenIndex participle, std::vector<Attachment>& all) {
  if (participle == 0 || tree.xpos(participle) != "VBN" || !tree.is(participle, "acl")) return;
  const TokenIndex wish = participle - 1;
  if (tree.is(wish, "acl:relcl") && tree.head(wish) == tree.head(participle) &&
      classes.holds("wishing_verb", tree.lemma(wish)) && !tree.child(participle, "aux:pass"))
    all.push_back({participle, wish, "xcomp"});
}

/// "A bid backed by Norway to end the war failed": what an undertaking is for hangs on it, and not on whose it is.
void mend_undertaking(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all) {
  const auto backed = tree.is_infinitive(verb) ? tree.head(verb) : std::nullopt;
  const auto noun = backed && *backed < verb ? tree.head(*backed) : std::nullopt;
  if (noun && *noun < *backed && tree.is(*backed, "acl") && tree.xpos(*backed) == "VBN" &&
      (tree.is(verb, "xcomp") || tree.is(verb, "advcl")) && tree.child(*backed, "obl:agent") &&
      classes.holds("undertaking", tree.lemma(*noun)))
    all.push_back({verb, *noun, "acl"});
}

}  // namespace

void mend_side_clauses(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all) {
  mend_absolute(tree, classes, token, all);
  mend_second_absolute(tree, classes, token, all);
  mend_subject_behind_particle(tree, classes, token, all);
  mend_behind_inclusion(tree, classes, token, all);
  mend_wished(tree, classes, token, all);
  mend_undertaking(tree, classes, token, all);
}

}  // namespace dateline
