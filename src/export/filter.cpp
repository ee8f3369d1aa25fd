#include <algorithm>
#include <tuple>

#include "dateline/export.hpp"
#include "export/notes.hpp"

namespace dateline {
namespace {

using Keep = std::vector<char>;
constexpr std::uint32_t gone = UINT32_MAX;

bool restricts(const Filter& filter) {
  return filter.from || filter.to || !filter.entity.empty() || !filter.kind.empty() || !filter.type.empty() ||
         !filter.status.empty() || filter.min_origins > 0 || filter.limit > 0;
}

/// Calls `visit` with every entity that takes part in an event.
template <class Visit>
void each_participant(const Event& event, Visit visit) {
  for (const Participant& participant : event.participants) visit(participant.entity);
  if (event.place) visit(*event.place);
}

template <class Matches>
bool any_participant(const Event& event, Matches matches) {
  bool found = false;
  each_participant(event, [&](std::uint32_t entity) { found = found || matches(entity); });
  return found;
}

bool touches(const std::optional<EventDate>& date, const Filter& filter) {
  if (!filter.from && !filter.to) return true;
  if (!date || (!date->days.first && !date->days.last)) return false;
  return !(filter.from && date->days.last && *date->days.last < *filter.from) &&
         !(filter.to && date->days.first && *date->days.first > *filter.to);
}

bool right_status(Status status, const Filter& filter) {
  return filter.status.empty() ? status != Status::hypothetical : name(status) == filter.status;
}

Keep asked_entities(const Knowledge& knowledge, const Filter& filter) {
  Keep asked(knowledge.entities.size(), filter.entity.empty());
  for (const std::uint32_t index :
       filter.entity.empty() ? std::vector<std::uint32_t>{} : entities_named(knowledge, filter.entity)) {
    asked[index] = true;
  }
  return asked;
}

void keep_most_salient(const Knowledge& knowledge, std::size_t limit, Keep& events) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    if (events[i]) order.push_back(i);
  }
  if (order.size() <= limit) return;
  const auto salience = [](const Event& event) {
    return std::tuple(event.origins, event.articles, event.date.has_value(), event.participants.size());
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return salience(knowledge.events[b]) < salience(knowledge.events[a]);
  });
  for (std::size_t i = limit; i < order.size(); ++i) events[order[i]] = false;
}

Keep kept_events(const Knowledge& knowledge, const Filter& filter, const Keep& asked) {
  Keep keep(knowledge.events.size());
  for (std::size_t i = 0; i < keep.size(); ++i) {
    const Event& event = knowledge.events[i];
    const auto of_kind = [&](std::uint32_t entity) { return name(knowledge.entities[entity].kind) == filter.kind; };
    keep[i] =
        right_status(event.status, filter) && touches(event.date, filter) &&
        (filter.type.empty() || event.type == filter.type) && event.origins >= filter.min_origins &&
        (filter.entity.empty() || any_participant(event, [&](std::uint32_t entity) { return asked[entity] != 0; })) &&
        (filter.kind.empty() || any_participant(event, of_kind));
  }
  if (filter.limit > 0) keep_most_salient(knowledge, static_cast<std::size_t>(filter.limit), keep);
  return keep;
}

/// Entities and documents that kept events and relations refer to.
struct Referred {
  Keep entities, documents;

  void evidence(const std::vector<Evidence>& pieces) {
    for (const Evidence& piece : pieces) {
      documents[piece.document] = true;
      for (const std::uint32_t source : piece.attribution) entities[source] = true;
    }
  }
};

Referred referred_by(const Knowledge& knowledge, const Keep& events) {
  Referred referred{Keep(knowledge.entities.size()), Keep(knowledge.documents.size())};
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (!events[i]) continue;
    each_participant(knowledge.events[i], [&](std::uint32_t entity) { referred.entities[entity] = true; });
    referred.evidence(knowledge.events[i].evidence);
  }
  return referred;
}

Keep kept_relations(const Knowledge& knowledge, const Filter& filter, const Keep& asked, Referred& referred) {
  const Keep of_events = referred.entities;
  Keep keep(knowledge.relations.size());
  for (std::size_t i = 0; i < keep.size(); ++i) {
    const Relation& relation = knowledge.relations[i];
    const bool among_events = of_events[relation.from] && (!relation.to || of_events[*relation.to]);
    const bool asked_for = !filter.entity.empty() && (asked[relation.from] || (relation.to && asked[*relation.to]));
    keep[i] = filter.type.empty() ? among_events || asked_for
                                  : relation.type == filter.type && (filter.entity.empty() || asked_for);
    if (!keep[i]) continue;
    referred.entities[relation.from] = true;
    if (relation.to) referred.entities[*relation.to] = true;
    referred.evidence(relation.evidence);
  }
  return keep;
}

/// The new index of each kept value; `gone` for the others.
std::vector<std::uint32_t> new_indices(const Keep& keep) {
  std::vector<std::uint32_t> indices(keep.size(), gone);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < keep.size(); ++i) {
    if (keep[i]) indices[i] = next++;
  }
  return indices;
}

template <class Value>
std::vector<Value> picked(const std::vector<Value>& values, const Keep& keep) {
  std::vector<Value> kept;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (keep[i]) kept.push_back(values[i]);
  }
  return kept;
}

struct NewIndices {
  std::vector<std::uint32_t> documents, entities, events;

  void apply(std::vector<Evidence>& pieces) const {
    for (Evidence& piece : pieces) {
      piece.document = documents[piece.document];
      for (std::uint32_t& source : piece.attribution) source = entities[source];
    }
  }
  void apply(Event& event) const {
    for (Participant& participant : event.participants) participant.entity = entities[participant.entity];
    if (event.place) event.place = entities[*event.place];
    std::vector<std::uint32_t> content;
    for (const std::uint32_t told : event.content) {
      if (events[told] != gone) content.push_back(events[told]);
    }
    event.content = std::move(content);
    std::erase_if(event.temporal, [&](const TemporalLink& link) { return events[link.event] == gone; });
    for (TemporalLink& link : event.temporal) link.event = events[link.event];
    if (event.part_of && events[*event.part_of] == gone) event.part_of.reset();
    if (event.part_of) event.part_of = events[*event.part_of];
    apply(event.evidence);
  }
  void apply(Relation& relation) const {
    relation.from = entities[relation.from];
    if (relation.to) relation.to = entities[*relation.to];
    apply(relation.evidence);
  }
};

}  // namespace

Omitted omitted(const Knowledge& knowledge, const Filter& filter) {
  const Keep asked = asked_entities(knowledge, filter);
  const auto count = [&](const Filter& other, auto counts) {
    const Keep keep = kept_events(knowledge, other, asked);
    std::size_t number = 0;
    for (std::size_t i = 0; i < keep.size(); ++i) number += keep[i] && counts(knowledge.events[i]);
    return number;
  };
  const auto any = [](const Event&) { return true; };
  Omitted left;
  Filter other = filter;
  other.limit = 0;
  if (filter.limit > 0) {
    const std::size_t fit = count(other, any);
    left.beyond_limit = fit - std::min(fit, static_cast<std::size_t>(filter.limit));
  }
  if (filter.status.empty()) {
    other.status = name(Status::hypothetical);
    left.hypothetical = count(other, any);
    other.status.clear();
  }
  other.from = other.to = std::nullopt;
  if (filter.from || filter.to)
    left.undated = count(other, [](const Event& event) { return !has_place_in_time(event); });
  return left;
}

Knowledge filtered(const Knowledge& knowledge, const Filter& filter) {
  const Keep asked = asked_entities(knowledge, filter);
  const Keep events = kept_events(knowledge, filter, asked);
  Referred referred = referred_by(knowledge, events);
  Keep relations(knowledge.relations.size(), true);
  if (restricts(filter)) {
    relations = kept_relations(knowledge, filter, asked, referred);
  } else {
    referred = {Keep(knowledge.entities.size(), true), Keep(knowledge.documents.size(), true)};
  }
  Knowledge kept{picked(knowledge.documents, referred.documents), picked(knowledge.entities, referred.entities),
                 picked(knowledge.events, events), picked(knowledge.relations, relations)};
  const NewIndices indices{new_indices(referred.documents), new_indices(referred.entities), new_indices(events)};
  for (Event& event : kept.events) indices.apply(event);
  for (Relation& relation : kept.relations) indices.apply(relation);
  return kept;
}

}  // namespace dateline
