// Whose word is no more than that: papers that another paper quotes, those with no say in the matter, quotations about what others did.
#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/event/standing.hpp"

namespace dateline {

/// "Reports said", "according to early reports": many, and nobody says whose.
bool StandingReader::is_bare_report(TokenIndex noun) const {
  return on_.classes.holds("bare_report", on_.tree.lemma(noun)) && on_.tree.xpos(noun) == "NNS" &&
         !on_.arguments.is_definite(noun) && !on_.tree.child(noun, "nmod");
}

/// "Witnesses said", "according to her agent", "prosecutors said that he robbed her": no office that has to know.
bool StandingReader::is_private_voice(const Match& match, TokenIndex speaker) const {
  const Lemma& lemma = on_.tree.lemma(speaker);
  return on_.classes.holds("nameless_source", lemma) || on_.classes.holds("private_voice", lemma) ||
         is_bare_report(speaker) ||
         (on_.classes.holds("public_accuser", lemma) && !on_.classes.holds("legal_event", match.frame->type->id));
}

/// "According to the Boston Globe, she married him": what one paper tells after another is told at second hand. Not what wire agencies send, which
/// papers print as their own, nor what somebody told the other paper.
bool StandingReader::is_second_hand(const Match& match, const Heads& speakers,
                                    const std::vector<std::uint32_t>& who) const {
  if (std::any_of(speakers.begin(), speakers.end(), [&](TokenIndex one) { return is_private_voice(match, one); }))
    return true;
  return !match.frame->type->speech && std::any_of(who.begin(), who.end(), [&](std::uint32_t one) {
    return is_medium(one) && !on_.classes.holds("wire_agency", utf8::lower(on_.extraction.entities[one].name));
  });
}

/// "'The roof has collapsed,' she said": the text gives her own words for it, and vouches for what others did only when an office says so.
bool StandingReader::is_quoted_of_others(const Match& match, const Heads& speakers) const {
  if (!on_.quotations.of(match.trigger) || !on_.tree.is_verb(match.trigger)) return false;
  const Heads subjects = on_.arguments.subjects(match.trigger);
  return std::none_of(subjects.begin(), subjects.end(),
                      [&](TokenIndex one) { return on_.classes.holds("first_person", on_.tree.lemma(one)); }) &&
         std::none_of(speakers.begin(), speakers.end(),
                      [&](TokenIndex one) { return is_known_as(one, "official_voice"); });
}

/// "Her lawyer advises me that she called him": who advises that something was done tells it, and urges nobody to do it.
bool StandingReader::is_only_told(const Cue& cue, TokenIndex below, TokenIndex above) const {
  const Tree& tree = on_.tree;
  if (cue.effect != Effect::urged || !tree.is(below, "ccomp") ||
      !on_.classes.holds("informing_verb", tree.lemma(above)))
    return false;
  const auto auxiliary = tree.child(below, "aux");  // "that she did not have the money"
  const std::string_view tense = auxiliary ? tree.xpos(*auxiliary) : tree.xpos(below);
  return tense == "VBD" || tense == "VBZ" || tree.is_simple_past(below) || tree.is_present_perfect(below);
}

}  // namespace dateline
