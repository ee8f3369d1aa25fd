// GraphML in the dialect that Gephi, networkx, igraph, graphology and Boost all read the same way: every edge directed,
// only string, int and double, prefixed key ids (Gephi takes the ids "b" or "x" for colours and places), absent values
// left out, one edge for each source, target and type (Gephi's default merge mixes the dates of parallel ones).
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <ostream>
#include <set>

#include "dateline/base/text.hpp"
#include "export/formats.hpp"
#include "export/xml_text.hpp"

namespace dateline {
namespace {

std::string whole(std::int64_t value) { return std::to_string(value); }

/// At most `digits` after the point; no trailing zeros, no "-0".
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

/// Days from the earliest beginning to the latest end.
struct Range {
  std::optional<DayNumber> first, last;

  void add(const std::optional<EventDate>& date) {
    if (!date) return;
    if (date->days.first && (!first || *date->days.first < *first)) first = date->days.first;
    if (date->days.last && (!last || *date->days.last > *last)) last = date->days.last;
  }
};

std::string day_text(const std::optional<DayNumber>& day) { return day ? iso_day(*day) : std::string(); }

/// What an edge rests on, counted.
struct Support {
  Range range;
  std::size_t evidence = 0;
  std::set<std::string_view> origins, statuses;
  std::vector<std::string> ids;
};

struct Source {
  const Knowledge& knowledge;
  const Graph& graph;
  const ExportOptions& options;
  std::vector<Range> entity_ranges;
  double top_rank = 0;

  const Event* event(const GraphNode& node) const {
    return node.kind == GraphNode::Kind::event ? &knowledge.events[node.index] : nullptr;
  }
  const Entity* entity(const GraphNode& node) const {
    return node.kind == GraphNode::Kind::entity ? &knowledge.entities[node.index] : nullptr;
  }

  Support support(const GraphEdge& edge) const {
    Support support;
    const auto add = [&](const std::vector<Evidence>& pieces) {
      support.evidence += pieces.size();
      for (const Evidence& piece : pieces) support.origins.insert(knowledge.documents[piece.document].origin);
    };
    for (const std::uint32_t index : edge.events) {
      support.range.add(knowledge.events[index].date);
      support.ids.push_back(knowledge.events[index].id);
      support.statuses.insert(name(knowledge.events[index].status));
      add(knowledge.events[index].evidence);
    }
    for (const std::uint32_t index : edge.relations) {
      support.range.add(event_date(knowledge.relations[index].since, Basis::stated));
      support.range.add(event_date(knowledge.relations[index].until, Basis::stated));
      support.ids.push_back(knowledge.relations[index].id);
      for (const Evidence& piece : knowledge.relations[index].evidence) support.statuses.insert(name(piece.status));
      add(knowledge.relations[index].evidence);
    }
    return support;
  }
};

std::vector<Range> ranges_of_entities(const Knowledge& knowledge) {
  std::vector<Range> ranges(knowledge.entities.size());
  for (const Event& event : knowledge.events) {
    for (const Participant& participant : event.participants) ranges[participant.entity].add(event.date);
  }
  return ranges;
}

/// Okabe and Ito's colours, told apart by colour-blind readers too; events are dark grey.
std::string_view color(const Entity* entity) {
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

enum class Guard { no, yes };  // against Gephi's reading of "INF"; labels do not need it

struct NodeColumn {
  std::string_view id, name, type;
  Guard guard;
  std::string (*value)(const Source&, const GraphNode&);
};

template <auto read>
std::string of_event(const Source& source, const GraphNode& node) {
  const Event* event = source.event(node);
  return event ? read(*event) : std::string();
}
template <auto read>
std::string of_entity(const Source& source, const GraphNode& node) {
  const Entity* entity = source.entity(node);
  return entity ? read(*entity) : std::string();
}
template <auto read>
std::string of_date(const Source& source, const GraphNode& node) {
  const Event* event = source.event(node);
  return event && event->date ? read(*event->date) : std::string();
}

std::string label(const Source& source, const GraphNode& node) {
  const Entity* entity = source.entity(node);
  const std::string text = squeeze(entity ? entity->name : source.event(node)->label);
  return text.empty() ? (entity ? entity->id : source.event(node)->id) : text;
}
std::string kind(const Source& source, const GraphNode& node) {
  const Entity* entity = source.entity(node);
  return entity ? std::string(name(entity->kind)) : "event";
}
std::string first_year(const EventDate& date) {
  return date.days.first ? whole(civil(*date.days.first).year) : std::string();
}
std::string quote(const Event& event) {
  return event.evidence.empty() ? std::string() : squeeze(event.evidence.front().quote);
}
std::string first_source(const Source& source, const GraphNode& node) {
  const Event* event = source.event(node);
  return event && !event->evidence.empty() ? source.knowledge.documents[event->evidence.front().document].source
                                           : std::string();
}
template <std::optional<DayNumber> Range::*side>
std::string seen(const Source& source, const GraphNode& node) {
  return source.entity(node) ? day_text(source.entity_ranges[node.index].*side) : std::string();
}
/// From 4 to 40, the area following the rank.
std::string size(const Source& source, const GraphNode& node) {
  return decimal(4 + 36 * (source.top_rank > 0 ? std::sqrt(node.pagerank / source.top_rank) : 0), 2);
}

constexpr std::array node_columns = {
    NodeColumn{"n_label", "label", "string", Guard::no, label},
    NodeColumn{"n_name", "name", "string", Guard::yes, label},
    NodeColumn{"n_kind", "kind", "string", Guard::no, kind},
    NodeColumn{"n_type", "type", "string", Guard::yes, of_event<[](const Event& e) { return e.type; }>},
    NodeColumn{"n_status", "status", "string", Guard::no,
               of_event<[](const Event& e) { return std::string(name(e.status)); }>},
    NodeColumn{"n_date", "date", "string", Guard::no, of_date<[](const EventDate& d) { return d.edtf; }>},
    NodeColumn{"n_start", "start", "string", Guard::no,
               of_date<[](const EventDate& d) { return day_text(d.days.first); }>},
    NodeColumn{"n_end", "end", "string", Guard::no, of_date<[](const EventDate& d) { return day_text(d.days.last); }>},
    NodeColumn{"n_precision", "precision", "string", Guard::no,
               of_date<[](const EventDate& d) { return std::string(name(d.precision)); }>},
    NodeColumn{"n_first_year", "first_year", "int", Guard::no, of_date<first_year>},
    NodeColumn{"n_articles", "articles", "int", Guard::no, of_event<[](const Event& e) { return whole(e.articles); }>},
    NodeColumn{"n_origins", "origins", "int", Guard::no, of_event<[](const Event& e) { return whole(e.origins); }>},
    NodeColumn{"n_quote", "quote", "string", Guard::yes, of_event<quote>},
    NodeColumn{"n_source", "source", "string", Guard::yes, first_source},
    NodeColumn{"n_aliases", "aliases", "string", Guard::yes,
               of_entity<[](const Entity& e) { return join(e.aliases, "|"); }>},
    NodeColumn{"n_country", "country", "string", Guard::no, of_entity<[](const Entity& e) { return e.country; }>},
    NodeColumn{"n_mentions", "mentions", "int", Guard::no,
               of_entity<[](const Entity& e) { return whole(e.mentions); }>},
    NodeColumn{"n_first_date", "first_date", "string", Guard::no, seen<&Range::first>},
    NodeColumn{"n_last_date", "last_date", "string", Guard::no, seen<&Range::last>},
    NodeColumn{"n_pagerank", "pagerank", "double", Guard::no,
               [](const Source&, const GraphNode& n) { return decimal(n.pagerank, 9); }},
    NodeColumn{"n_betweenness", "betweenness", "double", Guard::no,
               [](const Source&, const GraphNode& n) { return decimal(n.betweenness, 9); }},
    NodeColumn{"n_degree", "degree", "int", Guard::no,
               [](const Source&, const GraphNode& n) { return whole(n.degree); }},
    NodeColumn{"n_component", "component", "int", Guard::no,
               [](const Source&, const GraphNode& n) { return whole(n.component); }},
    NodeColumn{"n_x", "x", "double", Guard::no, [](const Source&, const GraphNode& n) { return decimal(n.x, 2); }},
    NodeColumn{"n_y", "y", "double", Guard::no, [](const Source&, const GraphNode& n) { return decimal(n.y, 2); }},
    NodeColumn{"n_size", "size", "double", Guard::no, size},
    NodeColumn{"n_color", "color", "string", Guard::no,
               [](const Source& s, const GraphNode& n) { return std::string(color(s.entity(n))); }}};

struct EdgeColumn {
  std::string_view id, name, type;
  Guard guard;
  std::string (*value)(const GraphEdge&, const Support&);
};

std::string joined(const std::set<std::string_view>& words) {
  return join(std::vector<std::string>(words.begin(), words.end()), "|");
}
std::size_t count(const GraphEdge& edge) { return edge.events.size() + edge.relations.size(); }

constexpr std::array edge_columns = {
    EdgeColumn{"e_label", "label", "string", Guard::no, [](const GraphEdge& e, const Support&) { return e.type; }},
    EdgeColumn{"e_interaction", "interaction", "string", Guard::yes,
               [](const GraphEdge& e, const Support&) { return e.type; }},
    EdgeColumn{"e_weight", "weight", "double", Guard::no,
               [](const GraphEdge& e, const Support&) { return std::to_string(std::max<std::size_t>(1, count(e))); }},
    EdgeColumn{"e_count", "count", "int", Guard::no,
               [](const GraphEdge& e, const Support&) { return std::to_string(count(e)); }},
    EdgeColumn{"e_first_date", "first_date", "string", Guard::no,
               [](const GraphEdge&, const Support& s) { return day_text(s.range.first); }},
    EdgeColumn{"e_last_date", "last_date", "string", Guard::no,
               [](const GraphEdge&, const Support& s) { return day_text(s.range.last); }},
    EdgeColumn{"e_evidence", "evidence", "int", Guard::no,
               [](const GraphEdge&, const Support& s) { return std::to_string(s.evidence); }},
    EdgeColumn{"e_origins", "origins", "int", Guard::no,
               [](const GraphEdge&, const Support& s) { return std::to_string(s.origins.size()); }},
    EdgeColumn{"e_status", "status", "string", Guard::no,
               [](const GraphEdge&, const Support& s) { return joined(s.statuses); }},
    EdgeColumn{"e_symmetric", "symmetric", "int", Guard::no,
               [](const GraphEdge& e, const Support&) { return whole(e.symmetric ? 1 : 0); }},
    EdgeColumn{"e_rests_on", "rests_on", "string", Guard::no,
               [](const GraphEdge&, const Support& s) { return join(s.ids, "|"); }}};

void append_key(std::string& out, std::string_view id, std::string_view element, std::string_view key_name,
                std::string_view type) {
  for (const std::string_view part : {std::string_view("  <key id=\""), id, std::string_view("\" for=\""), element,
                                      std::string_view("\" attr.name=\""), key_name,
                                      std::string_view("\" attr.type=\""), type, std::string_view("\"/>\n")}) {
    out += part;
  }
}

void append_data(std::string& out, std::string_view key, std::string_view value) {
  const std::string text = xml_text(value);
  if (trim(text).empty()) return;
  out += "<data key=\"";
  out += key;
  out += "\">";
  out += text;
  out += "</data>";
}

template <class Column>
void append_column(std::string& out, const Column& column, const std::string& value) {
  append_data(out, column.id,
              column.guard == Guard::yes && value.find("INF") != value.npos ? inf_guarded(value) : value);
}

/// An id for each node: the knowledge's own, made safe for edge ids ("a:role:b") and unique.
std::vector<std::string> node_ids(const Source& source) {
  std::set<std::string, std::less<>> taken;
  std::vector<std::string> ids;
  for (const GraphNode& node : source.graph.nodes) {
    std::string id = source.entity(node) ? source.entity(node)->id : source.event(node)->id;
    std::replace(id.begin(), id.end(), ':', '_');
    if (id.empty()) id = "n";
    std::string unique = id;
    for (int copy = 2; !taken.insert(unique).second; ++copy) unique = id + "_" + std::to_string(copy);
    ids.push_back(std::move(unique));
  }
  return ids;
}

std::string header(const Source& source) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
      " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  const Knowledge& knowledge = source.knowledge;
  const bool events = std::any_of(source.graph.nodes.begin(), source.graph.nodes.end(),
                                  [](const GraphNode& node) { return node.kind == GraphNode::Kind::event; });
  Range range;
  for (const Event& event : knowledge.events) range.add(event.date);
  struct Fact {
    std::string_view id, name, type;
    std::string value;
  };
  const std::array facts = {Fact{"g_title", "title", "string", source.options.title},
                            Fact{"g_generator", "generator", "string", source.options.generator},
                            Fact{"g_view", "view", "string", events ? "events" : "entities"},
                            Fact{"g_documents", "documents", "int", std::to_string(knowledge.documents.size())},
                            Fact{"g_events", "events", "int", std::to_string(knowledge.events.size())},
                            Fact{"g_first_date", "first_date", "string", day_text(range.first)},
                            Fact{"g_last_date", "last_date", "string", day_text(range.last)}};
  for (const Fact& fact : facts) append_key(out, fact.id, "graph", fact.name, fact.type);
  for (const NodeColumn& column : node_columns) append_key(out, column.id, "node", column.name, column.type);
  for (const EdgeColumn& column : edge_columns) append_key(out, column.id, "edge", column.name, column.type);
  out += "  <graph id=\"dateline\" edgedefault=\"directed\">\n    ";
  for (const Fact& fact : facts) append_data(out, fact.id, fact.value);
  return out + "\n";
}

void write_nodes(const Source& source, const std::vector<std::string>& ids, std::ostream& out) {
  std::string line;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    line = "    <node id=\"" + xml_attribute(ids[i]) + "\">";
    for (const NodeColumn& column : node_columns)
      append_column(line, column, column.value(source, source.graph.nodes[i]));
    out << line << "</node>\n";
  }
}

void write_edges(const Source& source, const std::vector<std::string>& ids, std::ostream& out) {
  std::string line, last_id;
  int copy = 1;
  for (const GraphEdge& edge : source.graph.edges) {
    std::string id = ids[edge.from] + ":" + edge.type + ":" + ids[edge.to];
    copy = id == last_id ? copy + 1 : 1;
    last_id = id;
    if (copy > 1) id += ":" + std::to_string(copy);
    line = "    <edge id=\"" + xml_attribute(id) + "\" source=\"" + xml_attribute(ids[edge.from]) + "\" target=\"" +
           xml_attribute(ids[edge.to]) + "\" label=\"" + xml_attribute(edge.type) + "\">";
    const Support support = source.support(edge);
    for (const EdgeColumn& column : edge_columns) append_column(line, column, column.value(edge, support));
    out << line << "</edge>\n";
  }
}

}  // namespace

void write_graphml(const Knowledge& knowledge, const Graph& graph, const ExportOptions& options, std::ostream& out,
                   Notes&) {
  Source source{knowledge, graph, options, ranges_of_entities(knowledge)};
  for (const GraphNode& node : graph.nodes) source.top_rank = std::max(source.top_rank, node.pagerank);
  const std::vector<std::string> ids = node_ids(source);
  out << header(source);
  write_nodes(source, ids, out);
  write_edges(source, ids, out);
  out << "  </graph>\n</graphml>\n";
}

}  // namespace dateline
