#include <algorithm>
#include <array>

#include "export/formats.hpp"

namespace dateline {
namespace {

constexpr std::array<ExportFile, 6> csv_files = {{{"events.csv", write_events_csv},
                                                  {"entities.csv", write_entities_csv},
                                                  {"edges.csv", write_edges_csv},
                                                  {"relations.csv", write_relations_csv},
                                                  {"evidence.csv", write_evidence_csv},
                                                  {"documents.csv", write_documents_csv}}};

constexpr std::array table = {
    Exporter{"json",
             "everything, with all evidence (docs/exports.md): programs, jq, the page in viz/",
             ".json",
             false,
             write_timeline_json,
             {}},
    Exporter{
        "html", "one page to read and search in any browser, with the data inside", ".html", false, write_html, {}},
    Exporter{"graphml",
             "a graph of events or entities: Gephi, networkx, igraph, Cytoscape, yEd, Neo4j",
             ".graphml",
             true,
             write_graphml,
             {}},
    Exporter{"gexf", "the same with time: Gephi and its timeline, Gephi Lite, networkx", ".gexf", true, write_gexf, {}},
    Exporter{"timelinejs", "a story to click through: TimelineJS 3", ".timelinejs.json", false, write_timelinejs, {}},
    Exporter{
        "vis-timeline", "a timeline to zoom and scroll: vis-timeline 8", ".vis.json", false, write_vis_timeline, {}},
    Exporter{"csv", "a folder of tables that join by id: spreadsheets, pandas, DuckDB, Gephi, R", "", true, nullptr,
             csv_files},
    Exporter{"jsonl", "an event a line, whole in itself: pipes, pandas, DuckDB", ".jsonl", false, write_jsonl, {}},
    Exporter{"graphology",
             "the graph for the web: graphology, sigma, Gephi Lite",
             ".graphology.json",
             true,
             write_graphology,
             {}},
    Exporter{"cytoscape",
             "the graph for the web: Cytoscape.js, and .cyjs for the desktop",
             ".cyjs",
             true,
             write_cytoscape,
             {}},
    Exporter{"dot", "the graph for Graphviz", ".dot", true, write_dot, {}},
    Exporter{"ics", "events in a calendar: iCalendar, RFC 5545", ".ics", false, write_ics, {}},
    Exporter{"jsonld", "linked data in the words of schema.org", ".jsonld", false, write_jsonld, {}},
    Exporter{"rdf",
             "linked data as Turtle, in the Simple Event Model with Web Annotations",
             ".ttl",
             false,
             write_turtle,
             {}},
    Exporter{"plover", "event data, PLOVER 2.0 records: JSON Lines", ".plover.jsonl", false, write_plover, {}},
    Exporter{"cameo",
             "event data, CAMEO codes in the columns of ICEWS: tab-separated",
             ".cameo.tsv",
             false,
             write_cameo,
             {}}};

}  // namespace

std::span<const Exporter> exporters() { return table; }

const Exporter* exporter_named(std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Exporter& exporter) { return exporter.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace dateline
