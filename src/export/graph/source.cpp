#include <algorithm>
#include <charconv>
#include <cmath>

#include "export/graph/columns.hpp"

namespace dateline {
namespace {

std::vector<DayRange> ranges_of_entities(const Knowledge& knowledge) {
  std::vector<DayRange> ranges(knowledge.entities.size());
  for (const Event& event : knowledge.events) {
    for (const Participant& participant : event.participants) ranges[participant.entity].add(event.date);
    if (event.place) ranges[*event.place].add(event.date);
  }
  return ranges;
}

}  // namespace

void DayRange::add(const std::optional<EventDate>& date) {
  if (!date) return;
  if (date->days.first && (!first || *date->days.first < *first)) first = date->days.first;
  if (date->days.last && (!last || *date->days.last > *last)) last = date->days.last;
}

std::string day_text(const std::optional<DayNumber>& day) { return day ? iso_day(*day) : std::string(); }

std::string decimal(double value, int digits) {
  if (!std::isfinite(value)) return "0";
  char text[400];
  std::string out(text, std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, digits).ptr);
  if (out.find('.') != out.npos) {
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
  }
  return out == "-0" ? "0" : out;
}

GraphSource::GraphSource(const Knowledge& knowledge, const Graph& graph, const Looks* looks)
    : knowledge_(knowledge), graph_(graph), looks_(looks), entity_ranges_(ranges_of_entities(knowledge)) {
  has_items_ = std::any_of(knowledge.entities.begin(), knowledge.entities.end(),
                           [](const Entity& entity) { return !entity.wikidata.empty(); });
  for (const GraphNode& node : graph.nodes) {
    top_rank_ = std::max(top_rank_, node.pagerank);
    shows_events_ = shows_events_ || node.kind == GraphNode::Kind::event;
  }
}

const Event* GraphSource::event(const GraphNode& node) const {
  return node.kind == GraphNode::Kind::event ? &knowledge_.events[node.index] : nullptr;
}

const Entity* GraphSource::entity(const GraphNode& node) const {
  return node.kind == GraphNode::Kind::entity ? &knowledge_.entities[node.index] : nullptr;
}

const NodeLook* GraphSource::look(const GraphNode& node) const {
  if (!looks_) return nullptr;
  const auto found = looks_->find(own_id(*this, node));
  return found == looks_->end() ? nullptr : &found->second;
}

Support GraphSource::support(const GraphEdge& edge) const {
  Support support;
  const auto add = [&](const std::vector<Evidence>& pieces) {
    support.evidence += pieces.size();
    for (const Evidence& piece : pieces) support.origins.insert(knowledge_.documents[piece.document].origin);
    support.only = pieces.empty() ? nullptr : &pieces.front();
  };
  for (const std::uint32_t index : edge.events) {
    const Event& event = knowledge_.events[index];
    support.range.add(event.date);
    support.ids.push_back(event.id);
    support.statuses.insert(name(event.status));
    support.only_date = event.date;
    add(event.evidence);
  }
  for (const std::uint32_t index : edge.relations) {
    const Relation& relation = knowledge_.relations[index];
    support.range.add(event_date(relation.since, Basis::stated));
    support.range.add(event_date(relation.until, Basis::stated));
    support.ids.push_back(relation.id);
    for (const Evidence& piece : relation.evidence) support.statuses.insert(name(piece.status));
    add(relation.evidence);
  }
  if (support.ids.size() != 1) support.only = nullptr, support.only_date.reset();
  return support;
}

std::vector<GraphFact> graph_facts(const GraphSource& source, std::string_view title, std::string_view generator) {
  const Knowledge& knowledge = source.knowledge();
  DayRange range;
  for (const Event& event : knowledge.events) range.add(event.date);
  return {{"title", ColumnType::text, std::string(title)},
          {"generator", ColumnType::text, std::string(generator)},
          {"view", ColumnType::text, source.shows_events() ? "events" : "entities"},
          {"documents", ColumnType::whole, std::to_string(knowledge.documents.size())},
          {"events", ColumnType::whole, std::to_string(knowledge.events.size())},
          {"first_date", ColumnType::text, day_text(range.first)},
          {"last_date", ColumnType::text, day_text(range.last)}};
}

std::string own_id(const GraphSource& source, const GraphNode& node) {
  std::string id = source.entity(node) ? source.entity(node)->id : source.event(node)->id;
  std::replace(id.begin(), id.end(), ':', '_');
  return id.empty() ? "n" : id;
}

std::vector<std::string> node_ids(const GraphSource& source) {
  std::set<std::string, std::less<>> taken;
  std::vector<std::string> ids;
  for (const GraphNode& node : source.graph().nodes) {
    const std::string id = own_id(source, node);
    std::string unique = id;
    for (int copy = 2; !taken.insert(unique).second; ++copy) unique = id + "_" + std::to_string(copy);
    ids.push_back(std::move(unique));
  }
  return ids;
}

std::string EdgeIds::next(const GraphEdge& edge) {
  std::string id = nodes_[edge.from] + ":" + edge.type + ":" + nodes_[edge.to];
  copy_ = id == last_ ? copy_ + 1 : 1;
  last_ = id;
  return copy_ > 1 ? id + ":" + std::to_string(copy_) : id;
}

}  // namespace dateline
