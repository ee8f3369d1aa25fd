// Every format, of the sample and of nothing at all, to the byte and as the readers' own libraries take it.
#include "run.hpp"
#include "sample.hpp"

namespace dateline {
namespace {

using test::check_reader;
using test::exported;

constexpr const char* graphs[] = {"graphml", "gexf", "graphology", "cytoscape", "dot"};
constexpr const char* others[] = {"json",   "timelinejs", "vis-timeline", "jsonl", "ics",
                                  "jsonld", "rdf",        "plover",       "cameo"};

std::string of_sample(std::string_view format, const Graph& graph = {}) {
  Notes notes;
  return exported(format, test::sample(), graph, notes);
}

void check_graph(const std::string& format, const std::string& bytes, const std::string& nodes,
                 const std::string& edges) {
  const test::Scratch scratch;
  const std::string file = scratch.file("graph", bytes);
  if (format == "dot") return check_reader("check_dot.py", {file, nodes, edges});
  if (format == "gexf") check_reader("check_gexf.py", {file, nodes, edges});
  check_reader("readers/graphs.mjs", {format, file, nodes, edges});
}

void check_timeline(const std::string& format, const std::string& bytes, const std::string& count) {
  const test::Scratch scratch;
  check_reader("check_timeline_page.py", {format, scratch.file("timeline.json", bytes), count});
}

}  // namespace

TEST_CASE("every graph format of the sample, to the byte") {
  for (const std::string format : graphs) {
    const std::string ending(exporter_named(format)->ending);
    test::check_golden("sample-events" + ending, of_sample(format, test::sample_events_view()));
    test::check_golden("sample-entities" + ending, of_sample(format, test::sample_entities_view()));
  }
}

TEST_CASE("every other format of the sample, to the byte") {
  for (const std::string format : others)
    test::check_golden("sample" + std::string(exporter_named(format)->ending), of_sample(format));
  for (const ExportFile& file : exporter_named("csv")->files) {
    std::ostringstream out;
    Notes notes;
    file.write(test::sample(), test::sample_events_view(), test::sample_options(), out, notes);
    test::check_golden("sample-" + std::string(file.name), out.str());
  }
}

TEST_CASE("the same knowledge gives the same bytes, in every format") {
  for (const Exporter& exporter : exporters()) {
    if (!exporter.write || exporter.name == "html") continue;
    CHECK_MESSAGE(
        of_sample(exporter.name, test::sample_events_view()) == of_sample(exporter.name, test::sample_events_view()),
        exporter.name);
  }
}

TEST_CASE("graphs are read by graphology, Cytoscape.js, networkx and Graphviz") {
  for (const std::string format : graphs) {
    check_graph(format, of_sample(format, test::sample_events_view()), "8", "10");
    check_graph(format, of_sample(format, test::sample_entities_view()), "3", "4");
    Notes notes;
    check_graph(format, exported(format, {}, {}, notes), "0", "0");
  }
}

TEST_CASE("timelines are shown by TimelineJS and vis-timeline") {
  for (const std::string format : {"timelinejs", "vis-timeline"}) {
    Knowledge knowledge = test::sample();
    check_timeline(format, of_sample(format), "3");
    // One alone, a bound, and years that JavaScript reads in its own way.
    knowledge.events = {test::event("a", "meet", "Long ago", "-0043-03-15"), test::event("b", "meet", "A year", "0800"),
                        test::event("c", "visit", "From then on", "2024-05-02/..")};
    Notes notes;
    check_timeline(format, exported(format, knowledge, {}, notes), "3");
    knowledge.events.resize(1);
    check_timeline(format, exported(format, knowledge, {}, notes), "1");
  }
  Notes notes;
  check_timeline("timelinejs", exported("timelinejs", {}, {}, notes), "1");
  check_timeline("vis-timeline", exported("vis-timeline", {}, {}, notes), "0");
}

TEST_CASE("calendars, linked data and tables are read") {
  const test::Scratch scratch;
  check_reader("readers/calendar.mjs", {scratch.file("a.ics", of_sample("ics")), "3"});
  check_reader("readers/linked.mjs", {"jsonld", scratch.file("a.jsonld", of_sample("jsonld")), "4"});
  check_reader("readers/linked.mjs", {"rdf", scratch.file("a.ttl", of_sample("rdf")), "4"});
  check_reader("check_tables.py", {"jsonl", scratch.file("a.jsonl", of_sample("jsonl")), "4"});
  check_reader("check_tables.py", {"plover", scratch.file("a.plover.jsonl", of_sample("plover")), "1"});
  check_reader("check_tables.py", {"cameo", scratch.file("a.tsv", of_sample("cameo")), "2"});
  Notes notes;
  test::export_folder("csv", test::sample(), test::sample_events_view(), scratch.path("csv"), notes);
  check_reader("check_tables.py", {"csv", scratch.path("csv"), "4"});
}

TEST_CASE("nothing at all is read too") {
  const test::Scratch scratch;
  Notes notes;
  const auto empty = [&](std::string_view format) {
    return scratch.file("empty." + std::string(format), exported(format, {}, {}, notes));
  };
  check_reader("readers/calendar.mjs", {empty("ics"), "0"});
  for (const char* format : {"jsonld", "rdf"}) check_reader("readers/linked.mjs", {format, empty(format), "0"});
  check_reader("check_tables.py", {"jsonl", empty("jsonl"), "0"});
  check_reader("check_tables.py", {"cameo", empty("cameo"), "0"});
}

}  // namespace dateline
