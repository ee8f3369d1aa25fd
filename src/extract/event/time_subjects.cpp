// Times that tell neither when the clause nor when its noun happened: since when nothing was like it, and when that was which something speaks of.
#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// "Worst", "the first win", "its lowest level"
bool TimePlaces::singles_out(TokenIndex word) const {
  const Tree& tree = on_.tree;
  const auto one_of_its_kind = [&](TokenIndex one) {
    return tree.xpos(one) == "JJS" || on_.classes.holds("singles_out", tree.lemma(one));
  };
  const auto parts = tree.children(word);
  return one_of_its_kind(word) || std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
           return tree.is(one, "amod") && one < word && one_of_its_kind(one);
         });
}

/// "The worst flood since 1996", "the strongest storm to hit Cuba since May", "fell to its lowest level since May": how long nothing was like it.
bool TimePlaces::is_of_record(TokenIndex time) const {
  const Tree& tree = on_.tree;
  if (!on_.classes.holds("record_preposition", tree.preposition(time))) return false;
  constexpr int near = 5;
  std::optional<TokenIndex> at = tree.head(time);
  for (int steps = 0; at && steps < near; ++steps, at = tree.head(*at)) {
    const bool finite = tree.is_verb(*at) && !tree.is_infinitive(*at) && !tree.is(*at, "acl");
    if (finite) break;
    if (*at < time && singles_out(*at)) return true;
  }
  if (!at || *at > time || !tree.is_simple_past(*at)) return false;
  const auto parts = tree.children(*at);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const bool right_before = one > *at && tree.extent(one).end == tree.extent(time).begin;
    return right_before && !tree.is_verb(one) && singles_out(one);
  });
}

/// A month or a year, and not a day or a week-end.
bool TimePlaces::is_long(std::uint32_t time) const {
  constexpr DayNumber few_days = 6;
  const DayInterval& days = on_.extraction.times[time].days;
  return days.first && days.last && *days.last - *days.first >= few_days;
}

/// "A call", "the murder", "a speech"
bool TimePlaces::is_happening(TokenIndex word) const {
  const Lemma& lemma = on_.tree.lemma(word);
  if (on_.classes.holds("said_of_person", lemma)) return false;
  return words_.can_tell(word) || on_.classes.holds("gathering", lemma) || on_.classes.holds("meeting_noun", lemma) ||
         on_.classes.holds("social_gathering", lemma) || on_.classes.holds("spoken_work", lemma);
}

/// "Asked for records of a call in July": a month or a year behind a happening that the object only speaks of is when that was.
bool TimePlaces::is_time_of_subject(std::uint32_t time, TokenIndex head, TokenIndex noun) const {
  const Tree& tree = on_.tree;
  if (!is_long(time) || tree.head(head) != noun || noun > head ||
      !on_.classes.holds("during_preposition", tree.preposition(head)))
    return false;
  const auto about = tree.head(noun);
  return about && tree.is(noun, "nmod") && !tree.is_verb(*about) && is_happening(noun) &&
         on_.classes.holds("matter_preposition", tree.preposition(noun));
}

/// "A call between Lee and (President Ruiz)", the second read as something else: what stands before `end` is still of the noun.
bool TimePlaces::is_pair_torn(TokenIndex noun, TokenIndex end) const {
  const Tree& tree = on_.tree;
  const auto joint = static_cast<TokenIndex>(tree.extent(noun).end);
  if (joint >= end || tree.upos(joint) != Upos::CCONJ) return false;
  const auto parts = tree.children(noun);
  const bool pair = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one > noun && tree.is(one, "nmod") && on_.classes.holds("partner_preposition", tree.preposition(one));
  });
  for (TokenIndex one = joint; pair && one < end; ++one) {
    if (tree.is_verb(one) && !tree.is(one, "amod")) return false;
  }
  return pair;
}

/// The same with the time hung on the verb: "was charged over the death of a prisoner in 2020", "demanded records of a call in July", "are
/// investigating the murder of Ana Ruiz in May". Verbs that look back alone, and no bare name of an offence ("was accused of theft in May").
std::optional<TokenIndex> TimePlaces::happening_spoken_of(std::uint32_t time, TokenIndex head, TokenIndex verb) const {
  const Tree& tree = on_.tree;
  if (!is_long(time) || verb > head || !on_.classes.holds("during_preposition", tree.preposition(head)) ||
      on_.classes.holds("carrying_verb", tree.lemma(verb)))
    return std::nullopt;
  const bool looks_back = words_.can_tell_of(verb, on_.classes, "looking_back_event");
  if (!looks_back && !on_.classes.holds("punishing_verb", tree.lemma(verb))) return std::nullopt;
  const TokenIndex end = static_cast<TokenIndex>(tree.extent(head).begin);
  for (TokenIndex noun = verb + 1; noun < end; ++noun) {
    if (tree.upos(noun) != Upos::NOUN || !is_happening(noun) || !tree.within(noun, verb)) continue;
    const bool whole = tree.extent(noun).end == end || tree.within(head, noun) || is_pair_torn(noun, end);
    const bool told = tree.child(noun, "det") || tree.child(noun, "nmod:poss");
    if (!whole || !told) continue;
    // "asked for a recess in August": what is asked for lies ahead
    const bool asked = tree.is(noun, "obl") && tree.head(noun) == verb && tree.is_simple_past(verb) &&
                       on_.classes.holds("request_verb", tree.lemma(verb));
    if (asked) continue;
    const bool matter = (tree.is(noun, "obl") || tree.is(noun, "nmod")) &&
                        on_.classes.holds(looks_back ? "matter_preposition" : "punished_for", tree.preposition(noun));
    const bool object = looks_back && tree.is(noun, "obj") && tree.head(noun) == verb && !tree.is_simple_past(verb);
    if (matter || object) return noun;
  }
  return std::nullopt;
}

/// "Announced her resignation effective Friday", a day to come: when it takes effect, and not when it was announced.
bool TimePlaces::is_effect_announced(std::uint32_t time, TokenIndex head, TokenIndex verb) const {
  const Tree& tree = on_.tree;
  auto begin = static_cast<TokenIndex>(on_.extraction.time_tokens[time].begin);
  while (begin > verb && (is_time(begin - 1) || tree.word(begin - 1) == ",")) --begin;  // "effective Friday, May 3"
  const bool effective = begin > 0 && on_.classes.holds("effect_word", tree.lemma(begin - 1));
  return effective && verb < head && tree.is_simple_past(verb);
}

/// "(Was set) for Monday": the day that something is meant for.
bool TimePlaces::is_target(std::uint32_t time) const {
  const Span& tokens = on_.extraction.time_tokens[time];
  return tokens.begin > 0 &&
         on_.classes.holds("purpose_preposition", on_.tree.lemma(static_cast<TokenIndex>(tokens.begin - 1)));
}

/// "Compared data from 2004", "showed footage from Friday": of when what is looked at is.
bool TimePlaces::is_of_material(TokenIndex time, TokenIndex verb) const {
  const Tree& tree = on_.tree;
  const auto object = tree.child(verb, tree.is_passive(verb) ? "nsubj:pass" : "obj");
  const bool from = on_.classes.holds("moved_from", tree.preposition(time));
  return object && *object < time && from && on_.classes.holds("study_material", tree.lemma(*object));
}

/// "Gave the council until Thursday to decide": when it ends, and not when it was given.
bool TimePlaces::is_deadline(TokenIndex time, TokenIndex verb) const {
  return on_.classes.holds("end_preposition", on_.tree.preposition(time)) &&
         on_.classes.holds("deadline_verb", on_.tree.lemma(verb));
}

/// "Was awarded the medal - an honour that the king confers - in 2014": behind an aside between dashes a time is of what stands before it.
TokenIndex TimePlaces::before_aside(TokenIndex time, TokenIndex owner) const {
  const Tree& tree = on_.tree;
  const auto is_dash = [&](TokenIndex one) {
    const std::string_view word = tree.word(one);
    return word == "\xE2\x80\x94" || word == "\xE2\x80\x93" || word == "--" || word == "-";
  };
  const Span& sentence = on_.extraction.sentences[tree.sentence(time)].tokens;
  auto begin = static_cast<TokenIndex>(tree.extent(time).begin);
  if (is_dash(begin)) ++begin;  // hung on the time
  if (begin <= sentence.begin + 1 || !is_dash(begin - 1)) return owner;
  TokenIndex opens = begin - 2;
  while (opens > sentence.begin && !is_dash(opens)) --opens;
  if (!is_dash(opens) || owner < opens) return owner;
  std::optional<TokenIndex> at = owner;
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (*at < opens && (tree.is_verb(*at) || words_.is_trigger(*at))) return *at;
  }
  return owner;
}

/// "Her last speech was on May 3": the subject of a clause that tells nothing but when it was.
std::optional<TokenIndex> TimePlaces::subject_told_of(TokenIndex time) const {
  const auto subject = on_.tree.child(time, "cop") ? on_.tree.child(time, "nsubj") : std::nullopt;
  return subject && on_.tree.is_noun(*subject) && on_.tree.upos(*subject) != Upos::PRON ? subject : std::nullopt;
}

/// "A letter", "a speech", "footage"
bool TimePlaces::is_dated_by(TokenIndex noun) const {
  const Lemma& lemma = on_.tree.lemma(noun);
  return on_.classes.holds("writing", lemma) || on_.classes.holds("spoken_work", lemma) ||
         on_.classes.holds("record_noun", lemma);
}

/// "Attacked the answer of the press in a 2011 interview", "published a 1999 paper", "a 1930 book she wrote": what a
/// writing of a time says was said then, and when it was made is that time. "Signed a 2015 law" only says which law; what "a 1971 report" itself
/// says has its date by dated_papers.cpp.
std::optional<TokenIndex> TimePlaces::verb_of_writing(TokenIndex time) const {
  const Tree& tree = on_.tree;
  auto noun = tree.head(time);
  if (noun && says_which(time, *noun) && tree.is(*noun, "compound"))
    noun = tree.head(*noun);  // "a 2011 radio interview"
  if (!noun || tree.is_verb(*noun) || words_.is_trigger(*noun) || tree.is(time, "nmod:poss") ||
      !says_which(time, *noun) || time > *noun ||
      (!on_.classes.holds("dated_work", tree.lemma(*noun)) && !on_.classes.holds("spoken_work", tree.lemma(*noun))))
    return std::nullopt;
  const auto makes = [&](TokenIndex verb) {
    return on_.classes.holds("work_making_verb", tree.lemma(verb)) && tree.is_simple_past(verb) &&
           !tree.is_passive(verb);
  };
  const auto says = [&](TokenIndex verb) {
    return on_.classes.holds("saying_verb", tree.lemma(verb)) && tree.is_simple_past(verb) && !tree.is_passive(verb);
  };
  for (const TokenIndex clause : tree.children(*noun)) {
    if (!tree.is(clause, "acl:relcl")) continue;
    const auto subject = tree.child(clause, "nsubj");
    const bool itself = subject && on_.classes.holds("relative_pronoun", tree.lemma(*subject));
    if (itself ? says(clause) : makes(clause)) return clause;
  }
  const auto determiner = tree.child(*noun, "det");
  const bool fresh = determiner && on_.classes.holds("indefinite_article", tree.lemma(*determiner));
  const bool within = (tree.is(*noun, "nmod") || tree.is(*noun, "obl")) && fresh &&
                      on_.classes.holds("spoken_work", tree.lemma(*noun)) &&
                      on_.classes.holds("occasion_preposition", tree.preposition(*noun));
  const auto verb = within ? verb_above(*noun) : tree.head(*noun);
  if (!verb || !tree.is_verb(*verb)) return std::nullopt;
  if (tree.is(*noun, "obj")) return fresh && makes(*verb) ? verb : std::nullopt;
  return within && says(*verb) ? verb : std::nullopt;  // what a dated paper itself says is its own (dated_papers.cpp)
}

/// "Retired after the 2012 Olympics": what came after or before a gathering.
bool TimePlaces::is_gathering_passed(TokenIndex noun) const {
  return is_of_other_time(noun) && on_.classes.holds("gathering", utf8::lower(on_.tree.lemma(noun)));
}

/// "Every Wednesday and Thursday": both come again and again.
bool TimePlaces::is_joined_to_set(std::uint32_t time, TokenIndex head) const {
  const auto before = time > 0 && on_.tree.is(head, "conj") ? on_.tree.head(head) : std::nullopt;
  return before && on_.extraction.times[time - 1].type == TimexType::set &&
         on_.extraction.time_tokens[time - 1].contains(*before);
}

}  // namespace dateline
