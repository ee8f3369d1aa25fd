// What came back from Gephi or another program: labels, places, sizes, colours and communities, by the id of the node.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "dateline/base/error.hpp"
#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "dateline/export.hpp"
#include "export/graph/columns.hpp"
#include "export/xml_reader.hpp"

namespace dateline {
namespace {

std::optional<double> finite_number(std::string_view text) {
  text = trim(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool good = error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
  return good ? std::optional(value) : std::nullopt;
}

bool is_color(std::string_view text) {
  return text.size() == 7 && text.front() == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == text.npos;
}

std::string hex_color(const std::array<std::optional<double>, 3>& channels) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "#";
  for (const std::optional<double>& channel : channels) {
    if (!channel || *channel < 0 || *channel > 255) return "";
    const auto value = static_cast<unsigned>(*channel);
    out += digits[value >> 4];
    out += digits[value & 15];
  }
  return out;
}

/// Reads both formats at once: GEXF has elements of its own for what GraphML has data.
class LooksReader {
 public:
  explicit LooksReader(std::string_view bytes) : xml_(bytes) {}

  Looks read(std::string_view where) {
    if (!xml_.read([&] { start(); }, [&] { text_ += xml_.text(); }, [&] { end(); }))
      throw Error(ErrorKind::input, where, "is no sound GraphML or GEXF: " + xml_.error());
    if (!graph_) throw Error(ErrorKind::input, where, "is no GraphML or GEXF");
    return std::move(looks_);
  }

 private:
  void start() {
    const std::string& name = xml_.name();
    text_.clear();
    graph_ = graph_ || name == "graphml" || name == "gexf";
    if (name == "key" && xml_.attribute("for") != "edge") {
      names_[xml_.attribute("id")] = xml_.attribute("attr.name");
    } else if (name == "attributes") {
      of_nodes_ = xml_.attribute("class") == "node";
    } else if (name == "attribute" && of_nodes_) {
      names_[xml_.attribute("id")] = xml_.attribute("title");
    } else if (name == "node") {
      id_ = xml_.attribute("id");
      channels_ = {};
      inside_ = true;
      if (xml_.has("label")) looks_[id_].label = xml_.attribute("label");
    } else if (inside_) {
      part(name);
    }
  }

  void part(const std::string& name) {
    NodeLook& look = looks_[id_];
    if (name == "data") {
      data_ = xml_.attribute("key");
    } else if (name == "attvalue") {
      value(names_[xml_.attribute("for")], xml_.attribute("value"));
    } else if (name == "position") {
      look.x = finite_number(xml_.attribute("x"));
      look.y = finite_number(xml_.attribute("y"));
    } else if (name == "size") {
      look.size = finite_number(xml_.attribute("value"));
    } else if (name == "color") {
      look.color = is_color(xml_.attribute("hex"))
                       ? xml_.attribute("hex")
                       : hex_color({finite_number(xml_.attribute("r")), finite_number(xml_.attribute("g")),
                                    finite_number(xml_.attribute("b"))});
    }
  }

  void end() {
    if (xml_.name() == "data" && inside_) value(names_.count(data_) ? names_[data_] : data_, text_);
    if (xml_.name() != "node") return;
    if (const std::string color = hex_color(channels_); !color.empty()) looks_[id_].color = color;
    inside_ = false;
  }

  void value(const std::string& name, const std::string& text) {
    NodeLook& look = looks_[id_];
    const std::string key = utf8::lower(name);
    if (key == "label" && !trim(text).empty()) look.label = text;
    if (key == "x") look.x = finite_number(text);
    if (key == "y") look.y = finite_number(text);
    if (key == "size") look.size = finite_number(text);
    if (key == "color" && is_color(trim(text))) look.color = trim(text);
    if (key == "r" || key == "g" || key == "b") channels_[key == "r" ? 0 : key == "g" ? 1 : 2] = finite_number(text);
    if (key == "modularity class" || key == "modularity_class" || key == "community") look.community = trim(text);
  }

  XmlReader xml_;
  Looks looks_;
  std::map<std::string, std::string> names_;  ///< of columns, by key
  std::string id_, data_, text_;
  std::array<std::optional<double>, 3> channels_;
  bool graph_ = false, inside_ = false, of_nodes_ = false;
};

}  // namespace

Looks read_looks(std::string_view bytes, std::string_view where) { return LooksReader(bytes).read(where); }

std::size_t arrange(const Looks& looks, const Knowledge& knowledge, Graph& graph) {
  std::size_t known = 0;
  const GraphSource source(knowledge, graph);
  const std::vector<std::string> ids = node_ids(source);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto found = looks.find(ids[i]);
    if (found == looks.end()) continue;
    ++known;
    GraphNode& node = graph.nodes[i];
    if (found->second.x && found->second.y) node.x = *found->second.x, node.y = *found->second.y;
  }
  return known;
}

}  // namespace dateline
