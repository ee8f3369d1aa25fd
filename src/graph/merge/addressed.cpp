#include "graph/merge/addressed.hpp"

#include <algorithm>
#include <map>

#include "dateline/ontology.hpp"

namespace dateline::merging {
namespace {

bool told_as_fact(const Event& event) { return event.status == Status::asserted || event.status == Status::claimed; }

bool is_one_day(const std::optional<EventDate>& date) {
  return date && date->basis != Basis::bounded && date->days.first && date->days.first == date->days.last;
}

bool takes_part(const Event& event, std::string_view role, std::uint32_t entity) {
  return std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& one) {
    return one.entity == entity && (role.empty() || one.role == role);
  });
}

}  // namespace

Addressed::Addressed(const Resources& resources) {
  const Ontology ontology(resources);
  const Table& table = resources.table("en/merge/addressed");
  for (const dateline::Row& row : table.rows) {
    rows_.push_back(
        {table.cell(row, "id"), table.cell(row, "speaker"), table.cell(row, "addressee"), table.cell(row, "meeting")});
    for (const std::string& type : {rows_.back().type, rows_.back().meeting}) {
      if (!ontology.event(type)) fail(row, "no event type '" + type + "' in the ontology");
    }
  }
}

bool Addressed::is_addressed(const Event& event) const {
  return told_as_fact(event) && is_one_day(event.date) &&
         std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return row.type == event.type; });
}

bool Addressed::between(const Event& said, const Event& meeting) const {
  const std::uint32_t one = meeting.participants.front().entity, other = meeting.participants.back().entity;
  return std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) {
    if (row.type != said.type || row.meeting != meeting.type) return false;
    return (takes_part(said, row.speaker, one) && takes_part(said, row.addressee, other)) ||
           (takes_part(said, row.speaker, other) && takes_part(said, row.addressee, one));
  });
}

// Told by a week or a month.
bool Addressed::is_undated_meeting(const Event& event) const {
  const auto& date = event.date;
  return told_as_fact(event) && event.participants.size() == 2 && date && date->basis != Basis::bounded &&
         date->days.first && date->days.last && date->days.first != date->days.last &&
         std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return row.meeting == event.type; });
}

std::optional<EventDate> Addressed::day_of(const Event& meeting, const std::vector<const Event*>& said) const {
  std::optional<DayNumber> day;
  for (const Event* speech : said) {
    if (!between(*speech, meeting)) continue;
    const DayNumber told = *speech->date->days.first;
    if (told < *meeting.date->days.first || told > *meeting.date->days.last) continue;
    if (day && *day != told) return std::nullopt;
    day = told;
  }
  return day ? event_date(iso_day(*day), Basis::inferred) : std::nullopt;
}

std::vector<std::size_t> Addressed::date_meetings(std::vector<Event>& events, const std::string& why) const {
  std::map<std::uint32_t, std::vector<const Event*>> said_by;
  for (const Event& event : events) {
    if (!is_addressed(event)) continue;
    for (const Participant& one : event.participants) said_by[one.entity].push_back(&event);
  }
  std::vector<std::size_t> dated;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (!is_undated_meeting(events[i])) continue;
    const auto said = said_by.find(events[i].participants.front().entity);
    auto day = said == said_by.end() ? std::nullopt : day_of(events[i], said->second);
    if (!day) continue;
    day->alternatives.push_back({events[i].date->edtf, why});
    events[i].date = std::move(day);
    dated.push_back(i);
  }
  return dated;
}

}  // namespace dateline::merging
