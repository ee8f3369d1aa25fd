#include <algorithm>
#include <array>

#include "export/formats.hpp"

namespace dateline {
namespace {

constexpr std::array<Exporter, 4> table = {
    {{"json", "everything, with all evidence (docs/exports.md): programs, jq, the page in viz/", ".json", false,
      write_timeline_json},
     {"graphml", "a graph of events or entities: Gephi, networkx, igraph, Cytoscape, yEd", ".graphml", true,
      write_graphml},
     {"timelinejs", "a story to click through: TimelineJS 3", ".timelinejs.json", false, write_timelinejs},
     {"html", "one page to read and search in any browser, with the data inside", ".html", false, write_html}}};

}  // namespace

std::span<const Exporter> exporters() { return table; }

const Exporter* exporter_named(std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Exporter& exporter) { return exporter.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace dateline
