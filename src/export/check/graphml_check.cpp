// GraphML against what Gephi, networkx, igraph, graphology and Boost do with it (found by running them).
#include <algorithm>
#include <array>
#include <charconv>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "export/check/checks.hpp"
#include "export/check/graph_rules.hpp"
#include "export/xml_reader.hpp"

namespace dateline {
namespace {

struct Key {
  std::string name, type, element;
};

template <std::size_t n>
bool among(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What Gephi takes for how a node or an edge looks, by id or by name.
constexpr std::array<std::string_view, 13> visual_of_nodes = {"label", "nodelabel", "x", "y", "z",    "xpos", "ypos",
                                                              "zpos",  "r",         "g", "b", "size", "color"};
constexpr std::array<std::string_view, 7> visual_of_edges = {"label", "edgelabel", "weight", "r", "g", "b", "color"};
constexpr std::array<std::string_view, 6> common_types = {"boolean", "int", "long", "float", "double", "string"};
constexpr std::array<std::string_view, 4> numeric_types = {"int", "long", "float", "double"};

class GraphmlCheck {
 public:
  GraphmlCheck(std::string_view bytes, Problems& problems) : xml_(bytes), problems_(problems), rules_(problems) {}

  std::string run() {
    if (!xml_.read([&] { start(); }, [&] { text_ += xml_.text(); }, [&] { end(); }))
      add("all readers", "the XML is broken: " + xml_.error());
    rules_.finish();
    return rules_.holds();
  }

 private:
  void add(std::string_view who, std::string what) { problems_.add(xml_.line(), who, std::move(what)); }

  void start() {
    text_.clear();
    const std::string& name = xml_.name();
    if (name == "key") {
      key();
    } else if (name == "default") {
      add("graphology", "a <default> is taken as text, whatever its type");
    } else if (name == "graph") {
      directed_ = xml_.attribute("edgedefault") != "undirected";
    } else if (name == "node") {
      owner_ = "node";
      rules_.node(xml_.attribute("id"), xml_.line());
    } else if (name == "edge") {
      edge();
    } else if (name == "data") {
      data_key_ = xml_.attribute("key");
      data_line_ = xml_.line();
    } else if (name == "hyperedge" || name == "port") {
      add("all readers", "<" + name + "> is ignored");
    }
  }

  void key() {
    const std::string id = xml_.attribute("id"), name = xml_.attribute("attr.name"), type = xml_.attribute("attr.type"),
                      element = xml_.attribute("for");
    keys_[id] = {name, type, element};
    key_names(id, name, element);
    if (name.empty()) add("networkx", "the key '" + id + "' has no attr.name: the file is refused");
    if (type.empty()) {
      add("Boost, igraph", "the key '" + id + "' has no attr.type: Boost refuses the file, igraph ignores the key");
    } else if (!among(type, common_types)) {
      add("networkx, igraph, graphology, Boost",
          "the key '" + id + "' has the type '" + type + "', which GraphML does not have: the file is refused");
    }
    if (element.empty() || element == "all") {
      add("graphology, Gephi Lite", "the key '" + id + "' is not for node, edge or graph: the file is refused");
    } else if (element != "node" && element != "edge" && element != "graph") {
      add("Gephi, graphology",
          "the key '" + id + "' is for '" + element + "' (a file of yEd?): labels and data are lost");
    }
  }

  void key_names(const std::string& id, const std::string& name, const std::string& element) {
    const std::string lower = utf8::lower(id), plain = utf8::lower(name);
    const bool all = element != "node" && element != "edge" && element != "graph";
    const bool fresh = all ? ids_.insert("node " + lower).second && ids_.insert("edge " + lower).second
                           : ids_.insert(element + " " + lower).second;
    if (!fresh) add("Gephi", "two keys have the id '" + lower + "' but for upper case: their columns become one");
    const bool node = element == "node", edge = element == "edge";
    const auto visual = [&](const std::string& word) {
      return (node && among(word, visual_of_nodes)) || (edge && among(word, visual_of_edges));
    };
    if (visual(lower) && lower != plain)
      add("Gephi", "the key id '" + id + "' is taken for how nodes look, and the column '" + name + "' is lost");
    if ((plain == "r" || plain == "g" || plain == "b") && visual(plain))
      add("Gephi", "the column '" + name + "' is taken for a colour");
    if (lower == "id" || plain == "id")
      add("Gephi, networkx, igraph", "a column named 'id' is lost or takes the place of the ids");
    if (lower == "timeset" || plain == "timeset")
      add("Gephi", "a column named 'timeset' is refused: a timeline needs GEXF");
  }

  void edge() {
    owner_ = "edge";
    edge_ = {xml_.attribute("id"),
             xml_.attribute("source"),
             xml_.attribute("target"),
             xml_.attribute("label"),
             xml_.line(),
             false};
    const std::string directed = xml_.attribute("directed");
    if (directed.empty()) return;
    if ((directed == "true" || directed == "1") != directed_) {
      add("networkx, Boost, igraph",
          "an edge is directed another way than the graph: networkx and Boost refuse the file, igraph overlooks it");
    }
  }

  void end() {
    const std::string& name = xml_.name();
    if (name == "data") data();
    if (name == "edge") rules_.edge(edge_), owner_.clear();
    if (name == "node") owner_.clear();
  }

  void data() {
    const auto found = keys_.find(data_key_);
    if (found == keys_.end()) {
      problems_.add(data_line_, "networkx, Boost",
                    "data for the key '" + data_key_ + "', which is not declared: the file is refused; Gephi loses it");
      return;
    }
    const Key& key = found->second;
    if (owner_ == "edge" && (key.name == "weight" || key.name == "Weight"))
      rules_.weight(std::string(trim(text_)), data_line_);
    if (owner_ == "edge" && key.type == "string" && parse_edtf(trim(text_))) edge_.dated = true;
    if (key.type == "boolean") boolean();
    if (among(key.type, numeric_types)) number(key);
    const bool label = utf8::lower(key.name) == "label";
    if (key.type == "string" && !label) check_gephi_text(text_, data_line_, problems_);
  }

  void boolean() {
    const std::string_view value = trim(text_);
    if (value == "true" || value == "false")
      problems_.add(data_line_, "Boost", "the boolean '" + std::string(value) + "' is refused: it reads 0 and 1 only");
    if (value == "1") problems_.add(data_line_, "graphology", "the boolean '1' is read as false");
  }

  void number(const Key& key) {
    const std::string_view value = trim(text_);
    if (value.empty()) {
      problems_.add(data_line_, "all readers", "the number '" + key.name + "' is empty");
      return;
    }
    const bool whole = key.type == "int" || key.type == "long";
    bool good = false;
    if (whole) {
      long long number = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
      good = error == std::errc{} && end == value.data() + value.size() &&
             (key.type == "long" || (number >= INT32_MIN && number <= INT32_MAX));
    } else {
      double number = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
      good = (error == std::errc{} && end == value.data() + value.size() && value != "-nan" && value != "nan") ||
             value == "NaN" || value == "INF" || value == "-INF";
    }
    if (!good)
      problems_.add(
          data_line_, "Gephi, networkx, Boost",
          "'" + key.name + "' has a value that is no " + key.type + ": '" + std::string(value.substr(0, 40)) + "'");
  }

  XmlReader xml_;
  Problems& problems_;
  GraphRules rules_;
  std::map<std::string, Key> keys_;
  std::set<std::string> ids_;
  GraphRules::Edge edge_;
  std::string owner_, text_, data_key_;
  std::size_t data_line_ = 0;
  bool directed_ = true;
};

}  // namespace

void check_gephi_text(std::string_view text, std::size_t line, Problems& problems) {
  if (text.find("INF") != text.npos)
    problems.add(line, "Gephi", "\"INF\" in a text column becomes \"Infinity\" (\"INF Treaty\": write I, U+2060, NF)");
}

void check_lonely_spaces(std::string_view bytes, Problems& problems) {
  constexpr std::string_view cdata = "<![CDATA[";
  std::size_t line = 1;
  bool after_entity = false;  // with nothing but white space since
  bool spaced = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    line += c == '\n';
    if (c == '<' && bytes.substr(at).starts_with(cdata)) {
      const std::size_t end = std::min(bytes.find("]]>", at), bytes.size());
      line += static_cast<std::size_t>(std::count(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                                                  bytes.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
      at = end;
      after_entity = false;
    } else if (c == '&') {
      if (after_entity && spaced)
        problems.add(line, "Gephi", "a space between two of \"&...;\" is lost: write such a text as CDATA");
      const std::size_t end = bytes.find(';', at);
      after_entity = end != bytes.npos && end - at <= 10;
      spaced = false;
      if (after_entity) at = end;
    } else if (c == ' ' || c == '\t' || c == '\n') {
      spaced = true;
    } else {
      after_entity = false;
    }
  }
}

std::string check_graphml(std::string_view bytes, Problems& problems) {
  check_lonely_spaces(bytes, problems);
  return GraphmlCheck(bytes, problems).run();
}

}  // namespace dateline
