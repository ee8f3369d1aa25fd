#include "extract/event/dated_nouns.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t most_looked_at = 128;  ///< nouns before one that takes them up: keeps odd text linear

}  // namespace

DatedNouns::DatedNouns(const MatchContext& context, const TimePlaces& places, const EventLinks& links)
    : on_(context), places_(places), links_(links) {
  for (TokenIndex noun = 0; noun < on_.tree.size(); ++noun) {
    if (is_happening(noun)) told_.push_back({noun, date_of(noun)});
  }
}

bool DatedNouns::is_gathering(TokenIndex noun) const {
  const Lemma& lemma = on_.tree.lemma(noun);
  return on_.classes.holds("gathering", lemma) || on_.classes.holds("meeting_noun", lemma) ||
         on_.classes.holds("social_gathering", lemma) || places_.words().can_tell(noun, "ceremony") ||
         places_.words().can_tell(noun, "meet");
}

bool DatedNouns::is_happening(TokenIndex noun) const {
  if (on_.arguments.in_time(noun)) return false;
  if (on_.tree.upos(noun) == Upos::PROPN)
    return on_.classes.holds("gathering", on_.tree.lemma(noun));  // "the Olympiad"
  if (on_.tree.upos(noun) != Upos::NOUN) return false;
  return is_said(noun) || is_gathering(noun) || places_.words().can_tell(noun);
}

/// The one time on a word that is told as the time itself and not as a bound.
std::optional<ToldDate> DatedNouns::date_on(TokenIndex word) const {
  const PlacedRange times = places_.of(word);
  if (times.empty() || std::next(times.begin()) != times.end()) return std::nullopt;
  const Placed& only = times.front().second;
  const TimeMention& time = on_.extraction.times[only.time];
  if (on_.classes.holds("other_time_preposition", on_.tree.preposition(only.head)) ||
      on_.classes.holds("clock_rule", time.rule))
    return std::nullopt;
  const auto date = event_date(time.edtf, Basis::inferred);
  return date ? std::optional(ToldDate{*date, only.time}) : std::nullopt;
}

/// "Staged a concert", "the debate took place", "spoke at a rally": what the verb tells happened when the noun did. "Opened a congress" tells only
/// how that began.
bool DatedNouns::takes_place_with(TokenIndex noun, TokenIndex verb) const {
  const Tree& tree = on_.tree;
  const Lemma& lemma = tree.lemma(verb);
  const bool participle = tree.xpos(verb) == "VBG" && tree.is(verb, "advcl") && tree.marker(verb).empty();
  if (!tree.is_simple_past(verb) && !participle) return false;
  if (on_.classes.holds("opening_verb", lemma)) return false;
  const bool said = is_said(noun);
  if (tree.is(noun, "obj") || tree.is(noun, "nsubj:pass"))
    return on_.classes.holds("carrying_verb", lemma) || on_.classes.holds("occasion_verb", lemma) ||
           (said && on_.classes.holds("making_verb", lemma));
  if (tree.is(noun, "nsubj")) return on_.classes.holds("occurring_verb", lemma);
  const std::string& preposition = tree.preposition(noun);
  if (!tree.is(noun, "obl")) return false;
  return on_.classes.holds("occasion_preposition", preposition) ||
         (on_.classes.holds("purpose_preposition", preposition) && on_.classes.holds("gathering_verb", lemma));
}

/// "Played host to the Lima Expo, an annual event", "marked the anniversary of the festival": by the gathering that its clause tells of.
std::optional<ToldDate> DatedNouns::date_of_gathering_clause(TokenIndex noun) const {
  const Tree& tree = on_.tree;
  TokenIndex at = noun;
  for (int steps = 0; steps < longest_path && tree.head(at) && tree.is(at, "appos"); ++steps) at = *tree.head(at);
  const bool named = at != noun;
  for (int steps = 0; steps < longest_path && tree.head(at) && tree.is(at, "nmod"); ++steps) at = *tree.head(at);
  const auto verb = tree.head(at);
  const auto event = named && verb ? links_.at.find(*verb) : links_.at.end();
  if (event == links_.at.end() || !is_gathering(noun)) return std::nullopt;
  const EventMention& told = on_.extraction.events[event->second];
  const bool gathered = on_.classes.holds("gathered_event", told.type) || on_.classes.holds("meeting_event", told.type);
  if (!gathered || !is_fact(told) || !told.date || told.date->basis == Basis::bounded) return std::nullopt;
  return ToldDate{*told.date, told.time};
}

/// By the verb that the noun stands with.
std::optional<ToldDate> DatedNouns::date_told_with(TokenIndex noun) const {
  const auto verb = on_.tree.head(noun);
  // "a shooting at a party": on the day of what happened at it
  const bool at_it = verb && links_.at.contains(*verb) && !on_.tree.is_verb(*verb) && on_.tree.is(noun, "nmod") &&
                     on_.classes.holds("occasion_preposition", on_.tree.preposition(noun));
  if (!verb || (!at_it && (!on_.tree.is_verb(*verb) || !takes_place_with(noun, *verb)))) return std::nullopt;
  if (auto date = date_on(*verb)) return date;
  const auto event = links_.at.find(*verb);
  if (event == links_.at.end()) return std::nullopt;
  const EventMention& told = on_.extraction.events[event->second];
  if (!is_fact(told) || !told.date || told.date->basis == Basis::bounded || links_.notes[event->second].on_guessed_day)
    return std::nullopt;
  return ToldDate{*told.date, told.time};
}

std::optional<ToldDate> DatedNouns::date_of(TokenIndex noun) const {
  std::optional<ToldDate> found;
  const auto event = links_.at.find(noun);
  if (event != links_.at.end()) {
    const EventMention& told = on_.extraction.events[event->second];
    if (!is_fact(told)) return std::nullopt;
    if (told.date && told.date->basis != Basis::bounded && !links_.notes[event->second].on_guessed_day)
      found = ToldDate{*told.date, told.time};
  }
  if (!found) found = date_on(noun);
  if (!found) found = date_told_with(noun);
  if (!found) found = date_of_gathering_clause(noun);
  if (!found || !found->date.days.first || !found->date.days.last) return std::nullopt;
  const auto whole =
      event_date(std::string_view(found->date.edtf).substr(0, found->date.edtf.find('T')), Basis::inferred);
  if (found->date.edtf.find('/') == std::string::npos && whole) found->date = *whole;
  return found;
}

/// "A concert", "Friday's blast": brought up for the first time, so that a definite noun behind it means this one.
bool DatedNouns::is_new(TokenIndex noun) const {
  const auto determiner = on_.tree.child(noun, "det");
  return (determiner && on_.classes.holds("indefinite_article", on_.tree.lemma(*determiner))) ||
         on_.arguments.has_own_day(noun);
}

/// "The second concert", "the 2019 concert", "concerts"
bool DatedNouns::is_set_apart(TokenIndex noun, std::optional<TokenIndex> before) const {
  const auto parts = on_.tree.children(noun);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const Lemma& lemma = on_.tree.lemma(one);
    const bool apart = on_.classes.holds("other_occasion", lemma) || on_.classes.holds("ordinal", lemma);
    return on_.arguments.in_time(one) || (apart && !(before && is_told_so(*before, lemma)));
  });
}

/// "The second festival", of what was told as the second one.
bool DatedNouns::is_told_so(TokenIndex before, std::string_view lemma) const {
  const auto parts = on_.tree.children(before);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) { return on_.tree.lemma(one) == lemma; });
}

/// Whether a noun may mean what another one before it told.
bool DatedNouns::can_mean(TokenIndex noun, TokenIndex before) const {
  const bool plural = on_.tree.xpos(noun).ends_with('S');
  if (on_.tree.lemma(noun) == on_.tree.lemma(before)) return plural == on_.tree.xpos(before).ends_with('S');
  return on_.tree.xpos(noun) == "NN" && on_.classes.holds("any_gathering", on_.tree.lemma(noun)) &&
         is_gathering(before);
}

/// "The concert in Oslo", where the sentence before spoke of none in Oslo.
bool DatedNouns::says_more(TokenIndex noun, TokenIndex before) const {
  const Tree& tree = on_.tree;
  const Span& sentence = on_.extraction.sentences[tree.sentence(before)].tokens;
  const auto parts = tree.children(noun);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const bool pronoun = tree.upos(one) == Upos::PRON;
    if (pronoun || !(tree.is(one, "compound") || tree.is(one, "nmod") || tree.is(one, "acl"))) return false;
    for (TokenIndex word = sentence.begin; word < sentence.end; ++word) {
      if (tree.lemma(word) == tree.lemma(one)) return false;
    }
    return true;
  });
}

/// With `wide` only times of more than one day count.
std::optional<ToldDate> DatedNouns::taken_up(TokenIndex noun, bool wide) const {
  const Tree& tree = on_.tree;
  if ((tree.upos(noun) != Upos::NOUN && tree.upos(noun) != Upos::PROPN) || !on_.arguments.is_definite(noun))
    return std::nullopt;
  const auto block = [&](TokenIndex token) { return on_.extraction.sentences[tree.sentence(token)].block; };
  auto at = std::lower_bound(told_.begin(), told_.end(), noun,
                             [](const Told& one, TokenIndex token) { return one.noun < token; });
  std::optional<ToldDate> found;
  for (std::size_t looked = 0; at != told_.begin() && looked < most_looked_at; ++looked) {
    const Told& one = *--at;
    if (!can_mean(noun, one.noun) || tree.sentence(one.noun) == tree.sentence(noun)) continue;
    const bool passed_over = wide && one.date && one.date->date.days.first == one.date->date.days.last;
    if (!one.date || passed_over) {
      if (!found && !passed_over && is_new(one.noun)) return std::nullopt;
      continue;
    }
    if (!found && (says_more(noun, one.noun) || is_set_apart(noun, one.noun))) return std::nullopt;
    if (block(one.noun) == block(noun)) return one.date;
    if (found && found->date.days != one.date->date.days) return std::nullopt;
    found = one.date;
  }
  return found;
}

}  // namespace dateline
