// Graphs as JSON: graphology's own form (sigma, Gephi Lite) and that of Cytoscape.js (also .cyjs of the desktop program).
#include <ostream>

#include "export/formats.hpp"
#include "export/graph/columns.hpp"
#include "export/json_writer.hpp"

namespace dateline {
namespace {

using enum JsonWriter::Layout;

void write_value(JsonWriter& json, std::string_view key, ColumnType type, const std::string& value) {
  if (value.empty()) return;
  json.key(key);
  type == ColumnType::text ? json.string(value) : json.digits(value);
}

/// Members for the columns that `wanted` takes.
template <class Wanted>
void write_node(JsonWriter& json, const GraphSource& source, const GraphNode& node, Wanted wanted) {
  for (const NodeColumn& column : node_columns(source)) {
    if (const std::string_view key = wanted(column.use, column.name); !key.empty())
      write_value(json, key, column.type, column.value(source, node));
  }
}

template <class Wanted>
void write_edge(JsonWriter& json, const GraphSource& source, const GraphEdge& edge, Wanted wanted) {
  const Support support = source.support(edge);
  for (const EdgeColumn& column : edge_columns()) {
    if (const std::string_view key = wanted(column.use, column.name); !key.empty())
      write_value(json, key, column.type, column.value(source, edge, support));
  }
}

void write_facts(JsonWriter& json, const GraphSource& source, const ExportOptions& options) {
  json.begin_object(open);
  for (const GraphFact& fact : graph_facts(source, options.title, options.generator))
    write_value(json, fact.name, fact.type, fact.value);
  json.end_object();
}

/// sigma takes "type" for the program that draws a node or edge.
std::string_view graphology_key(Use use, std::string_view name) {
  return use == Use::copy ? std::string_view() : name == "type" ? "event_type" : name;
}

std::string_view cytoscape_key(Use use, std::string_view name) {
  return use == Use::copy && name == "name" ? std::string_view() : use == Use::x || use == Use::y ? "" : name;
}

}  // namespace

void write_graphology(const Knowledge& knowledge, const Graph& graph, const ExportOptions& options, std::ostream& out,
                      Notes&) {
  const GraphSource source(knowledge, graph, options.looks);
  const std::vector<std::string> ids = node_ids(source);
  JsonWriter json;
  json.begin_object(open).key("attributes");
  write_facts(json, source, options);
  json.key("options").begin_object(flat).member("type", "directed").key("multi").boolean(true);
  json.key("allowSelfLoops").boolean(true).end_object();
  json.key("nodes").begin_array(open);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    json.begin_object(flat).member("key", ids[i]).key("attributes").begin_object(flat);
    write_node(json, source, graph.nodes[i], graphology_key);
    json.end_object().end_object();
    out << json.take();
  }
  json.end_array().key("edges").begin_array(open);
  EdgeIds edge_ids(ids);
  for (const GraphEdge& edge : graph.edges) {
    json.begin_object(flat).member("key", edge_ids.next(edge)).member("source", ids[edge.from]);
    json.member("target", ids[edge.to]).key("attributes").begin_object(flat);
    write_edge(json, source, edge, graphology_key);
    json.end_object().end_object();
    out << json.take();
  }
  json.end_array().end_object();
  out << json.take() << '\n';
}

void write_cytoscape(const Knowledge& knowledge, const Graph& graph, const ExportOptions& options, std::ostream& out,
                     Notes&) {
  const GraphSource source(knowledge, graph, options.looks);
  const std::vector<std::string> ids = node_ids(source);
  JsonWriter json;
  json.begin_object(open).key("data");
  write_facts(json, source, options);
  json.key("elements").begin_object(open).key("nodes").begin_array(open);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const GraphNode& node = graph.nodes[i];
    json.begin_object(flat).key("data").begin_object(flat).member("id", ids[i]);
    write_node(json, source, node, cytoscape_key);
    json.end_object().key("position").begin_object(flat).key("x").digits(decimal(node.x, 2));
    json.key("y").digits(decimal(node.y, 2)).end_object().end_object();
    out << json.take();
  }
  json.end_array().key("edges").begin_array(open);
  EdgeIds edge_ids(ids);
  for (const GraphEdge& edge : graph.edges) {
    json.begin_object(flat).key("data").begin_object(flat).member("id", edge_ids.next(edge));
    json.member("source", ids[edge.from]).member("target", ids[edge.to]);
    write_edge(json, source, edge, cytoscape_key);
    json.end_object().end_object();
    out << json.take();
  }
  json.end_array().end_object();
  json.key("layout").begin_object(flat).member("name", "preset").end_object().end_object();
  out << json.take() << '\n';
}

}  // namespace dateline
