#include "extract/event/occasion.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "dateline/base/utf8.hpp"
#include "dateline/ontology.hpp"
#include "extract/event/date_reasons.hpp"
#include "extract/event/main_clauses.hpp"
#include "extract/event/retold.hpp"

namespace dateline {
namespace {

constexpr std::string_view target_role = "target";

bool holds(const std::vector<std::string>& types, const std::string& type) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

/// Also what did not happen on the occasion: "failed to be elected".
bool is_told_of_occasion(const EventMention& event) { return is_fact(event) || event.negated; }

/// A day, or an hour of one.
bool is_day(const EventMention& event) {
  return event.date && event.date->basis != Basis::bounded && event.date->days.first &&
         event.date->days.first == event.date->days.last;
}

/// The day of a date that may tell the hour.
EventDate whole_day(const EventDate& date) {
  return event_date(iso_day(*date.days.first), Basis::inferred).value_or(date);
}

/// Times by which a toll had risen: later than what it counts.
std::set<std::uint32_t> times_of_tolls(const MatchContext& on) {
  std::set<std::uint32_t> times;
  for (const EventMention& event : on.extraction.events) {
    if (event.time && on.classes.holds("toll_rule", event.rule)) times.insert(*event.time);
  }
  return times;
}

/// The event whose day all dated ones of these types share; nothing when they disagree or lie far back.
std::optional<std::uint32_t> anchor(const MatchContext& on, const std::vector<std::string>& types,
                                    const std::vector<EventNote>& notes) {
  const auto published = on.document.published ? parse_edtf(on.document.published->edtf) : std::nullopt;
  if (!published || !published->days.first) return std::nullopt;
  const std::set<std::uint32_t> tolls = times_of_tolls(on);
  std::optional<std::uint32_t> found;
  for (std::uint32_t i = 0; i < on.extraction.events.size(); ++i) {
    const EventMention& event = on.extraction.events[i];
    if (!holds(types, event.type) || !is_fact(event) || !is_day(event) || notes[i].other_occasion ||
        notes[i].on_guessed_day || (event.time && tolls.contains(*event.time)))
      continue;
    const DayNumber ago = *published->days.first - *event.date->days.first;
    if (ago < 0 || ago > a_month) continue;
    if (found && on.extraction.events[*found].date->days != event.date->days) return std::nullopt;
    if (!found) found = i;
  }
  return found;
}

/// Told in the past and not as something before the past.
bool is_told_past(const Tree& tree, TokenIndex trigger, const EventMention& event) {
  std::optional<TokenIndex> at = trigger;
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (tree.is_infinitive(*at) && tree.child(*at, "aux") && tree.xpos(*tree.child(*at, "aux")) == "VB" &&
        tree.relation(*tree.child(*at, "aux")) == "aux")
      return true;  // "was said to have sunk"
    if (shares_perfect(tree, *at)) return false;
    const bool undone = tree.is_infinitive(*at) && !event.negated;  // but "failed to win"
    if (tree.is_verb(*at) && (tree.is_pluperfect(*at) || undone)) return false;
    if (tree.is_verb(*at) && tree.is_simple_past(*at)) return true;
  }
  return !tree.is_verb(trigger) || tree.xpos(trigger) == "VBN";
}

/// "Several explosions"; but "both blasts", "the attacks".
bool is_of_several(const MatchContext& on, TokenIndex noun) {
  if (on.tree.xpos(noun) != "NNS" || on.classes.holds("tally_noun", on.tree.lemma(noun))) return false;
  const auto determiner = on.tree.child(noun, "det");
  return !determiner || !on.classes.holds("definite_determiner", on.tree.lemma(*determiner));
}

/// "Took the blame for several explosions": of several there is no one day.
bool tells_several(const MatchContext& on, const EventWords& words, TokenIndex trigger, const std::string& type) {
  if (is_of_several(on, trigger)) return true;
  constexpr std::size_t longest = 16;
  const Span clause = on.tree.extent(trigger);
  for (TokenIndex one = trigger + 1; one < clause.end && one < trigger + longest; ++one) {
    if (words.can_tell(one, type) && on.tree.within(one, trigger) && is_of_several(on, one)) return true;
  }
  return false;
}

/// Whether the only times of a sentence are hours, or a speaker's "this morning", which say nothing of the day.
bool tells_hours_alone(const MatchContext& on, std::uint32_t sentence) {
  const auto [first, last] = times_in(on.extraction, on.extraction.sentences[sentence]);
  for (std::uint32_t i = first; i < last; ++i) {
    const std::string& rule = on.extraction.times[i].rule;
    const bool spoken = on.classes.holds("deictic_rule", rule) && i < on.extraction.time_tokens.size() &&
                        on.quotations.of(on.extraction.time_tokens[i].begin);
    if (!spoken && !on.classes.holds("clock_rule", rule)) return false;
  }
  return true;
}

/// "Was later arrested"
bool is_told_of_later(const MatchContext& on, TokenIndex trigger) {
  const auto parts = on.tree.children(trigger);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return on.tree.is(one, "advmod") && on.classes.holds("other_time", utf8::lower(on.tree.word(one)));
  });
}

/// The last happening of these kinds that the paragraph dates before this one, when it was on another day: "on Tuesday another blast hit a bus. Two died."
std::optional<std::uint32_t> told_of_other_day(const MatchContext& on, const EventLinks& links,
                                               const std::vector<std::string>& types, TokenIndex trigger,
                                               const EventDate& day) {
  const auto block = [&](TokenIndex token) { return on.extraction.sentences[on.tree.sentence(token)].block; };
  for (auto at = links.at.find(trigger); at != links.at.begin();) {
    --at;
    if (block(at->first) != block(trigger)) return std::nullopt;
    const EventMention& event = on.extraction.events[at->second];
    if (on.tree.sentence(at->first) == on.tree.sentence(trigger) || !holds(types, event.type) || !is_fact(event) ||
        !event.date || event.date->basis == Basis::bounded || !event.date->days.first)
      continue;
    return event.date->days != day.days ? std::optional(at->second) : std::nullopt;
  }
  return std::nullopt;
}

/// Only bounded by when it was told, in a sentence that names no other time; the bound takes the day in.
bool is_bound_around(const EventMention& event, const EventDate& day, const MatchContext& on, TokenIndex trigger) {
  if (event.date->basis != Basis::bounded || event.date->days.first || !event.date->days.last ||
      *day.days.last > *event.date->days.last)
    return false;
  const auto [first, last] = times_in(on.extraction, on.extraction.sentences[on.tree.sentence(trigger)]);
  for (std::uint32_t i = first; i < last; ++i) {
    if (event.time != i) return false;
  }
  return true;
}

/// Told by a clause of its own: "was stabbed", not "the stabbing".
bool has_own_verb(const Tree& tree, TokenIndex trigger) {
  return tree.is_verb(trigger) && tree.is_simple_past(trigger);
}

/// "He claimed he had been jailed without cause": a speaker's own story may be of any day.
bool tells_of_himself(const EventMention& event) {
  return std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& one) {
    return std::find(event.attribution.begin(), event.attribution.end(), one.entity) != event.attribution.end();
  });
}

}  // namespace

Occasions::Occasions(const Resources& resources) {
  const Ontology ontology(resources);
  const Table& table = resources.table("ontology/occasions");
  for (const Row& row : table.rows) {
    Occasion occasion{table.list(row, "anchors"), table.list(row, "followers"), table.list(row, "deeds"),
                      table.list(row, "places")};
    for (const auto* types : {&occasion.anchors, &occasion.followers, &occasion.deeds, &occasion.places}) {
      for (const std::string& type : *types) {
        if (!ontology.event(type.substr(0, type.find(':')))) fail(row, "no event type '" + type + "' in the ontology");
      }
    }
    occasions_.push_back(std::move(occasion));
  }
}

bool Occasions::follows(const MatchContext& on, const Occasion& occasion, TokenIndex trigger,
                        const EventMention& event) {
  // a storm is warned of before it strikes, and moves all the time
  if (on.classes.holds("forewarning", event.mode) || on.classes.holds("passing_mode", event.mode)) return false;
  if (holds(occasion.followers, event.type) || holds(occasion.anchors, event.type)) return true;
  if (!has_own_verb(on.tree, trigger) || tells_of_himself(event)) return false;
  if (holds(occasion.deeds, event.type) || holds(occasion.deeds, event.type + ":" + event.mode)) return true;
  return holds(occasion.places, event.type) &&
         std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& one) {
           const EntityKind kind = on.extraction.entities[one.entity].kind;
           return one.role == target_role && (kind == EntityKind::facility || kind == EntityKind::place);
         });
}

void Occasions::date(const MatchContext& on, const TimePlaces& places, EventLinks& links,
                     Extraction& extraction) const {
  const std::vector<bool> timed = places.sentences_with_past();
  for (const Occasion& occasion : occasions_) {
    const auto source = anchor(on, occasion.anchors, links.notes);
    if (!source) continue;
    const EventDate day = whole_day(*extraction.events[*source].date);
    const auto time = extraction.events[*source].time;
    for (const auto& [trigger, index] : links.at) {
      const EventMention& event = extraction.events[index];
      if (!is_told_of_occasion(event) || links.notes[index].other_occasion || !follows(on, occasion, trigger, event) ||
          is_told_of_later(on, trigger) || tells_several(on, places.words(), trigger, event.type) ||
          !is_told_past(on.tree, trigger, event))
        continue;
      if (event.date) {
        if (is_bound_around(event, day, on, trigger))
          take_date(extraction, links, index, day, time, date_reason::same_occasion);
        if (!links.notes[index].on_guessed_day ||
            is_told_of_other_time(on, timed, on.tree.sentence(trigger), *day.days.first, a_year))
          continue;
        if (const auto then = on_its_day(*event.date, day, links.notes[index]))
          take_date(extraction, links, index, *then, time, date_reason::same_occasion);
        continue;
      }
      const std::uint32_t sentence = on.tree.sentence(trigger);
      if ((timed[sentence] && !tells_hours_alone(on, sentence)) ||
          is_told_of_other_time(on, timed, sentence, *day.days.first, a_month))
        continue;
      if (const auto other = told_of_other_day(on, links, occasion.anchors, trigger, day)) {
        if (on.tree.xpos(trigger) == "NNS") continue;  // "both blasts": of this day and that
        const EventMention& last = extraction.events[*other];
        take_date(extraction, links, index, *last.date, last.time, date_reason::same_occasion);
      } else {
        take_date(extraction, links, index, day, time, date_reason::same_occasion);
      }
    }
  }
}

}  // namespace dateline
