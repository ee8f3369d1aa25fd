// Times that the sentence names as the time of something: "Monday was the day he resigned", "it was in May that", "which took effect on Monday".
#include <algorithm>

#include "extract/event/dating.hpp"

namespace dateline {

/// "(The closure) took effect on Monday", "took place in May": a verb that says nothing but when something came about.
bool Dating::came_about(TokenIndex clause) const {
  const Tree& tree = on_.tree;
  if (!tree.is_simple_past(clause)) return false;
  if (on_.classes.holds("coming_about", tree.lemma(clause))) return true;
  const auto parts = tree.children(clause);
  return on_.classes.holds("bringing_about", tree.lemma(clause)) &&
         std::any_of(parts.begin(), parts.end(),
                     [&](TokenIndex one) { return one > clause && on_.classes.holds("being_about", tree.lemma(one)); });
}

/// "The closure of the port of Haifa, which took effect on Monday": a clause that only a happening can have, hung on a thing inside its phrase.
std::optional<TokenIndex> Dating::clause_torn_off(TokenIndex noun) const {
  const Tree& tree = on_.tree;
  const Span phrase = tree.extent(noun);
  for (TokenIndex one = noun + 1; one < phrase.end; ++one) {
    const auto thing = tree.head(one);
    if (!thing || *thing <= noun || !tree.is(one, "acl:relcl") || places_.words().can_tell(*thing) || !came_about(one))
      continue;
    const auto subject = tree.child(one, "nsubj");
    if (!subject || !on_.classes.holds("relative_pronoun", tree.lemma(*subject))) continue;
    TokenIndex at = *thing;
    while (at != noun && tree.head(at) && tree.is(at, "nmod")) at = *tree.head(at);
    if (at == noun) return one;
  }
  return std::nullopt;
}

/// "Led to a closure lasting two weeks in March": a participle of taking place right behind what took place, hung on the verb before it.
std::optional<TokenIndex> Dating::participle_behind(TokenIndex noun) const {
  const TokenIndex next = noun + 1;
  const bool behind = next < on_.tree.size() && on_.tree.sentence(next) == on_.tree.sentence(noun) &&
                      on_.tree.xpos(next) == "VBG" && on_.tree.is(next, "advcl") && on_.tree.head(next) < noun;
  return behind && on_.classes.holds("occurring_verb", on_.tree.lemma(next)) ? std::optional(next) : std::nullopt;
}

/// "It was on Friday that he resigned", "it was not until May that the firm paid": the time that the sentence sets before its clause.
std::optional<Dated> Dating::of_cleft(TokenIndex clause) const {
  const Tree& tree = on_.tree;
  const TokenIndex head = *tree.head(clause);
  const auto subject = tree.child(head, "nsubj");
  if (head > clause || !tree.child(head, "cop") || !subject ||
      !on_.classes.holds("expletive_pronoun", tree.lemma(*subject)))
    return std::nullopt;
  const auto [first, last] = times_in(on_.extraction, on_.extraction.sentences[tree.sentence(clause)]);
  for (std::uint32_t time = first; time < last && time < on_.extraction.time_tokens.size(); ++time) {
    if (!on_.extraction.time_tokens[time].contains(head)) continue;
    if (const auto date = event_date(on_.extraction.times[time].edtf, Basis::stated))
      return Dated{*date, time, date_reason::day_itself};
  }
  return std::nullopt;
}

/// "Monday was the day he resigned", "gives July 9 as the day on which it fell", "Monday, the day she left": what is told of a day happened on it.
std::optional<Dated> Dating::of_day_itself(const Standing& standing) const {
  const Tree& tree = on_.tree;
  if (!tree.is_verb(standing.clause) || !tree.head(standing.clause)) return std::nullopt;
  if (auto dated = of_cleft(standing.clause)) return dated;
  const auto begin = static_cast<TokenIndex>(tree.extent(standing.clause).begin);
  const Sentence& sentence = on_.extraction.sentences[tree.sentence(standing.clause)];
  constexpr TokenIndex shortest = 3;  // "Monday, the day"
  if (begin < sentence.tokens.begin + shortest) return std::nullopt;
  TokenIndex at = begin - 1;
  if (!on_.classes.holds("day_noun", tree.lemma(at)) || tree.xpos(at) != "NN") return std::nullopt;
  while (at > sentence.tokens.begin + 1 && tree.upos(at) != Upos::DET && at + shortest > begin) --at;
  if (tree.upos(at) != Upos::DET) return std::nullopt;
  --at;
  const bool linked =
      tree.upos(at) == Upos::AUX || tree.word(at) == "," || on_.classes.holds("identity_preposition", tree.lemma(at));
  if (!linked) return std::nullopt;
  const auto [first, last] = times_in(on_.extraction, sentence);
  for (std::uint32_t time = first; time < last && time < on_.extraction.time_tokens.size(); ++time) {
    if (on_.extraction.time_tokens[time].end != at) continue;
    if (const auto date = event_date(on_.extraction.times[time].edtf, Basis::stated))
      return Dated{*date, time, date_reason::day_itself};
  }
  return std::nullopt;
}

}  // namespace dateline
