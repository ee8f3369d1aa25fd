#include "extract/event/beside_meetings.hpp"

#include <algorithm>

#include "extract/event/date_reasons.hpp"

namespace dateline {
namespace {

/// "The meeting came as X visited Y": what is told beside a meeting happened on the day of the meeting that the report is about, its first.
bool beside_a_meeting(const MatchContext& on, TokenIndex trigger) {
  const auto above = on.tree.head(trigger);
  if (!above || !on.tree.is(trigger, "advcl") || !on.classes.holds("same_time_marker", on.tree.marker(trigger)))
    return false;
  const auto subject = on.tree.child(*above, "nsubj");
  return subject && on.tree.child(*subject, "det") && on.classes.holds("meeting_noun", on.tree.lemma(*subject));
}

}  // namespace

void date_beside_meetings(const MatchContext& on, EventLinks& links, Extraction& extraction) {
  const auto meeting = std::find_if(extraction.events.begin(), extraction.events.end(), [&](const EventMention& one) {
    const bool fact = one.status == Status::asserted || one.status == Status::claimed;
    return one.date && fact && one.date->basis == Basis::stated && on.classes.holds("meeting_event", one.type);
  });
  if (meeting == extraction.events.end()) return;
  const std::size_t source = static_cast<std::size_t>(meeting - extraction.events.begin());
  for (const auto& [trigger, event] : links.at) {
    const EventMention& told = extraction.events[event];
    if (told.date || told.status != Status::asserted || !beside_a_meeting(on, trigger)) continue;
    take_date(extraction, links, event, *extraction.events[source].date, extraction.events[source].time,
              date_reason::meeting);
  }
}

}  // namespace dateline
