#include <filesystem>

#include "run.hpp"
#include "sample.hpp"

namespace dateline {
namespace {

std::string problems_of(std::string_view bytes) { return join(check_export(bytes, "x").problems, "\n"); }

void finds(std::string_view bytes, std::string_view what) {
  const std::string found = problems_of(bytes);
  CHECK_MESSAGE(found.find(what) != found.npos, "no '" << what << "' in: " << found);
}

std::string graphml(std::string_view keys, std::string_view graph) {
  return "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n" + std::string(keys) +
         "\n<graph edgedefault=\"directed\">\n" + std::string(graph) + "\n</graph></graphml>";
}

std::string gexf(std::string_view inside, std::string_view timezone = "timezone=\"UTC\"") {
  return "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\"><graph mode=\"dynamic\" defaultedgetype=\"directed\" "
         "timeformat=\"date\" " +
         std::string(timezone) + ">" + std::string(inside) + "</graph></gexf>";
}

std::string slides(std::string_view events, std::string_view more = "") {
  return "{\"events\": [" + std::string(events) + "]" + std::string(more) + "}";
}

}  // namespace

TEST_CASE("what is exported here makes nobody stumble") {
  Notes notes;
  Graph entities = test::sample_entities_view();
  entities.edges.pop_back();  // the same as the one before it
  for (const std::string_view format :
       {"graphml", "gexf", "graphology", "cytoscape", "timelinejs", "vis-timeline", "json", "ics"}) {
    for (const Graph& graph : {test::sample_events_view(), entities}) {
      if (format == "json" || exporter_named(format)->takes_graph || graph.nodes.size() == 8) {
        const CheckReport report = check_export(test::exported(format, test::sample(), graph, notes), "x");
        CHECK(report.format == format);
        CHECK_MESSAGE(report.problems.empty(), format << ": " << join(report.problems, "; "));
      }
    }
  }
  CHECK(check_export(test::exported("graphml", test::sample(), test::sample_events_view(), notes), "x").holds ==
        "8 nodes, 10 edges");
}

TEST_CASE("what readers of GraphML stumble on") {
  finds(graphml("<key id=\"b\" for=\"node\" attr.name=\"born\" attr.type=\"string\"/>", ""),
        "line 2: Gephi: the key id 'b'");
  finds(graphml("<key id=\"n1\" for=\"node\" attr.name=\"b\" attr.type=\"boolean\"/>", ""), "taken for a colour");
  finds(graphml("<key id=\"Date\" for=\"node\" attr.name=\"x1\" attr.type=\"string\"/><key id=\"date\" for=\"node\" "
                "attr.name=\"x2\" attr.type=\"string\"/>",
                ""),
        "but for upper case");
  finds(graphml("<key id=\"k\" for=\"node\" attr.name=\"tags\" attr.type=\"liststring\"/>", ""),
        "has the type 'liststring'");
  finds(graphml("<key id=\"k\" for=\"all\" attr.name=\"k\" attr.type=\"string\"/>", ""), "not for node, edge or graph");
  finds(graphml("<key id=\"k\" for=\"node\" attr.name=\"k\"/>", ""), "has no attr.type");
  finds(graphml("<key id=\"k\" for=\"node\" attr.type=\"string\"/>", ""), "has no attr.name");
  finds(graphml("<key id=\"k\" for=\"port\" attr.name=\"k\" attr.type=\"string\"/>", ""), "yEd");
  finds(graphml("<key id=\"k\" for=\"node\" attr.name=\"timeset\" attr.type=\"string\"/>", ""), "needs GEXF");
  const std::string_view text = "<key id=\"k\" for=\"node\" attr.name=\"k\" attr.type=\"string\"/>";
  finds(graphml(text, "<node id=\"a\"><data key=\"k\">The INF Treaty</data></node>"), "Infinity");
  finds(graphml(text, "<node id=\"a\"><data key=\"k\">A &amp; &lt;B</data></node>"), "line 4: Gephi: a space between");
  CHECK(
      problems_of(graphml(text, "<node id=\"a\"><data key=\"k\"><![CDATA[A & <B &amp; &lt;]]></data></node>")).empty());
  finds(graphml(text, "<node id=\"a\"><data key=\"no\">x</data></node>"), "not declared");
  finds(graphml("<key id=\"k\" for=\"node\" attr.name=\"k\" attr.type=\"boolean\"/>",
                "<node id=\"a\"><data key=\"k\">true</data></node>"),
        "Boost");
  finds(graphml("<key id=\"k\" for=\"node\" attr.name=\"k\" attr.type=\"int\"/>",
                "<node id=\"a\"><data key=\"k\">99999999999</data></node>"),
        "no int");
  finds(graphml("<key id=\"w\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>",
                "<node id=\"a\"/><edge source=\"a\" target=\"a\"><data key=\"w\">0</data></edge>"),
        "weight 0");
  finds(graphml("", "<node id=\"a\"/><node id=\"a\"/>"), "stands twice");
  finds(graphml("", "<node id=\"a\"/><edge source=\"a\" target=\"b\"/>"), "not there ('b')");
  finds(graphml("", "<node id=\"a\"/><edge source=\"\" target=\"a\"/>"), "empty source or target");
  finds(graphml("", "<node id=\"a\"/><edge source=\"a\" target=\"a\" directed=\"false\"/>"), "directed another way");
  finds(graphml("<key id=\"d\" for=\"edge\" attr.name=\"when\" attr.type=\"string\"/>",
                "<node id=\"a\"/><edge id=\"1\" source=\"a\" target=\"a\"><data key=\"d\">2024-01</data></edge>"
                "<edge id=\"2\" source=\"a\" target=\"a\"><data key=\"d\">2024-02</data></edge>"),
        "are merged");
  finds("<graphml><graph><node id=\"a\x01\"/></graph></graphml>", "the XML is broken");
  finds("<graphml><graph>", "the XML is broken");
}

TEST_CASE("what readers of GEXF stumble on") {
  finds(gexf("<nodes><node id=\"a\" start=\"2024-05\"/></nodes>"), "no whole day");
  finds(gexf("<nodes><node id=\"a\" start=\"2024-05-01\" end=\"2024-05-01\"/></nodes>"), "no width");
  finds(gexf("<nodes><node id=\"a\" start=\"2024-05-02\" end=\"2024-05-01\"/></nodes>"), "ends before");
  finds(
      gexf("<nodes><node id=\"a\"><spells><spell start=\"2024-05-01\" end=\"2024-05-09\"/><spell start=\"2024-05-02\" "
           "end=\"2024-05-03\"/></spells></node></nodes>"),
      "overlap");
  CHECK(problems_of(gexf("<nodes><node id=\"a\"><spells><spell start=\"2024-05-01\" end=\"2024-05-02\"/><spell "
                         "start=\"2024-05-02\"/></spells></node></nodes>"))
            .empty());
  finds(gexf("<nodes><node id=\"a\"/></nodes>"), "there is no timeline");
  finds(gexf("", ""), "no timezone");
  finds(gexf("<nodes><node id=\"a\"/></nodes><edges><edge source=\"a\" target=\"a\" type=\"undirected\"/></edges>"),
        "Gephi drops it");
  finds(gexf("<attributes class=\"node\"/><attributes class=\"node\"/>"), "only the last is read");
  finds(gexf("<attributes class=\"node\"><attribute id=\"k\" title=\"kind\" type=\"anyURI\"/></attributes>"),
        "does not know");
  finds(gexf("<nodes><node id=\"a\"><attvalues><attvalue for=\"no\" value=\"x\"/></attvalues></node></nodes>"),
        "not declared");
}

TEST_CASE("what readers of timelines stumble on") {
  finds(slides("{\"start_date\": \"2024-05-01\"}"), "refused");
  finds(slides("{\"start_date\": {\"year\": \"2024-05\"}}"), "never ends loading");
  finds(slides("{}"), "without a word");
  finds(slides("{\"start_date\": {\"year\": 2024}, \"end_date\": null}"), "replaced by an error");
  finds(slides("{\"start_date\": {\"year\": 2024}, \"end_date\": {\"year\": 2024, \"month\": 5}}"), "more exact");
  finds(slides("{\"start_date\": {\"year\": 2024}, \"end_date\": {\"year\": 2023}}"), "ends before");
  finds(slides("{\"start_date\": {\"year\": 2024, \"month\": 2, \"day\": 31}}"), "no day 31");
  finds(slides("{\"start_date\": {\"year\": 0}}"), "1 BC is -1");
  finds(slides(""), "no events");
  finds(slides("{\"start_date\": {\"year\": 1}}", ", \"eras\": [{\"start_date\": {\"year\": 1}}]"),
        "two different dates");
  finds(slides("{\"start_date\": {\"year\": 1}}", ", \"scale\": \"cosmic\""), "unknown");
  finds(R"({"items": [{"id": 1, "start": "2024"}]})", "milliseconds");
  finds(R"({"items": [{"id": 1, "start": "-0043-03-15"}]})", "six digits");
  finds(R"({"items": [{"id": 1}]})", "no start");
  finds(R"({"items": [{"id": 1, "start": "2024-01-01"}, {"id": 1, "start": "2024-01-01"}]})", "stands twice");
  finds(R"({"items": [{"id": 1, "start": "2024-01-01", "group": "a"}], "groups": []})", "not drawn");
  finds(
      R"({"nodes": [{"key": "a", "attributes": {"type": "x"}}], "edges": [{"key": "e", "source": "a", "target": "b"}]})",
      "not there");
  finds(R"({"format": "dateline-timeline", "version": 1})", "documents");
}

TEST_CASE("what calendars stumble on") {
  finds("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "CRLF");
  finds("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n", "no UID");
  finds("BEGIN:VCALENDAR\r\n" + std::string(90, 'X') + "\r\n", "more than 75");
  finds("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20240501\r\nDTEND;VALUE=DATE:20240501\r\nEND:VEVENT\r\n",
        "the day after the last");
}

TEST_CASE("what is none of the formats is refused in one line") {
  for (const char* bytes : {"", "hello", "<html></html>", "{", "[]", "{\"a\": 1}", "<graphm"})
    CHECK_THROWS_WITH_AS(check_export(bytes, "x.file"), doctest::Contains("x.file"), Error);
}

TEST_CASE("seeds of the fuzzer, and our own exports cut short, are checked without harm") {
  std::size_t seeds = 0;
  const auto attempt = [](std::string_view bytes) {
    try {
      for (const std::string& problem : check_export(bytes, "x").problems) CHECK_FALSE(problem.empty());
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::input);
    }
  };
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(DATELINE_SOURCE_DIR) + "/fuzz/seeds/export")) {
    attempt(read_file(entry.path().string()));
    ++seeds;
  }
  CHECK(seeds > 5);
  Notes notes;
  for (const std::string_view format : {"graphml", "gexf", "timelinejs", "vis-timeline", "json", "ics", "cytoscape"}) {
    const std::string bytes = test::exported(format, test::sample(), test::sample_events_view(), notes);
    for (std::size_t at = 0; at < bytes.size(); at += 97) attempt(std::string_view(bytes).substr(0, at));
  }
}

}  // namespace dateline
