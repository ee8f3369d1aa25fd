// Speech acts and what they speak of.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "extract/event/classes.hpp"
#include "extract/event/tree.hpp"

namespace dateline {

/// What is known of an event beside what Extraction::events holds.
struct EventNote {
  std::vector<TokenIndex> speech;  ///< triggers of the speech acts that govern it, innermost first
  bool is_speech = false;
  bool hearsay = false;          ///< by its own adverb: "reportedly"
  bool told_in_past = false;     ///< by its own clause (reported.hpp)
  bool other_occasion = false;   ///< told as another than one told before: "the previous election"
  bool one_noun = false;         ///< told by a noun in the singular
  bool several = false;          ///< told by a noun in the plural
  bool on_guessed_day = false;   ///< dated by a clock time alone, whose day is the one in focus
  bool on_next_day = false;      ///< of such a clock time: told as of "the next day"
  std::string_view date_reason;  ///< why it took its date from another part of the article; "" when it did not
  int step = -1;                 ///< of Extraction::steps: the one that tells how it was found
  bool dated_by_whole = false;   ///< told as a part of a number, without a time of its own
  bool within_whole = false;     ///< told as such a part by the verb of the whole: it happened while that did
};

struct EventLinks {
  std::map<TokenIndex, std::uint32_t> at;  ///< the event of a trigger
  std::vector<EventNote> notes;            ///< one an event
};

/// Told as something that happened, by the text or by somebody in it.
inline bool told_as_fact(Status status) { return status == Status::asserted || status == Status::claimed; }
inline bool is_fact(const EventMention& event) { return !event.negated && told_as_fact(event.status); }

/// Whether its sentence is the title or a heading.
bool in_headline(const Document& document, const EventMention& event);

/// Gives an event a date that another part of the article tells (basis: inferred, unless it is a bound), and notes why (date_reasons.hpp).
void take_date(Extraction& extraction, EventLinks& links, std::size_t event, EventDate date,
               std::optional<std::uint32_t> time, std::string_view reason);

/// Fills `content` of speech acts.
void link_contents(const EventLinks& links, Extraction& extraction);

/// Removes the marked events; links and contents follow.
void remove_events(const std::vector<bool>& gone, EventLinks& links, Extraction& extraction);

/// A bare claim (mode "claim") about an event that accuses nobody ("claimed that 10,000 soldiers were sent") is the attribution of that event, not an accusation:
/// it is removed. Types that accuse nobody: class `claimed_event`.
void drop_bare_claims(const Classes& classes, EventLinks& links, Extraction& extraction);

/// What a speaker merely says of its own plans ("said it would sue") adds nothing to the event that it plans, unless it has a date: it is removed.
/// Words that bind who says them: class `promise_word`.
void drop_bare_plans(const Classes& classes, const Tree& tree, EventLinks& links, Extraction& extraction);

}  // namespace dateline
