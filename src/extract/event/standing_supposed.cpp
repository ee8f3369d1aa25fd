// What is only supposed: a happening that would be, general talk of deeds, what somebody is afraid of.
#include <algorithm>

#include "extract/event/habits.hpp"
#include "extract/event/standing.hpp"

namespace dateline {

/// "A ruling for Lee would help artists", "further attacks could close the port": an indefinite happening of which only
/// the outcome is weighed; but "the invasion would cost him his throne", "a 1990 raid would later be".
bool StandingReader::is_weighed(TokenIndex noun) const {
  const Tree& tree = on_.tree;
  const auto verb = tree.is(noun, "nsubj") || tree.is(noun, "nsubj:pass") ? tree.head(noun) : std::nullopt;
  if (!verb || tree.is_modal_perfect(*verb)) return false;
  const auto determiner = tree.child(noun, "det");
  const bool any = determiner ? on_.classes.holds("indefinite_article", tree.lemma(*determiner)) ||
                                    on_.classes.holds("any_determiner", tree.lemma(*determiner))
                              : tree.xpos(noun) == "NNS" && !tree.child(noun, "nmod:poss");
  if (!any) return false;
  const Span phrase = tree.extent(noun);
  for (TokenIndex one = phrase.begin; one < phrase.end; ++one) {
    if (tree.xpos(one) == "CD" || tree.xpos(one) == "VBD") return false;
  }
  bool supposes = false;
  for (const TokenIndex one : tree.children(*verb)) {
    if (tree.is(one, "advmod") && on_.classes.holds("other_time", tree.lemma(one))) return false;
    const Cue* cue = tree.is(one, "aux") ? cues_.find(CueKind::auxiliary, tree.lemma(one)) : nullptr;
    supposes |= cue && (cue->effect == Effect::conditional || cue->effect == Effect::hypothetical ||
                        cue->effect == Effect::possible);
  }
  return supposes;
}

/// "Forbidding women to drive is unjust", "the art of robbing banks": a deed of which something is said for all times.
bool StandingReader::is_judged_in_general(const Match& match) const {
  const Tree& tree = on_.tree;
  const TokenIndex gerund = match.trigger;
  if (tree.xpos(gerund) != "VBG" || tree.child(gerund, "nsubj")) return false;
  const auto above = tree.is(gerund, "csubj") || tree.is(gerund, "acl") ? tree.head(gerund) : std::nullopt;
  if (!above || names_someone(match, on_)) return false;
  if (tree.is(gerund, "acl"))
    return on_.classes.holds("complement_preposition", tree.marker(gerund)) &&
           on_.classes.holds("deed_in_general", tree.lemma(*above)) && match.amounts.empty();
  const TokenIndex verb = tree.child(*above, "cop").value_or(*above);
  const bool modal = tree.child(*above, "aux") && tree.xpos(*tree.child(*above, "aux")) == "MD";
  return modal || tree.xpos(verb) == "VBZ" || tree.xpos(verb) == "VBP";
}

/// "Villagers fear being evicted", as "fear to travel": nobody says that it happened, as "they fear that he fled" does.
const Cue* StandingReader::feared(TokenIndex clause, std::string_view above) const {
  const Cue* cue = on_.tree.is(clause, "xcomp") ? cues_.find(CueKind::infinitive, above) : nullptr;
  return cue && cue->effect == Effect::hypothetical ? cue : nullptr;
}

}  // namespace dateline
