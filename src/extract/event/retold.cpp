#include "extract/event/retold.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "extract/entity/lookup.hpp"
#include "extract/event/date_reasons.hpp"

namespace dateline {
namespace {

constexpr std::size_t most_tellings = 64;
constexpr std::string_view meeting_type = "meet";

/// Whether `whole` has the participant in the same role, or in another while nobody else stands in that one.
bool includes(const EventMention& whole, const Participant& part) {
  bool present = false, role_taken = false;
  for (const Participant& other : whole.participants) {
    if (other == part) return true;
    present |= other.entity == part.entity;
    role_taken |= other.role == part.role;
  }
  return present && !role_taken;
}

bool includes_parts(const EventMention& whole, const EventMention& part) {
  return !part.participants.empty() && std::all_of(part.participants.begin(), part.participants.end(),
                                                   [&](const Participant& one) { return includes(whole, one); });
}

/// The same days, whatever the hour.
bool same_days(const EventDate& one, const EventDate& other) { return one.days == other.days; }

/// What "the attack" can mean happened within a month: a longer time is that of a state ("the outbreak" of the past year).
bool is_occasion(const EventDate& date) {
  return date.days.first && date.days.last && *date.days.last - *date.days.first < a_month;
}

/// "87 people died in 1996", "62 people were killed": nobody who is named, and another number.
bool may_be_others(const Extraction& extraction, const EventMention& dated, const EventMention& undated) {
  const bool named = std::any_of(undated.participants.begin(), undated.participants.end(),
                                 [&](const Participant& one) { return has_name(extraction.entities[one.entity]); });
  if (named) return false;
  return !is_occasion(*dated.date) || std::any_of(dated.amounts.begin(), dated.amounts.end(), [&](const Amount& one) {
    return std::any_of(undated.amounts.begin(), undated.amounts.end(),
                       [&](const Amount& other) { return one.role == other.role && one.value != other.value; });
  });
}

/// "She left her job on Monday", told again with more: "she left the firm". Of people with names, and on one day.
bool tells_less(const Extraction& extraction, const EventMention& dated, const EventMention& undated) {
  return dated.date->basis == Basis::stated && dated.date->precision == Precision::day &&
         includes_parts(undated, dated) &&
         std::all_of(dated.participants.begin(), dated.participants.end(),
                     [&](const Participant& one) { return has_name(extraction.entities[one.entity]); });
}

/// What happens to one person again and again is the same only between the same people.
bool same_happening(const Extraction& extraction, const EventMention& dated, const EventMention& undated,
                    const Classes& classes) {
  if (classes.holds("recurring_event", dated.type) && dated.participants.size() != undated.participants.size())
    return false;
  if (classes.holds("passing_mode", undated.mode)) return false;  // "was moving north" is of another hour each time
  if (dated.type != undated.type || dated.mode != undated.mode || !told_as_fact(dated.status) ||
      dated.negated != undated.negated)
    return false;
  if (dated.part_of.has_value() != undated.part_of.has_value()) return false;  // a part is not all
  if (dated.place && undated.place && *dated.place != *undated.place) return false;
  return includes_parts(dated, undated) ||
         (classes.holds("once_event", dated.type) && tells_less(extraction, dated, undated));
}

/// "The election of Ann Lee" is known by her, and is not any that was told before; else one who is named stands in the place of another.
bool names_other(const Extraction& extraction, const EventMention& dated, const EventMention& again,
                 const Classes& classes) {
  const bool known_by_whom = classes.holds("known_by_whom", again.type);
  return std::any_of(again.participants.begin(), again.participants.end(), [&](const Participant& one) {
    if (!has_name(extraction.entities[one.entity])) return false;
    const auto present = [&](const Participant& other) { return other.entity == one.entity; };
    const bool same_role = std::any_of(dated.participants.begin(), dated.participants.end(),
                                       [&](const Participant& other) { return other.role == one.role; });
    return (same_role || known_by_whom) && std::none_of(dated.participants.begin(), dated.participants.end(), present);
  });
}

/// "Day died on Monday ... after the death of her husband": somebody without a name who is known by the one told of before is another.
bool is_relative_of(const Extraction& extraction, const EventMention& dated, const EventMention& again) {
  const auto holds_mention_of = [&](const Span& outer, std::uint32_t entity) {
    const auto& mentions = extraction.entities[entity].mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](const EntityMention& inner) {
      return outer.begin <= inner.span.begin && inner.span.end <= outer.end && inner.span.size() < outer.size();
    });
  };
  return std::any_of(again.participants.begin(), again.participants.end(), [&](const Participant& one) {
    const auto& mentions = extraction.entities[one.entity].mentions;
    return std::any_of(dated.participants.begin(), dated.participants.end(), [&](const Participant& other) {
      if (other.role != one.role || other.entity == one.entity) return false;
      return std::any_of(mentions.begin(), mentions.end(), [&](const EntityMention& mention) {
        return again.sentence.contains(mention.span.begin) && holds_mention_of(mention.span, other.entity);
      });
    });
  });
}

/// A birth is no marriage, and of a life whose turn has no name nothing is known.
bool same_kind(const EventMention& dated, const EventMention& again, const Classes& classes) {
  if (dated.mode == again.mode) return !dated.mode.empty() || !classes.holds("kind_needed", dated.type);
  return (dated.mode.empty() || again.mode.empty()) && !classes.holds("kind_needed", dated.type);
}

/// "The attack", after an article told of one attack: the same, unless somebody else stands in a role of it.
std::optional<std::size_t> told_before(const Extraction& extraction, const std::vector<std::size_t>& tellings,
                                       std::size_t index, const std::vector<EventNote>& notes, const Classes& classes) {
  const EventMention& again = extraction.events[index];
  std::optional<std::size_t> source;
  for (const std::size_t one : tellings) {
    const EventMention& dated = extraction.events[one];
    if (dated.part_of) continue;                                           // "the arrests": all of them
    if (notes[index].several && notes[one].one_noun) return std::nullopt;  // "the buyouts" are not "the takeover"
    // one that the article is about is not dated by the many of a week: "the shooting", "four shootings that week"
    if (notes[one].several && !notes[index].several && dated.date->days.first != dated.date->days.last) continue;
    if (!told_as_fact(dated.status) || dated.negated || !same_kind(dated, again, classes)) continue;
    if (source && !same_days(*extraction.events[*source].date, *dated.date)) return std::nullopt;
    source = one;
  }
  if (!source || !is_occasion(*extraction.events[*source].date) ||
      names_other(extraction, extraction.events[*source], again, classes) ||
      is_relative_of(extraction, extraction.events[*source], again))
    return std::nullopt;
  return source;
}

bool share_block(const Document& document, const EventMention& one, const EventMention& other) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    return block.bytes.contains(one.sentence.begin) && block.bytes.contains(other.sentence.begin);
  });
}

/// "First elected in 2001", told of a past year in another paragraph, is not the election that the article is about.
bool is_of_earlier_time(const Document& document, const EventMention& dated, const EventMention& again,
                        const Classes& classes) {
  return classes.holds("recurring_event", dated.type) && !is_occasion(*dated.date) &&
         !share_block(document, dated, again);
}

}  // namespace

std::optional<EventDate> on_its_day(const EventDate& guessed, const EventDate& day, const EventNote& note) {
  constexpr DayNumber few = 7;
  const std::size_t starts = guessed.edtf.find('T');
  if (same_days(guessed, day) || day.precision != Precision::day || !day.days.first) return std::nullopt;
  if (starts != std::string::npos) {
    const std::string on = note.on_next_day ? iso_day(*day.days.first + 1) : day.edtf;
    return event_date(on + guessed.edtf.substr(starts), Basis::inferred);
  }
  const bool before =
      guessed.days.first && *day.days.first < *guessed.days.first && *guessed.days.first - *day.days.first <= few;
  return before ? event_date(iso_day(*day.days.first), Basis::inferred) : std::nullopt;
}

void date_retold(const Document& document, const Classes& classes, EventLinks& links, Extraction& extraction) {
  const std::vector<EventNote>& notes = links.notes;
  std::map<std::string_view, std::vector<std::size_t>>
      dated_of;  // by type, the first of them: linear however long the text
  for (std::size_t i = 0; i < extraction.events.size(); ++i) {
    const EventMention& event = extraction.events[i];
    auto& tellings = dated_of[event.type];
    const bool dated = event.date && event.date->basis != Basis::bounded && !notes[i].on_guessed_day;
    if (dated && tellings.size() < most_tellings) tellings.push_back(i);
  }
  struct Found {
    std::size_t undated = 0, source = 0;
    std::string_view reason;
  };
  std::vector<Found> found;
  for (std::size_t i = 0; i < extraction.events.size(); ++i) {
    const EventMention& event = extraction.events[i];
    if ((event.date && !notes[i].on_guessed_day) || !told_as_fact(event.status)) continue;
    if (notes[i].other_occasion || (notes[i].is_speech && !in_headline(document, event))) continue;
    std::optional<std::size_t> source;
    bool agreed = true;
    for (const std::size_t other : dated_of[event.type]) {
      const EventMention& dated = extraction.events[other];
      if (!same_happening(extraction, dated, event, classes) || is_of_earlier_time(document, dated, event, classes) ||
          may_be_others(extraction, dated, event))
        continue;
      agreed &= !source || same_days(*extraction.events[*source].date, *dated.date);
      if (!source) source = other;
    }
    if (source && agreed) {
      found.push_back({i, *source, date_reason::retold});
    } else if (!source && !notes[i].is_speech && (event.told_again || in_headline(document, event))) {
      if (const auto one = told_before(extraction, dated_of[event.type], i, notes, classes))
        found.push_back({i, *one, date_reason::retold});
    }
  }
  // What two people do to each other belongs to the occasion on which they were together.
  for (std::size_t i = 0; i < extraction.events.size(); ++i) {
    const EventMention& event = extraction.events[i];
    if (event.date || event.status != Status::asserted || event.participants.size() != 2 || !notes[i].is_speech)
      continue;
    for (const std::size_t other : dated_of[meeting_type]) {
      const EventMention& meeting = extraction.events[other];
      if (!told_as_fact(meeting.status) || meeting.participants.size() != 2 || !includes_parts(meeting, event))
        continue;
      found.push_back({i, other, date_reason::meeting});
      break;
    }
  }
  for (const Found& one : found) {
    const EventMention& source = extraction.events[one.source];
    if (links.notes[one.undated].on_guessed_day) {
      if (source.date->basis != Basis::stated) continue;
      if (const auto date = on_its_day(*extraction.events[one.undated].date, *source.date, links.notes[one.undated]))
        take_date(extraction, links, one.undated, *date, source.time, date_reason::day_retold);
      continue;
    }
    take_date(extraction, links, one.undated, *source.date, source.time, one.reason);
  }
}

}  // namespace dateline
