// GEXF against what Gephi, Gephi Lite (graphology) and networkx do with it (found by running them).
#include <algorithm>
#include <array>
#include <optional>

#include "dateline/base/text.hpp"
#include "export/check/checks.hpp"
#include "export/check/graph_rules.hpp"
#include "export/xml_reader.hpp"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 19> types = {"boolean",   "integer",    "long",        "float",       "double",
                                                    "string",    "bigdecimal", "biginteger",  "byte",        "char",
                                                    "short",     "liststring", "listboolean", "listinteger", "listlong",
                                                    "listfloat", "listdouble", "listbyte",    "listshort"};

/// The day of a whole xsd:date or xsd:dateTime; nothing for a partial date.
std::optional<DayNumber> whole_day(const std::string& text) {
  const std::size_t clock = text.find('T', 1);
  const std::optional<EdtfDate> date = parse_edtf(text.substr(0, clock));
  if (!date || date->precision != Precision::day) return std::nullopt;
  return date->days.first;
}

class GexfCheck {
 public:
  GexfCheck(std::string_view bytes, Problems& problems) : xml_(bytes), problems_(problems), rules_(problems) {}

  std::string run() {
    if (!xml_.read([&] { start(); }, [] {}, [&] { end(); })) add("all readers", "the XML is broken: " + xml_.error());
    rules_.finish();
    if (dynamic_ && spells_ == 0)
      problems_.add(0, "Gephi", "the graph is dynamic, but nothing in it has a time: there is no timeline");
    return rules_.holds();
  }

 private:
  void add(std::string_view who, std::string what) { problems_.add(xml_.line(), who, std::move(what)); }

  void start() {
    const std::string& name = xml_.name();
    if (name == "gexf") {
      const std::string version = xml_.attribute("version");
      if (version != "1.3" && version != "1.2" && version != "1.1")
        add("Gephi", "the version '" + version + "' is unknown: read as 1.3, with a warning");
    } else if (name == "graph") {
      graph();
    } else if (name == "attributes") {
      attributes();
    } else if (name == "attribute") {
      attribute();
    } else if (name == "node") {
      owner_ = "node";
      rules_.node(xml_.attribute("id"), xml_.line());
      owner_spells_.clear();
      time();
    } else if (name == "edge") {
      edge();
    } else if (name == "attvalue") {
      value();
    } else if (name == "spell") {
      time();
    } else if (name == "spells" || name == "slices" || name == "nodes" || name == "edges") {
      if (name == "slices") add("Gephi", "<slices> is of an older GEXF: write <spells>");
    }
  }

  void graph() {
    directed_ = xml_.attribute("defaultedgetype") == "directed";
    dynamic_ = xml_.attribute("mode") == "dynamic";
    format_ = xml_.attribute("timeformat");
    if (dynamic_ && format_.starts_with("date") && !xml_.has("timezone"))
      add("Gephi", "no timezone: the days move with the reader's own; write timezone=\"UTC\"");
  }

  void attributes() {
    class_ = xml_.attribute("class");
    if (!blocks_.insert(class_).second) {
      add("graphology, Gephi Lite", "a second block of <attributes> for '" + class_ +
                                        "': only the last is read, values of the others become text");
    }
  }

  void attribute() {
    const std::string id = xml_.attribute("id"), title = xml_.attribute("title"), type = xml_.attribute("type");
    declared_.insert(class_ + " " + id);
    if (std::find(types.begin(), types.end(), type) == types.end())
      add("Gephi", "the attribute '" + id + "' has the type '" + type + "', which it does not know");
    const bool numeric = !id.empty() && id.find_first_not_of("0123456789") == id.npos;
    if (!numeric && !title.empty() && title != id)
      add("graphology, Gephi Lite", "the attribute '" + title + "' is called by its id '" + id + "': make them alike");
    if (title == "timeset" || title == "id") add("Gephi", "a column named '" + title + "' clashes with its own");
  }

  void edge() {
    owner_ = "edge";
    const std::string kind = xml_.attribute("kind").empty() ? xml_.attribute("label") : xml_.attribute("kind");
    rules_.edge({xml_.attribute("id"), xml_.attribute("source"), xml_.attribute("target"), kind, xml_.line(), false});
    if (xml_.has("weight")) rules_.weight(xml_.attribute("weight"), xml_.line());
    if (directed_ && xml_.attribute("type") == "undirected")
      add("Gephi, networkx", "an undirected edge in a directed graph: Gephi drops it, networkx refuses the file");
    owner_spells_.clear();
    time();
  }

  void value() {
    const std::string key = xml_.attribute("for");
    if (declared_.count(owner_ + " " + key) == 0)
      add("all readers", "a value for '" + key + "', which is not declared");
    check_gephi_text(xml_.attribute("value"), xml_.line(), problems_);
  }

  /// start and end of a node, an edge or a spell.
  void time() {
    const std::string from = xml_.attribute("start"), to = xml_.attribute("end");
    if (from.empty() && to.empty()) return;
    ++spells_;
    if (!format_.starts_with("date")) return;
    const std::optional<DayNumber> first = whole_day(from), last = whole_day(to);
    for (const std::string& day : {from, to}) {
      if (!day.empty() && !whole_day(day)) {
        add("Gephi", "'" + day + "' is no whole day: the interval is lost; widen it to days");
        return;
      }
    }
    if (first && last && *first > *last) add("Gephi", "a spell ends before it begins: " + from + " " + to);
    if (from == to) add("Gephi", "a spell has no width, and its timeline cannot select it: end it on the next day");
    if (xml_.name() != "spell") return;
    const DayNumber low = first.value_or(INT32_MIN), high = last.value_or(INT32_MAX);
    for (const auto& [begin, end] : owner_spells_) {
      if (low < end && begin < high) {
        add("Gephi", "spells of one node or edge overlap: the second is dropped");
        break;
      }
    }
    if (owner_spells_.size() < 1000) owner_spells_.emplace_back(low, high);
  }

  void end() {
    if (xml_.name() == "node" || xml_.name() == "edge") owner_.clear();
  }

  XmlReader xml_;
  Problems& problems_;
  GraphRules rules_;
  std::string owner_, class_, format_;
  std::set<std::string> blocks_, declared_;
  std::vector<std::pair<DayNumber, DayNumber>> owner_spells_;
  std::size_t spells_ = 0;
  bool directed_ = false, dynamic_ = false;
};

}  // namespace

std::string check_gexf(std::string_view bytes, Problems& problems) { return GexfCheck(bytes, problems).run(); }

}  // namespace dateline
