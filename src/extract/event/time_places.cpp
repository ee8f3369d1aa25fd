#include "extract/event/time_places.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t day_length = 10;  ///< of "2019-05-07"; what is shorter is a month or a year

}  // namespace

std::pair<std::uint32_t, std::uint32_t> times_in(const Extraction& extraction, const Sentence& sentence) {
  const auto& times = extraction.times;
  const auto first_at = [&](std::uint32_t byte) {
    const auto found =
        std::partition_point(times.begin(), times.end(), [&](const TimeMention& one) { return one.span.begin < byte; });
    return static_cast<std::uint32_t>(found - times.begin());
  };
  return {first_at(sentence.bytes.begin), first_at(sentence.bytes.end)};
}

bool is_told_of_other_time(const MatchContext& on, const std::vector<bool>& timed, std::uint32_t sentence,
                           DayNumber day, DayNumber apart) {
  const auto& sentences = on.extraction.sentences;
  std::uint32_t before = sentence;
  while (before > 0 && sentences[before - 1].block == sentences[sentence].block && !timed[before - 1]) --before;
  if (before == 0 || sentences[before - 1].block != sentences[sentence].block) return false;
  const auto [first, last] = times_in(on.extraction, sentences[before - 1]);
  for (std::uint32_t i = first; i < last; ++i) {
    const DayInterval& days = on.extraction.times[i].days;
    const bool near = !days.first || !days.last || (*days.first <= day + apart && day - apart <= *days.last);
    if (near) return false;
  }
  return true;
}

EventWords::EventWords(const Tree& tree, const Frames& frames, const std::vector<TokenIndex>& triggers)
    : tree_(tree), frames_(frames), triggers_(tree.size()) {
  for (const TokenIndex trigger : triggers) triggers_[trigger] = true;
}

bool EventWords::can_tell(TokenIndex token) const {
  return triggers_[token] || (tree_.upos(token) == Upos::NOUN && !frames_.of(Upos::NOUN, tree_.lemma(token)).empty());
}

bool EventWords::can_tell(TokenIndex noun, const EventType& type) const { return can_tell(noun, type.id); }

bool EventWords::can_tell(TokenIndex noun, std::string_view type) const {
  if (tree_.upos(noun) != Upos::NOUN) return false;
  const auto& frames = frames_.of(Upos::NOUN, tree_.lemma(noun));
  return std::any_of(frames.begin(), frames.end(), [&](const Candidate& one) { return one.frame->type->id == type; });
}

bool EventWords::can_tell_of(TokenIndex word, const Classes& classes, std::string_view types) const {
  const auto& frames = frames_.of(tree_.upos(word), tree_.lemma(word));
  return std::any_of(frames.begin(), frames.end(),
                     [&](const Candidate& one) { return classes.holds(types, one.frame->type->id); });
}

std::vector<bool> TimePlaces::sentences_with_past() const {
  const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
  std::vector<bool> dated(on_.extraction.sentences.size());
  for (std::size_t i = 0; i < on_.extraction.times.size() && i < on_.extraction.time_tokens.size(); ++i) {
    const Span& tokens = on_.extraction.time_tokens[i];
    const TimeMention& time = on_.extraction.times[i];
    if (tokens.empty() || tokens.begin >= on_.tree.size() || time.edtf.empty() || names_a_thing_[i]) continue;
    const bool ahead = published && published->days.last && time.days.first && *time.days.first > *published->days.last;
    if (!ahead) dated[on_.tree.sentence(tokens.begin)] = true;
  }
  return dated;
}

TimePlaces::TimePlaces(const MatchContext& context, EventWords words)
    : on_(context),
      words_(std::move(words)),
      names_a_thing_(context.extraction.times.size()),
      in_time_(context.tree.size()) {
  for (const Span& tokens : on_.extraction.time_tokens) {
    for (std::size_t token = tokens.begin; token < tokens.end && token < in_time_.size(); ++token)
      in_time_[token] = true;
  }
  for (std::uint32_t time = 0; time < on_.extraction.times.size() && time < on_.extraction.time_tokens.size(); ++time)
    place(time);
}

/// The word of the expression that hangs on one outside of it, rather than a preposition or an article read into it ("the 4 May fires").
TokenIndex TimePlaces::head_of(const Span& tokens) const {
  TokenIndex head = tokens.begin;
  for (TokenIndex one = tokens.begin; one < tokens.end; ++one) {
    const auto above = on_.tree.head(one);
    if (above && tokens.contains(*above)) continue;
    head = one;
    const bool article = on_.tree.is(one, "det") && one + 1 < tokens.end && on_.tree.is(one + 1, "nummod");
    if (!on_.tree.is(one, "case") && !article && !on_.tree.is(one, "punct")) break;
  }
  return head;
}

/// "On Saturday (2024 Friday, UTC)".
bool TimePlaces::is_in_brackets(TokenIndex token) const {
  const Span& sentence = on_.extraction.sentences[on_.tree.sentence(token)].tokens;
  for (TokenIndex one = token; one-- > sentence.begin;) {
    const std::string_view word = on_.tree.word(one);
    if (word == ")" || word == "]") return false;
    if (word == "(" || word == "[") return true;
  }
  return false;
}

/// "Fewer than in 2012": what something is measured against does not date it.
bool TimePlaces::is_compared(TokenIndex token) const {
  const auto parts = on_.tree.children(token);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return (on_.tree.is(one, "case") || on_.tree.is(one, "mark")) &&
           on_.classes.holds("comparison", on_.tree.lemma(one));
  });
}

/// "Since 1996, when 87 people died": the verb of the clause that says what happened then.
std::optional<TokenIndex> TimePlaces::taken_up_by(const Span& tokens) const {
  const Tree& tree = on_.tree;
  TokenIndex next = tokens.end;
  if (next < tree.size() && tree.word(next) == ",") ++next;
  if (next >= tree.size() || tree.sentence(next) != tree.sentence(tokens.begin) || tree.lemma(next) != "when")
    return std::nullopt;
  const auto verb = tree.head(next);
  return verb && *verb > next && tree.is(next, "advmod") ? verb : std::nullopt;
}

/// "The painter Carl Christmas": the end of a name is no feast and no month; but "Carl Maas Tuesday said".
bool TimePlaces::is_part_of_name(TokenIndex time, std::string_view rule) const {
  const Tree& tree = on_.tree;
  return tree.is(time, "flat") && !on_.classes.holds("weekday_rule", rule) && time > 0 &&
         tree.sentence(time - 1) == tree.sentence(time) && tree.upos(time - 1) == Upos::PROPN;
}

/// "A 2005 law", "the Act of 1867", "Monday's decision": a time right before a noun or behind "of" says which one is meant.
bool TimePlaces::says_which(TokenIndex time, TokenIndex noun) const {
  const Tree& tree = on_.tree;
  if (tree.is_verb(noun) || tree.is_predicate(noun)) return false;
  if (tree.is(time, "nmod") && time > noun && is_dated_by(noun) &&
      on_.classes.holds("writing_preposition", tree.preposition(time)))
    return true;  // "a tweet from Sunday"
  if (tree.is(time, "nmod") && time > noun) return on_.classes.holds("complement_preposition", tree.preposition(time));
  return time < noun && (tree.is(time, "compound") || tree.is(time, "amod") || tree.is(time, "nummod") ||
                         tree.is(time, "nmod:unmarked") || tree.is(time, "nmod:desc") || tree.is(time, "nmod:poss"));
}

/// "Found a 2005 law unconstitutional", "convicted under the Act of 1917": which thing, and not when; but "said in a 1981 interview", "signed the
/// treaty of June 12", "parts of May".
bool TimePlaces::tells_which_thing(TokenIndex time) const {
  const Tree& tree = on_.tree;
  if (tree.is(time, "conj") && tree.head(time) && is_time(*tree.head(time)))
    time = *tree.head(time);  // "2008 and 2012"
  auto noun = tree.head(time);
  if (!noun || words_.is_trigger(*noun) || !says_which(time, *noun)) return false;
  if (on_.classes.holds("part_of_time", tree.lemma(*noun))) return false;
  for (int steps = 0; steps < longest_path && tree.is(*noun, "compound") && tree.head(*noun); ++steps)
    noun = tree.head(*noun);  // "at a Monday press event"
  if (tree.is(*noun, "obl") && on_.classes.holds("occasion_preposition", tree.preposition(*noun))) return false;
  if (tree.is(time, "nmod:poss") && tree.is(*noun, "nsubj")) return false;  // what happened then did it
  const auto verb = tree.head(*noun);
  const bool made = verb && time > *noun && (tree.is(*noun, "obj") || tree.is(*noun, "nsubj:pass")) &&
                    on_.classes.holds("making_verb", tree.lemma(*verb));
  return !made;
}

/// "After the fire on May 3": the date is that of the fire, told only to say that something came after it.
bool TimePlaces::is_of_other_time(TokenIndex noun) const {
  return on_.classes.holds("other_time_preposition", on_.tree.preposition(noun));
}

/// "Shortly (before the vote)": on the same day.
bool TimePlaces::is_nearly(TokenIndex begin) const {
  return on_.classes.holds("nearly", on_.tree.lemma(begin)) ||
         (begin > 0 && on_.classes.holds("nearly", on_.tree.lemma(begin - 1)));
}

/// "Was held until the hearing on May 3", the day hung on the verb: it is that of the hearing.
std::optional<TokenIndex> TimePlaces::until_what(TokenIndex time) const {
  const Tree& tree = on_.tree;
  const auto verb = tree.head(time);
  if (!verb || !tree.is(time, "obl")) return std::nullopt;
  for (const TokenIndex noun : tree.children(*verb)) {
    if (!tree.is(noun, "obl") || tree.extent(noun).end != tree.extent(time).begin) continue;
    const std::string& preposition = tree.preposition(noun);
    if (on_.classes.holds("end_preposition", preposition) ||  // "met before a vote on May 3"
        (on_.classes.holds("forward_preposition", preposition) && is_happening(noun) &&
         !is_nearly(static_cast<TokenIndex>(tree.extent(noun).begin))))
      return noun;
  }
  return std::nullopt;
}

/// "Postponed from Saturday to Monday": neither is when it was postponed.
bool TimePlaces::was_moved(TokenIndex time, TokenIndex verb) const {
  return on_.classes.holds("moving_verb", on_.tree.lemma(verb)) &&
         on_.classes.holds("moving_preposition", on_.tree.preposition(time));
}

/// The vote that "was postponed to Monday" is on Monday; from when it was moved is no date of it.
std::optional<TokenIndex> TimePlaces::what_was_moved(TokenIndex time, TokenIndex verb) const {
  if (on_.classes.holds("moved_from", on_.tree.preposition(time))) return std::nullopt;
  auto noun = on_.tree.child(verb, "nsubj:pass");
  if (!noun) noun = on_.tree.child(verb, "obj");
  return noun && words_.can_tell(*noun) ? noun : std::nullopt;
}

/// "Closed the port at the request of the mayor on Friday": the day is that of the closing.
bool TimePlaces::is_asked_for(TokenIndex noun) const {
  const bool beside = on_.tree.is(noun, "obl") || on_.tree.is(noun, "nmod");
  return beside && on_.classes.holds("asking_preposition", on_.tree.preposition(noun)) &&
         on_.classes.holds("asking_occasion", on_.tree.lemma(noun));
}

/// "Had asked for the resignation of the mayor on Monday night", a day that is over: what is asked for lies ahead, so the day is that of the asking.
bool TimePlaces::was_asked_for(std::uint32_t time, TokenIndex noun) const {
  const Tree& tree = on_.tree;
  const auto verb = tree.head(noun);
  const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
  const auto& last = on_.extraction.times[time].days.last;
  if (!verb || !published || !published->days.last || !last || *last > *published->days.last) return false;
  const bool noun_wanted = words_.is_trigger(noun) && !tree.is_verb(noun) &&
                           on_.classes.holds("request_verb", tree.lemma(*verb)) &&
                           (tree.is(noun, "obj") ||
                            (tree.is(noun, "obl") && on_.classes.holds("content_preposition", tree.preposition(noun))));
  const bool deed_wanted =
      tree.is_infinitive(noun) && tree.is(noun, "xcomp") && on_.classes.holds("offering_verb", tree.lemma(*verb)) &&
      on_.classes.holds("deictic_rule", on_.extraction.times[time].rule);  // "offered to go last night"
  return (noun_wanted || deed_wanted) && (tree.is_simple_past(*verb) || tree.is_pluperfect(*verb));
}

/// "An investigation of the violence of the police on June 12", "a summons for notes of a call in May": the time on a word that the noun only
/// concerns is when that was.
bool TimePlaces::is_of_matter(TokenIndex time, TokenIndex noun) const {
  const Tree& tree = on_.tree;
  if (tree.is_verb(noun)) return false;
  TokenIndex below = time;  // the word by which the time hangs on the noun
  for (int steps = 0; steps < longest_path && tree.head(below) && tree.head(below) != noun; ++steps)
    below = *tree.head(below);
  if (below == time || !tree.is(below, "nmod") || below < noun ||
      !on_.classes.holds("matter_preposition", tree.preposition(below)))
    return false;
  const auto& types = on_.classes.of("looking_back_event");
  return std::any_of(types.begin(), types.end(), [&](const std::string& type) { return words_.can_tell(noun, type); });
}

/// "By reports on Saturday", "according to a statement released on Friday": when it was told, and not when it happened.
bool TimePlaces::is_source(TokenIndex noun) const {
  const std::string& preposition = on_.tree.preposition(noun);
  return on_.classes.holds("source_preposition", preposition) ||
         (on_.classes.holds("agent_marker", preposition) && !on_.tree.is(noun, "obl:agent") &&
          on_.classes.holds("report_noun", on_.tree.lemma(noun)));
}

/// "Announced plans on Friday to close the plant", "said Friday it would close": what stands before the marker of an infinitive, or
/// first in a clause that has no marker, is of the verb before it.
bool TimePlaces::stands_before_clause(TokenIndex time, TokenIndex verb) const {
  const Tree& tree = on_.tree;
  if (!tree.head(verb)) return false;
  if (tree.is(verb, "ccomp") && *tree.head(verb) < time && time < verb)
    return tree.head(time) == verb && tree.extent(verb).begin == tree.extent(time).begin;
  if (!tree.is_infinitive(verb)) return false;
  const auto marker = tree.child(verb, "mark");
  return marker && time < *marker && *tree.head(verb) < time;
}

/// "On Monday, police said, two men were arrested": a saying put into the sentence between commas leaves the time before it to what is said.
std::optional<TokenIndex> TimePlaces::told_in_saying(TokenIndex time, TokenIndex verb) const {
  const Tree& tree = on_.tree;
  const auto said = tree.child(verb, "ccomp");
  const auto subject = tree.child(verb, "nsubj");
  TokenIndex phrase = time;  // "at 2 a.m. (0100 UTC)"
  for (int steps = 0; steps < longest_path && tree.head(phrase) && *tree.head(phrase) != verb; ++steps)
    phrase = *tree.head(phrase);
  if (!said || !subject || time > *subject || *subject > verb || *said < verb || tree.head(phrase) != verb)
    return std::nullopt;
  if (verb + 2 >= tree.size() || tree.word(verb + 1) != "," || tree.upos(verb + 2) == Upos::PUNCT) return std::nullopt;
  return said;
}

/// "Where on Sunday Norway signed", read as one name: no subject has a preposition, so the time is of the verb.
std::optional<TokenIndex> TimePlaces::verb_behind(TokenIndex time, std::uint32_t of) const {
  const Tree& tree = on_.tree;
  const auto noun = tree.head(time);
  if (!noun || time > *noun || !tree.is(*noun, "nsubj") || tree.is(time, "nmod:poss")) return std::nullopt;
  auto marked = tree.child(*noun, "case");
  if (!marked) marked = tree.child(time, "case");  // "in 1979 rebels stormed ..."
  const Span& words = on_.extraction.time_tokens[of];
  const auto before = static_cast<TokenIndex>(words.begin - 1);  // "to which on May 3 Peru agreed"
  if (!marked && words.begin > 0 && tree.is(before, "case") &&
      on_.classes.holds("occasion_preposition", tree.lemma(before)))
    marked = before;
  const auto verb = tree.head(*noun);
  return marked && *marked < time && verb && tree.is_verb(*verb) ? verb : std::nullopt;
}

/// "Told reporters today shares will be sold", the day read into the noun behind it: it is that of the telling.
std::optional<TokenIndex> TimePlaces::verb_before(TokenIndex time) const {
  const Tree& tree = on_.tree;
  const auto noun = tree.head(time);
  if (!noun || time > *noun || tree.is(time, "nmod:poss") || !tree.is(*noun, "nsubj")) return std::nullopt;
  const auto clause = tree.head(*noun);
  const auto verb = clause && tree.is(*clause, "ccomp") ? tree.head(*clause) : std::nullopt;
  const bool between = verb && *verb < time && tree.extent(*clause).begin == time;
  return between && on_.classes.holds("reporting_verb", tree.lemma(*verb)) ? verb : std::nullopt;
}

std::optional<TokenIndex> TimePlaces::verb_above(TokenIndex token) const {
  std::optional<TokenIndex> at = on_.tree.head(token);
  for (int steps = 0; at && steps < longest_path; ++steps, at = on_.tree.head(*at)) {
    if (on_.tree.is_verb(*at)) return at;
  }
  return std::nullopt;
}

void TimePlaces::place(std::uint32_t time) {
  const Tree& tree = on_.tree;
  const Span tokens = on_.extraction.time_tokens[time];
  const TimexType type = on_.extraction.times[time].type;
  const bool nowhere = on_.extraction.times[time].edtf.empty();
  const bool lasts = type == TimexType::duration && nowhere;  // "the past three days" have a place
  if (tokens.empty() || tokens.end > tree.size() || type == TimexType::set || (nowhere && !lasts)) return;
  const TokenIndex head = head_of(tokens);
  if (is_compared(head) || is_part_of_name(head, on_.extraction.times[time].rule) || is_joined_to_set(time, head))
    return;
  if (const auto verb = taken_up_by(tokens); verb && !lasts)
    by_owner_.emplace(*verb, Placed{time, head, *verb, false, true});
  if (is_of_record(head)) return;
  const auto add = [&](TokenIndex owner) {
    const Placed placed{time, head, owner, is_in_brackets(tokens.begin)};
    (lasts ? lengths_ : by_owner_).emplace(owner, placed);
    if (!lasts) by_sentence_.emplace(tree.sentence(owner), placed);
  };
  if (const auto verb = verb_behind(head, time)) return add(*verb);
  if (const auto verb = verb_before(head)) return add(*verb);
  if (const auto verb = verb_of_writing(head)) return add(*verb);
  if (const auto noun = until_what(head)) {
    by_owner_.emplace(*noun, Placed{time, head, *noun});
    return;
  }
  if (tells_which_thing(head)) {
    const TokenIndex noun = *tree.head(head);
    names_a_thing_[time] = true;
    if (!lasts && (words_.can_tell(noun) || is_gathering_passed(noun)))
      by_owner_.emplace(noun, Placed{time, head, noun});
    if (!lasts && on_.classes.holds("dated_paper", tree.lemma(noun)))
      by_paper_.emplace(noun, Placed{time, head, noun, false, true});
    return;
  }
  if (is_source(head)) {  // "according to a May 3 report", the noun read as another phrase
    if (const auto told = verb_above(head)) by_source_.emplace(*told, Placed{time, head, head});
    return;
  }
  if (const auto subject = subject_told_of(head); subject && tree.head(head)) {
    by_owner_.emplace(*subject, Placed{time, head, *subject});
    return;
  }
  std::optional<TokenIndex> at = tree.head(head);
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (is_compared(*at)) return;
    const bool verb = tree.is_verb(*at), event = words_.is_trigger(*at);
    if (!verb && is_source(*at)) {
      if (const auto told = verb_above(*at)) by_source_.emplace(*told, Placed{time, head, *at});
      return;
    }
    if (is_asked_for(*at) || was_asked_for(time, *at)) continue;
    if (event && is_of_matter(head, *at)) return;
    if (!event && !verb && is_of_other_time(*at)) {
      by_owner_.emplace(*at, Placed{time, head, *at});
      return;
    }
    if (!event && !verb && is_time_of_subject(time, head, *at)) {
      by_owner_.emplace(*at, Placed{time, head, *at});
      return;
    }
    // "Ann Lee, the mayor since 2012, resigned"; but "the behest of Ann Lee, the mayor, on Friday"
    if (!event && !verb && tree.is(*at, "appos") && on_.extraction.times[time].edtf.size() < day_length) return;
    if (stands_before_clause(head, *at)) continue;
    if (!event && !verb && !tree.is_predicate(*at)) continue;
    if (verb && was_moved(head, *at)) {
      if (const auto moved = what_was_moved(head, *at)) by_owner_.emplace(*moved, Placed{time, head, *moved});
      return;
    }
    if (verb && (is_deadline(head, *at) || is_effect_announced(time, head, *at) || is_of_material(head, *at))) return;
    if (const auto spoken_of = verb ? happening_spoken_of(time, head, *at) : std::nullopt) {
      by_owner_.emplace(*spoken_of, Placed{time, head, *spoken_of});
      return;
    }
    return add(told_in_saying(head, *at).value_or(before_aside(head, *at)));
  }
}

}  // namespace dateline
