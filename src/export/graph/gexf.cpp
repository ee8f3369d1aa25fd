// GEXF 1.3, the one format that gives Gephi a timeline. What Gephi stumbles on is never written: partial dates, zero
// width or overlapping spells, a time zone left to the reader's machine, undirected edges, numeric attribute ids, more
// than one block of attributes for a class (Gephi Lite reads only the last).
#include <charconv>
#include <ostream>

#include "dateline/base/text.hpp"
#include "export/formats.hpp"
#include "export/graph/columns.hpp"
#include "export/graph/spells.hpp"
#include "export/graph/xml_text.hpp"
#include "export/notes.hpp"

namespace dateline {
namespace {

std::string_view gexf_type(ColumnType type) {
  switch (type) {
    case ColumnType::whole:
      return "integer";
    case ColumnType::fraction:
      return "double";
    default:
      return "string";
  }
}

/// What GEXF has elements and attributes of its own for is no column; `name` and `interaction` would repeat the label.
bool is_column(Use use) { return use == Use::plain; }

template <class Columns>
void append_declarations(std::string& out, std::string_view element, const Columns& columns) {
  out += "    <attributes class=\"" + std::string(element) + "\" mode=\"static\">\n";
  for (const auto& column : columns) {
    if (!is_column(column.use)) continue;
    const std::string name(column.name);
    out += "      <attribute id=\"" + name + "\" title=\"" + name + "\" type=\"" + std::string(gexf_type(column.type)) +
           "\"/>\n";
  }
  out += "    </attributes>\n";
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  for (const std::string_view part : {std::string_view(" "), name, std::string_view("=\"")}) out += part;
  out += xml_attribute(value) + "\"";
}

void append_value(std::string& out, std::string_view name, Guard guard, const std::string& value) {
  const std::string text = xml_attribute(guard == Guard::yes ? inf_guarded(value) : value);
  if (trim(text).empty()) return;
  for (const std::string_view part : {std::string_view("<attvalue for=\""), name, std::string_view("\" value=\""),
                                      std::string_view(text), std::string_view("\"/>")}) {
    out += part;
  }
}

/// Days as [first, last + 1): Gephi's timeline cannot select an instant.
void append_spells(std::string& out, const std::vector<Spell>& spells) {
  if (spells.empty()) return;
  out += "<spells>";
  for (const Spell& spell : spells)
    out += "<spell start=\"" + iso_day(spell.first) + "\" end=\"" + iso_day(spell.last + 1) + "\"/>";
  out += "</spells>";
}

/// "#0072b2" as r, g and b from 0 to 255.
std::string channels(std::string_view color) {
  std::string out;
  constexpr std::string_view names[] = {"r", "g", "b"};
  for (std::size_t i = 0; i < 3; ++i) {
    int value = 0;
    std::from_chars(color.data() + 1 + 2 * i, color.data() + 3 + 2 * i, value, 16);
    append_attribute(out, names[i], std::to_string(value));
  }
  return out;
}

struct Look {
  std::string label, x, y, size, color;
};

void write_nodes(const GraphSource& source, const Spells& spells, const std::vector<std::string>& ids,
                 std::ostream& out) {
  std::string line, values;
  for (std::uint32_t i = 0; i < ids.size(); ++i) {
    Look look;
    values.clear();
    for (const NodeColumn& column : node_columns(source)) {
      if (column.use == Use::copy) continue;
      std::string value = column.value(source, source.graph().nodes[i]);
      std::string* own = column.use == Use::label   ? &look.label
                         : column.use == Use::x     ? &look.x
                         : column.use == Use::y     ? &look.y
                         : column.use == Use::size  ? &look.size
                         : column.use == Use::color ? &look.color
                                                    : nullptr;
      own ? void(*own = std::move(value)) : append_value(values, column.name, column.guard, value);
    }
    line = "      <node";
    append_attribute(line, "id", ids[i]);
    append_attribute(line, "label", look.label);
    line += "><attvalues>" + values + "</attvalues>";
    append_spells(line, spells.of_node(i));
    line += "<viz:size value=\"" + look.size + "\"/><viz:position x=\"" + look.x + "\" y=\"" + look.y +
            "\" z=\"0\"/><viz:color" + channels(look.color) + "/></node>\n";
    out << line;
  }
}

void write_edges(const GraphSource& source, const Spells& spells, const std::vector<std::string>& ids,
                 std::ostream& out) {
  std::string line;
  EdgeIds edge_ids(ids);
  for (const GraphEdge& edge : source.graph().edges) {
    line = "      <edge";
    append_attribute(line, "id", edge_ids.next(edge));
    append_attribute(line, "source", ids[edge.from]);
    append_attribute(line, "target", ids[edge.to]);
    append_attribute(line, "kind", edge.type);
    append_attribute(line, "label", edge.type);
    const Support support = source.support(edge);
    std::string values;
    for (const EdgeColumn& column : edge_columns()) {
      if (column.use == Use::weight) append_attribute(line, "weight", column.value(source, edge, support));
      if (is_column(column.use)) append_value(values, column.name, column.guard, column.value(source, edge, support));
    }
    line += "><attvalues>" + values + "</attvalues>";
    append_spells(line, spells.of(edge));
    out << line << "</edge>\n";
  }
}

}  // namespace

void write_gexf(const Knowledge& knowledge, const Graph& graph, const ExportOptions& options, std::ostream& out,
                Notes& notes) {
  const GraphSource source(knowledge, graph, options.looks);
  const Spells spells(source);
  const std::vector<std::string> ids = node_ids(source);
  std::string head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
      "  <meta><creator>" +
      xml_text(options.generator) + "</creator><description>" + xml_text(options.title) +
      "</description></meta>\n"
      "  <graph mode=\"dynamic\" defaultedgetype=\"directed\" idtype=\"string\" timeformat=\"date\""
      " timerepresentation=\"interval\" timezone=\"UTC\">\n";
  append_declarations(head, "node", node_columns(source));
  append_declarations(head, "edge", edge_columns());
  out << head << "    <nodes>\n";
  write_nodes(source, spells, ids, out);
  out << "    </nodes>\n    <edges>\n";
  write_edges(source, spells, ids, out);
  out << "    </edges>\n  </graph>\n</gexf>\n";
  if (const std::size_t count = undated(knowledge))
    notes.push_back(counted(count, "event") + " without a date: always there in Gephi's timeline");
}

}  // namespace dateline
