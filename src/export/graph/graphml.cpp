// GraphML in the dialect that Gephi, networkx, igraph, graphology and Boost all read the same way: every edge directed,
// only string, int and double, prefixed key ids (Gephi takes the ids "b" or "x" for colours and places), absent values
// left out, one edge for each source, target and type (Gephi's default merge mixes the dates of parallel ones).
#include <ostream>

#include "dateline/base/text.hpp"
#include "export/formats.hpp"
#include "export/graph/columns.hpp"
#include "export/graph/xml_text.hpp"

namespace dateline {
namespace {

std::string_view graphml_type(ColumnType type) {
  switch (type) {
    case ColumnType::whole:
      return "int";
    case ColumnType::fraction:
      return "double";
    default:
      return "string";
  }
}

/// `prefix` is "n_", "e_" or "g_": ids that no reader takes for something else.
void append_key(std::string& out, std::string_view prefix, std::string_view element, std::string_view name,
                ColumnType type) {
  for (const std::string_view part :
       {std::string_view("  <key id=\""), prefix, name, std::string_view("\" for=\""), element,
        std::string_view("\" attr.name=\""), name, std::string_view("\" attr.type=\""), graphml_type(type),
        std::string_view("\"/>\n")}) {
    out += part;
  }
}

void append_data(std::string& out, std::string_view prefix, std::string_view name, std::string_view value) {
  const std::string text = xml_text(value);
  if (trim(text).empty()) return;
  for (const std::string_view part : {std::string_view("<data key=\""), prefix, name, std::string_view("\">"),
                                      std::string_view(text), std::string_view("</data>")}) {
    out += part;
  }
}

template <class Column>
void append_column(std::string& out, std::string_view prefix, const Column& column, const std::string& value) {
  append_data(out, prefix, column.name, column.guard == Guard::yes ? inf_guarded(value) : value);
}

std::string header(const GraphSource& source, const ExportOptions& options) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
      " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  const std::vector<GraphFact> facts = graph_facts(source, options.title, options.generator);
  for (const GraphFact& fact : facts) append_key(out, "g_", "graph", fact.name, fact.type);
  for (const NodeColumn& column : node_columns(source)) append_key(out, "n_", "node", column.name, column.type);
  for (const EdgeColumn& column : edge_columns()) append_key(out, "e_", "edge", column.name, column.type);
  out += "  <graph id=\"dateline\" edgedefault=\"directed\">\n    ";
  for (const GraphFact& fact : facts) append_data(out, "g_", fact.name, fact.value);
  return out + "\n";
}

void write_nodes(const GraphSource& source, const std::vector<std::string>& ids, std::ostream& out) {
  std::string line;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    line = "    <node id=\"" + xml_attribute(ids[i]) + "\">";
    for (const NodeColumn& column : node_columns(source))
      append_column(line, "n_", column, column.value(source, source.graph().nodes[i]));
    out << line << "</node>\n";
  }
}

void write_edges(const GraphSource& source, const std::vector<std::string>& ids, std::ostream& out) {
  std::string line;
  EdgeIds edge_ids(ids);
  for (const GraphEdge& edge : source.graph().edges) {
    line = "    <edge id=\"" + xml_attribute(edge_ids.next(edge)) + "\" source=\"" + xml_attribute(ids[edge.from]) +
           "\" target=\"" + xml_attribute(ids[edge.to]) + "\" label=\"" + xml_attribute(edge.type) + "\">";
    const Support support = source.support(edge);
    for (const EdgeColumn& column : edge_columns())
      append_column(line, "e_", column, column.value(source, edge, support));
    out << line << "</edge>\n";
  }
}

}  // namespace

void write_graphml(const Knowledge& knowledge, const Graph& graph, const ExportOptions& options, std::ostream& out,
                   Notes&) {
  const GraphSource source(knowledge, graph, options.looks);
  const std::vector<std::string> ids = node_ids(source);
  out << header(source, options);
  write_nodes(source, ids, out);
  write_edges(source, ids, out);
  out << "  </graph>\n</graphml>\n";
}

}  // namespace dateline
