#include "graph/merge/event_labels.hpp"

#include <algorithm>

namespace dateline::merging {
namespace {

LabelName label_name(std::uint32_t entity, const EntityTable& entities) {
  const Entity& known = entities.entities[entity];
  return {known.name, known.kind == EntityKind::group ? Number::plural : Number::singular};
}

Slots slots_of(const Event& event, const EntityTable& entities, const Labels& labels) {
  Slots slots;
  std::vector<LabelName> all;
  for (const Participant& participant : event.participants) {
    slots[participant.role].push_back(label_name(participant.entity, entities));
    all.push_back(slots[participant.role].back());
  }
  if (event.place) slots["place"].push_back(label_name(*event.place, entities));
  for (const Amount& amount : event.amounts) {
    if (std::vector<LabelName>& slot = slots[amount.role]; slot.empty()) slot.push_back({amount.text, Number::plural});
  }
  if (!all.empty()) slots["all"] = std::move(all);
  slots["type"] = {{labels.plain_type(event.type), Number::singular}};
  return slots;
}

bool told_as_past(Status status) {
  return status == Status::asserted || status == Status::claimed || status == Status::denied;
}

bool same_people(const std::vector<LabelName>& left, const std::vector<LabelName>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const LabelName& a, const LabelName& b) { return a.text == b.text; });
}

// The first event spoken of that can be said as a clause.
void add_content(Slots& slots, const Event& speech, const std::vector<Event>& events, const EntityTable& entities,
                 const Labels& labels) {
  if (speech.participants.empty()) return;
  const std::vector<LabelName> speakers = slots[speech.participants.front().role];
  for (const std::uint32_t about : speech.content) {
    const Event& event = events[about];
    const auto clause = labels.clause(event.type, event.mode, slots_of(event, entities, labels));
    if (!clause) continue;
    const bool past = told_as_past(event.status), own = same_people(clause->subject, speakers);
    const std::string& words = past ? clause->participle : clause->base;
    const LabelName said{words, Number::singular, LabelName::Article::none};
    if (own) {
      slots[past ? "own_done" : "own_base"] = {said};
    } else {
      slots["content_subject"] = clause->subject;
      slots[past ? "content_done" : "content_base"] = {said};
    }
    return;
  }
}

}  // namespace

void write_labels(std::vector<Event>& events, const std::vector<std::string>& abouts, const EntityTable& entities,
                  const Labels& labels) {
  for (std::size_t i = 0; i < events.size(); ++i) {
    Event& event = events[i];
    Slots slots = slots_of(event, entities, labels);
    const std::string slot = labels.about_slot(abouts[i]);
    if (!slot.empty()) slots[slot] = {{abouts[i], Number::singular, LabelName::Article::none}};
    add_content(slots, event, events, entities, labels);
    event.label = labels.sentence(event.type, event.mode, event.status, slots);
  }
}

}  // namespace dateline::merging
