#include "export/graph/columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "dateline/base/text.hpp"

namespace dateline {
namespace {

using enum ColumnType;

std::string whole_text(std::int64_t value) { return std::to_string(value); }

/// Okabe and Ito's colours, told apart by colour-blind readers too; events are dark grey.
std::string color(const GraphSource& source, const GraphNode& node) {
  if (const NodeLook* look = source.look(node); look && !look->color.empty()) return look->color;
  const Entity* entity = source.entity(node);
  if (!entity) return "#4d4d4d";
  switch (entity->kind) {
    case EntityKind::person:
      return "#0072b2";
    case EntityKind::organization:
      return "#d55e00";
    case EntityKind::country:
      return "#009e73";
    case EntityKind::place:
      return "#56b4e9";
    case EntityKind::group:
      return "#cc79a7";
    case EntityKind::facility:
      return "#e69f00";
    default:
      return "#999999";
  }
}

template <auto read>
std::string of_event(const GraphSource& source, const GraphNode& node) {
  const Event* event = source.event(node);
  return event ? read(*event) : std::string();
}
template <auto read>
std::string of_entity(const GraphSource& source, const GraphNode& node) {
  const Entity* entity = source.entity(node);
  return entity ? read(*entity) : std::string();
}
template <auto read>
std::string of_date(const GraphSource& source, const GraphNode& node) {
  const Event* event = source.event(node);
  return event && event->date ? read(*event->date) : std::string();
}

std::string label(const GraphSource& source, const GraphNode& node) {
  if (const NodeLook* look = source.look(node); look && !trim(look->label).empty()) return squeeze(look->label);
  const Entity* entity = source.entity(node);
  const std::string text = squeeze(entity ? entity->name : source.event(node)->label);
  return text.empty() ? (entity ? entity->id : source.event(node)->id) : text;
}
std::string kind(const GraphSource& source, const GraphNode& node) {
  const Entity* entity = source.entity(node);
  return entity ? std::string(name(entity->kind)) : "event";
}
std::string first_year(const EventDate& date) {
  return date.days.first ? whole_text(civil(*date.days.first).year) : std::string();
}
std::string quote(const Event& event) {
  return event.evidence.empty() ? std::string() : squeeze(event.evidence.front().quote);
}
std::string first_source(const GraphSource& source, const GraphNode& node) {
  const Event* event = source.event(node);
  return event && !event->evidence.empty() ? source.knowledge().documents[event->evidence.front().document].source
                                           : std::string();
}
template <std::optional<DayNumber> DayRange::*side>
std::string seen(const GraphSource& source, const GraphNode& node) {
  return source.entity(node) ? day_text(source.seen(node).*side) : std::string();
}
std::string community(const GraphSource& source, const GraphNode& node) {
  const NodeLook* look = source.look(node);
  return look ? look->community : std::string();
}
/// From 4 to 40, the area following the rank.
std::string size(const GraphSource& source, const GraphNode& node) {
  if (const NodeLook* look = source.look(node); look && look->size) return decimal(*look->size, 2);
  return decimal(4 + 36 * (source.top_rank() > 0 ? std::sqrt(node.pagerank / source.top_rank()) : 0), 2);
}
template <auto read>
std::string of_node(const GraphSource&, const GraphNode& node) {
  return read(node);
}

constexpr auto no = Guard::no, yes = Guard::yes;
constexpr auto plain = Use::plain;

constexpr std::array nodes = {
    NodeColumn{"label", text, Use::label, no, label},
    NodeColumn{"name", text, Use::copy, yes, label},
    NodeColumn{"kind", text, plain, no, kind},
    NodeColumn{"type", text, plain, yes, of_event<[](const Event& e) { return e.type; }>},
    NodeColumn{"status", text, plain, no, of_event<[](const Event& e) { return std::string(name(e.status)); }>},
    NodeColumn{"date", text, plain, no, of_date<[](const EventDate& d) { return d.edtf; }>},
    NodeColumn{"start", text, plain, no, of_date<[](const EventDate& d) { return day_text(d.days.first); }>},
    NodeColumn{"end", text, plain, no, of_date<[](const EventDate& d) { return day_text(d.days.last); }>},
    NodeColumn{"precision", text, plain, no,
               of_date<[](const EventDate& d) { return std::string(name(d.precision)); }>},
    NodeColumn{"first_year", whole, plain, no, of_date<first_year>},
    NodeColumn{"articles", whole, plain, no, of_event<[](const Event& e) { return whole_text(e.articles); }>},
    NodeColumn{"origins", whole, plain, no, of_event<[](const Event& e) { return whole_text(e.origins); }>},
    NodeColumn{"quote", text, plain, yes, of_event<quote>},
    NodeColumn{"source", text, plain, yes, first_source},
    NodeColumn{"aliases", text, plain, yes, of_entity<[](const Entity& e) { return join(e.aliases, "|"); }>},
    NodeColumn{"country", text, plain, no, of_entity<[](const Entity& e) { return e.country; }>},
    NodeColumn{"mentions", whole, plain, no, of_entity<[](const Entity& e) { return whole_text(e.mentions); }>},
    NodeColumn{"first_date", text, plain, no, seen<&DayRange::first>},
    NodeColumn{"last_date", text, plain, no, seen<&DayRange::last>},
    NodeColumn{"pagerank", ColumnType::fraction, plain, no,
               of_node<[](const GraphNode& n) { return decimal(n.pagerank, 9); }>},
    NodeColumn{"betweenness", ColumnType::fraction, plain, no,
               of_node<[](const GraphNode& n) { return decimal(n.betweenness, 9); }>},
    NodeColumn{"degree", whole, plain, no, of_node<[](const GraphNode& n) { return whole_text(n.degree); }>},
    NodeColumn{"component", whole, plain, no, of_node<[](const GraphNode& n) { return whole_text(n.component); }>},
    NodeColumn{"community", text, plain, no, community},
    NodeColumn{"x", ColumnType::fraction, Use::x, no, of_node<[](const GraphNode& n) { return decimal(n.x, 2); }>},
    NodeColumn{"y", ColumnType::fraction, Use::y, no, of_node<[](const GraphNode& n) { return decimal(n.y, 2); }>},
    NodeColumn{"size", ColumnType::fraction, Use::size, no, size},
    NodeColumn{"color", text, Use::color, no, color},
    NodeColumn{"wikidata", text, plain, yes, of_entity<[](const Entity& e) { return e.wikidata; }>}};

using Edge = const GraphEdge&;
using Rests = const Support&;
using Source = const GraphSource&;

std::string joined(const std::set<std::string_view>& words) {
  return join(std::vector<std::string>(words.begin(), words.end()), "|");
}
std::size_t count(Edge edge) { return edge.events.size() + edge.relations.size(); }
std::string type_of(Source, Edge edge, Rests) { return edge.type; }

constexpr std::array edges = {
    EdgeColumn{"label", text, Use::label, no, type_of},
    EdgeColumn{"interaction", text, Use::copy, yes, type_of},
    EdgeColumn{"weight", ColumnType::fraction, Use::weight, no,
               [](Source, Edge e, Rests) { return std::to_string(std::max<std::size_t>(1, count(e))); }},
    EdgeColumn{"count", whole, plain, no, [](Source, Edge e, Rests) { return std::to_string(count(e)); }},
    EdgeColumn{"first_date", text, plain, no, [](Source, Edge, Rests s) { return day_text(s.range.first); }},
    EdgeColumn{"last_date", text, plain, no, [](Source, Edge, Rests s) { return day_text(s.range.last); }},
    EdgeColumn{"date", text, plain, no,
               [](Source, Edge, Rests s) { return s.only_date ? s.only_date->edtf : std::string(); }},
    EdgeColumn{
        "precision", text, plain, no,
        [](Source, Edge, Rests s) { return s.only_date ? std::string(name(s.only_date->precision)) : std::string(); }},
    EdgeColumn{"evidence", whole, plain, no, [](Source, Edge, Rests s) { return std::to_string(s.evidence); }},
    EdgeColumn{"origins", whole, plain, no, [](Source, Edge, Rests s) { return std::to_string(s.origins.size()); }},
    EdgeColumn{"status", text, plain, no, [](Source, Edge, Rests s) { return joined(s.statuses); }},
    EdgeColumn{"symmetric", whole, plain, no, [](Source, Edge e, Rests) { return whole_text(e.symmetric ? 1 : 0); }},
    EdgeColumn{"quote", text, plain, yes,
               [](Source graph, Edge,
                  Rests s) { return s.only && !graph.shows_events() ? squeeze(s.only->quote) : std::string(); }},
    EdgeColumn{"rests_on", text, plain, no, [](Source, Edge, Rests s) { return join(s.ids, "|"); }}};

}  // namespace

// "wikidata" stands last, to be left off where nobody has an item.
std::span<const NodeColumn> node_columns(const GraphSource& source) {
  return std::span(nodes).first(source.has_items() ? nodes.size() : nodes.size() - 1);
}
std::span<const EdgeColumn> edge_columns() { return edges; }

}  // namespace dateline
