// DOT: https://graphviz.org/doc/info/lang.html. Positions are for neato -n2, spread since its nodes are as wide as their
// labels; dot and sfdp lay out anew.
#include <ostream>

#include "dateline/base/utf8.hpp"
#include "export/formats.hpp"
#include "export/graph/columns.hpp"

namespace dateline {
namespace {

/// Whether "&" here begins what Graphviz reads as a character of HTML: "&amp;", "&#38;".
bool is_entity(std::string_view after) {
  const std::size_t end = after.find_first_not_of("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return end != after.npos && end > 0 && after[end] == ';';
}

/// In quotation marks, where only `"` needs a backslash; a backslash of the text is doubled, since labels read it. NUL
/// ends a C string and is dropped.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c == 0) continue;
    if (c == U'"' || c == U'\\') out += '\\';
    if (c == U'\n') {
      out += "\\n";
    } else if (c == U'&' && is_entity(text.substr(at))) {
      out += "&amp;";
    } else {
      utf8::append(out, c);
    }
  }
  return out + '"';
}

/// Points for each unit of the layout.
constexpr double spread_x = 4, spread_y = 2;

/// Long labels over lines of about thirty characters.
std::string wrapped(std::string_view text) {
  std::string out;
  std::size_t width = 0;
  for (const char c : text) {
    const bool lead = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    width += lead;
    if (c == ' ' && width > 30) {
      out += '\n';
      width = 0;
    } else {
      out += c;
    }
  }
  return out;
}

std::string value_of(Use use, const GraphSource& source, const GraphNode& node) {
  for (const NodeColumn& column : node_columns(source)) {
    if (column.use == use) return column.value(source, node);
  }
  return "";
}

}  // namespace

void write_dot(const Knowledge& knowledge, const Graph& graph, const ExportOptions& options, std::ostream& out,
               Notes&) {
  const GraphSource source(knowledge, graph, options.looks);
  const std::vector<std::string> ids = node_ids(source);
  out << "digraph " << in_quotes(options.title)
      << " {\n  graph [charset=\"UTF-8\" outputorder=edgesfirst];\n"
         "  node [style=filled fontname=\"sans-serif\" fontsize=10 penwidth=0];\n"
         "  edge [color=\"#00000060\" fontname=\"sans-serif\" fontsize=8];\n";
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const GraphNode& node = graph.nodes[i];
    const Event* event = source.event(node);
    out << "  " << in_quotes(ids[i]) << " [label=" << in_quotes(wrapped(value_of(Use::label, source, node)))
        << (event ? " shape=box" : " shape=ellipse") << " fillcolor=" << in_quotes(value_of(Use::color, source, node))
        << " fontcolor=white pos=\"" << decimal(spread_x * node.x, 2) << ',' << decimal(spread_y * node.y, 2) << "\"";
    if (event && event->date) out << " tooltip=" << in_quotes(event->date->edtf);
    out << "];\n";
  }
  for (const GraphEdge& edge : graph.edges) {
    const std::size_t count = edge.events.size() + edge.relations.size();
    out << "  " << in_quotes(ids[edge.from]) << " -> " << in_quotes(ids[edge.to]) << " [label=" << in_quotes(edge.type);
    if (count > 1)
      out << " weight=" << count
          << " penwidth=" << decimal(std::min<double>(6, 1 + 0.5 * static_cast<double>(count - 1)), 1);
    if (edge.symmetric) out << " dir=none";
    out << "];\n";
  }
  out << "}\n";
}

}  // namespace dateline
