// Which word of its sentence a time expression dates: the first verb or event noun above it in the tree, with what English makes of that.
#pragma once

#include <map>
#include <ranges>
#include <utility>
#include <vector>

#include "extract/event/matcher.hpp"

namespace dateline {

/// The words of a document that tell events. Holds references.
class EventWords {
 public:
  EventWords(const Tree& tree, const Frames& frames, const std::vector<TokenIndex>& triggers);

  bool is_trigger(TokenIndex token) const { return triggers_[token]; }
  /// A trigger, or a noun that can tell an event, such as one that a verb carries ("held talks").
  bool can_tell(TokenIndex token) const;
  /// Whether a noun can tell an event of this type.
  bool can_tell(TokenIndex noun, const EventType& type) const;
  bool can_tell(TokenIndex noun, std::string_view type) const;
  /// Whether a verb or a noun can tell an event of one of these types.
  bool can_tell_of(TokenIndex word, const Classes& classes, std::string_view types) const;

 private:
  const Tree& tree_;
  const Frames& frames_;
  std::vector<bool> triggers_;
};

/// A time expression and the word that it dates.
struct Placed {
  std::uint32_t time = 0;  ///< index into Extraction::times
  TokenIndex head = 0;     ///< its word that the rest hangs on
  TokenIndex owner = 0;    ///< the verb or event noun that it dates
  bool aside = false;      ///< in brackets: the same time told another way
  bool taken_up = false;   ///< "since 1996, when ...": the time itself, whatever preposition stands before it
};

using PlacedTimes = std::multimap<TokenIndex, Placed>;
using PlacedRange = std::ranges::subrange<PlacedTimes::const_iterator>;

/// Made for one document; holds references.
class TimePlaces {
 public:
  TimePlaces(const MatchContext& context, EventWords words);

  const EventWords& words() const { return words_; }
  /// Times with a place on the calendar that date a word.
  PlacedRange of(TokenIndex owner) const { return range(by_owner_, owner); }
  /// Lengths of time ("for two years") on a word.
  PlacedRange lengths(TokenIndex owner) const { return range(lengths_, owner); }
  /// Times on a source of what a verb tells: "according to reports on Saturday".
  PlacedRange of_source(TokenIndex verb) const { return range(by_source_, verb); }
  /// Times that say which paper is meant: "a June 1999 memo".
  PlacedRange of_paper(TokenIndex noun) const { return range(by_paper_, noun); }
  /// Times in a sentence, by its index; those left out that say only which thing is meant, or that something came after them.
  PlacedRange in_sentence(std::uint32_t sentence) const { return range(by_sentence_, sentence); }
  /// Of each sentence: whether something in it may have happened then. A time that says only which thing is meant ("the 2019 report"), or that
  /// lies after the day of publication ("until 5 April"), is none of what the sentence tells as past.
  std::vector<bool> sentences_with_past() const;
  /// Whether a time says only which thing is meant: "the 2019 report".
  /// A month or a year, and not a day or a week-end.
  bool is_long(std::uint32_t time) const;
  /// "(Was set) for Monday": the day that something is meant for.
  bool is_target(std::uint32_t time) const;
  bool names_a_thing(std::uint32_t time) const { return names_a_thing_[time]; }

 private:
  static PlacedRange range(const PlacedTimes& times, std::uint32_t key) {
    const auto [first, last] = times.equal_range(key);
    return {first, last};
  }
  void place(std::uint32_t time);
  TokenIndex head_of(const Span& tokens) const;
  bool is_time(TokenIndex token) const { return in_time_[token]; }
  bool is_in_brackets(TokenIndex token) const;
  bool is_compared(TokenIndex token) const;
  bool singles_out(TokenIndex word) const;
  bool is_of_record(TokenIndex time) const;
  bool is_happening(TokenIndex word) const;
  bool is_pair_torn(TokenIndex noun, TokenIndex end) const;
  bool is_effect_announced(std::uint32_t time, TokenIndex head, TokenIndex verb) const;
  bool is_of_material(TokenIndex time, TokenIndex verb) const;
  bool is_deadline(TokenIndex time, TokenIndex verb) const;
  TokenIndex before_aside(TokenIndex time, TokenIndex owner) const;
  std::optional<TokenIndex> happening_spoken_of(std::uint32_t time, TokenIndex head, TokenIndex verb) const;
  bool is_time_of_subject(std::uint32_t time, TokenIndex head, TokenIndex noun) const;
  std::optional<TokenIndex> taken_up_by(const Span& tokens) const;
  bool is_part_of_name(TokenIndex time, std::string_view rule) const;
  bool is_dated_by(TokenIndex noun) const;
  bool is_joined_to_set(std::uint32_t time, TokenIndex head) const;
  bool is_gathering_passed(TokenIndex noun) const;
  bool says_which(TokenIndex time, TokenIndex noun) const;
  bool tells_which_thing(TokenIndex head) const;
  bool is_of_other_time(TokenIndex noun) const;
  bool was_moved(TokenIndex time, TokenIndex verb) const;
  std::optional<TokenIndex> what_was_moved(TokenIndex time, TokenIndex verb) const;
  bool is_nearly(TokenIndex begin) const;
  std::optional<TokenIndex> until_what(TokenIndex time) const;
  bool is_asked_for(TokenIndex noun) const;
  bool was_asked_for(std::uint32_t time, TokenIndex noun) const;
  bool is_of_matter(TokenIndex time, TokenIndex noun) const;
  bool is_source(TokenIndex noun) const;
  std::optional<TokenIndex> subject_told_of(TokenIndex time) const;
  bool stands_before_clause(TokenIndex time, TokenIndex verb) const;
  std::optional<TokenIndex> told_in_saying(TokenIndex time, TokenIndex verb) const;
  std::optional<TokenIndex> verb_behind(TokenIndex time, std::uint32_t of) const;
  std::optional<TokenIndex> verb_before(TokenIndex time) const;
  std::optional<TokenIndex> verb_of_writing(TokenIndex time) const;
  std::optional<TokenIndex> verb_above(TokenIndex token) const;

  const MatchContext& on_;
  EventWords words_;
  PlacedTimes by_owner_, by_source_, by_paper_, by_sentence_, lengths_;
  std::vector<bool> names_a_thing_;  ///< of each time
  std::vector<bool> in_time_;        ///< of each word: whether it stands in a time expression
};

/// The time expressions in a sentence, as places in Extraction::times: the first, and the one past the last.
std::pair<std::uint32_t, std::uint32_t> times_in(const Extraction& extraction, const Sentence& sentence);

/// Whether the last dated sentence before this one in its paragraph speaks of quite another time than this day, so many days off or more: "in 1987 a like
/// plane crashed. It killed two."
bool is_told_of_other_time(const MatchContext& on, const std::vector<bool>& timed, std::uint32_t sentence,
                           DayNumber day, DayNumber apart);

}  // namespace dateline
