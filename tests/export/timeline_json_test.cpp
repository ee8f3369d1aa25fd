#include "export/json_writer.hpp"
#include "run.hpp"
#include "sample.hpp"

namespace dateline {

using test::exported;

TEST_CASE("the timeline JSON of the sample, to the byte") {
  Notes notes;
  const std::string json = exported("json", test::sample(), {}, notes);
  test::check_golden("sample.json", json);
  CHECK(notes.empty());
  CHECK(json.find(" \n") == json.npos);
  CHECK(json == exported("json", test::sample(), {}, notes));
}

TEST_CASE("nothing at all is still a timeline") {
  Notes notes;
  const std::string json = exported("json", {}, {}, notes);
  test::check_golden("empty.json", json);
  test::check_with_python("check_schema.py", "empty.json", json,
                          std::string(DATELINE_SOURCE_DIR) + "/resources/schema/timeline.schema.json");
}

TEST_CASE("the schema holds for the sample") {
  Notes notes;
  const std::string schema = std::string(DATELINE_SOURCE_DIR) + "/resources/schema/timeline.schema.json";
  test::check_with_python("check_schema.py", "sample.json", exported("json", test::sample(), {}, notes), schema);
}

TEST_CASE("strings and numbers") {
  std::string out;
  append_json_string(out, "\"\\\n\r\t\x01\x7f é😀\xff");
  CHECK(out == "\"\\\"\\\\\\n\\r\\t\\u0001\x7f é😀\xEF\xBF\xBD\"");
  CHECK(json_number(10000) == "10000");
  CHECK(json_number(1000000) == "1000000");
  CHECK(json_number(-0.5) == "-0.5");
  CHECK(json_number(2.5) == "2.5");
  CHECK(json_number(1e300) == "1e+300");
  CHECK(json_number(0.0 / 0.0) == "null");
}

TEST_CASE("without Wikidata items no format speaks of them") {
  Knowledge knowledge = test::sample();
  for (Entity& entity : knowledge.entities) entity.wikidata.clear();
  const Graph graph = test::sample_events_view();
  for (const Exporter& exporter : exporters()) {
    if (exporter.name == "html") continue;  // the page has the words for them
    CAPTURE(exporter.name);
    std::ostringstream out, with_items;
    Notes notes;
    const auto write = [&](ExportFunction* function) {
      function(knowledge, graph, test::sample_options(), out, notes);
      function(test::sample(), graph, test::sample_options(), with_items, notes);
    };
    if (exporter.write) write(exporter.write);
    for (const ExportFile& file : exporter.files) write(file.write);
    CHECK(out.str().find("ikidata") == std::string::npos);
    CHECK(out.str().find("Q900000001") == std::string::npos);
    const bool without_entities = exporter.name == "ics" || exporter.name == "timelinejs" || exporter.name == "dot" ||
                                  exporter.name == "vis-timeline" || exporter.name == "plover" ||
                                  exporter.name == "cameo";
    CHECK((with_items.str().find("Q900000001") != std::string::npos) == !without_entities);
  }
}

TEST_CASE("exporters by name") {
  CHECK(exporters().size() == 16);
  CHECK(exporter_named("graphml")->takes_graph);
  CHECK(exporter_named("nothing") == nullptr);
}

}  // namespace dateline
