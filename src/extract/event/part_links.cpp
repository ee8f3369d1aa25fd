// What the event of a part has from that of its whole.
#include <algorithm>

#include "extract/event/part_events.hpp"
#include "extract/event/said.hpp"

namespace dateline {
namespace {

/// Whether two dates share no day; of open ends nothing is known.
bool lies_outside(const std::optional<EventDate>& part, const std::optional<EventDate>& whole) {
  if (!part || !whole) return false;
  const DayInterval &one = part->days, &all = whole->days;
  return (one.last && all.first && *one.last < *all.first) || (one.first && all.last && *all.last < *one.first);
}

/// The weekday of the week before, the month of the year before.
std::string one_earlier(const EventDate& date) {
  constexpr DayNumber week = 7, almost_a_year = 360;  // before the first of a month: in that month of the year before
  constexpr std::size_t year_length = 4;              // of "2024-03"
  const auto& [first, last] = date.days;
  if (first && first == last) return iso_day(*first - week);
  if (date.precision != Precision::month || !first || !last) return {};
  const std::string year = iso_day(*first - almost_a_year).substr(0, year_length);
  return year + date.edtf.substr(year_length);
}

/// "20 of them in March", of those who died last year: the other reading of a time that lies in that of the whole.
bool take_reading_within(const EventDate& whole, const std::vector<TimeMention>& times, EventMention& part) {
  std::vector<std::string> readings;
  for (const DateAlternative& other : part.date->alternatives) readings.push_back(other.edtf);
  if (part.time && !times[*part.time].anchor.empty()) readings.push_back(one_earlier(*part.date));
  for (const std::string& reading : readings) {
    const auto date = event_date(reading, part.date->basis);
    if (!date || lies_outside(date, whole)) continue;
    part.date = date;
    return true;
  }
  return false;
}

}  // namespace

Standing standing_of(const Match& match, const std::vector<Match>& matches, const StandingReader& standings) {
  if (!match.part_of) return standings.read(match);
  const TokenIndex trigger = match.part_of->whole;
  const auto whole =
      std::partition_point(matches.begin(), matches.end(), [&](const Match& one) { return one.trigger < trigger; });
  if (whole == matches.end() || whole->trigger != trigger) return standings.read(match);
  Standing standing = standings.read(as_told(*whole));
  if (!match.part_of->own_frame) return standing;
  Standing own = standings.read(match);
  own.status = combined(own.status, standing.status);
  own.negated |= standing.negated;
  own.clause = standing.clause;  // "120 of which are stationed there" is no habit
  if (own.attribution.empty()) own.attribution = standing.attribution;
  return own;
}

void link_parts(const std::vector<Match>& matches, const Document& document, EventLinks& links,
                Extraction& extraction) {
  std::vector<bool> gone(extraction.events.size());
  bool any = false;
  for (const Match& match : matches) {
    const auto part = match.part_of ? links.at.find(match.trigger) : links.at.end();
    if (part == links.at.end()) continue;
    const auto whole = links.at.find(match.part_of->whole);
    if (whole == links.at.end()) {
      gone[part->second] = any = true;
      continue;
    }
    extraction.events[part->second].part_of = whole->second;
    links.notes[part->second].dated_by_whole = !match.part_of->own_time;
    links.notes[part->second].within_whole = !match.part_of->own_verb;
    const Span& place = extraction.events[whole->second].trigger;
    const std::string trigger(std::string_view(document.text).substr(place.begin, place.size()));
    extraction.steps.push_back({links.notes[part->second].step, match.part_of->rule, "part of: " + trigger});
  }
  if (any) remove_events(gone, links, extraction);
}

void date_parts(EventLinks& links, Extraction& extraction) {
  for (std::size_t i = 0; i < extraction.events.size(); ++i) {
    EventMention& part = extraction.events[i];
    if (!part.part_of) continue;
    EventNote& note = links.notes[i];
    const EventMention& whole = extraction.events[*part.part_of];
    const bool misread = note.within_whole && lies_outside(part.date, whole.date);
    if (misread && take_reading_within(*whole.date, extraction.times, part)) continue;
    if (!note.dated_by_whole && !misread) continue;
    part.date = whole.date, part.time = whole.time;
    note.date_reason = {};
  }
}

}  // namespace dateline
