#include <set>

#include "export/graph/xml_text.hpp"
#include "run.hpp"
#include "sample.hpp"

namespace dateline {
namespace {

using test::exported;

/// Every value of an attribute, in order: attributes("id=\"", xml).
std::vector<std::string> attributes(std::string_view element, std::string_view name, std::string_view xml) {
  std::vector<std::string> values;
  const std::string start = "<" + std::string(element) + " ", key = std::string(" ") + std::string(name) + "=\"";
  for (std::size_t at = xml.find(start); at != xml.npos; at = xml.find(start, at + 1)) {
    const std::size_t begin = xml.find(key, at) + key.size();
    values.emplace_back(xml.substr(begin, xml.find('"', begin) - begin));
  }
  return values;
}

std::string sample_graphml(const Graph& graph) {
  Notes notes;
  return exported("graphml", test::sample(), graph, notes);
}

void check_ids(const std::string& xml, std::size_t node_count, std::size_t edge_count) {
  const std::vector<std::string> nodes = attributes("node", "id", xml), edges = attributes("edge", "id", xml);
  const std::set<std::string> known(nodes.begin(), nodes.end());
  CHECK(nodes.size() == node_count);
  CHECK(known.size() == node_count);
  CHECK(edges.size() == edge_count);
  CHECK(std::set<std::string>(edges.begin(), edges.end()).size() == edge_count);
  for (const char* end : {"source", "target"}) {
    for (const std::string& id : attributes("edge", end, xml)) CHECK(known.count(id) == 1);
  }
}

}  // namespace

TEST_CASE("ids of the sample's events") {
  const std::string xml = sample_graphml(test::sample_events_view());

  check_ids(xml, 8, 10);
}

TEST_CASE("ids of the sample's entities") {
  const std::string xml = sample_graphml(test::sample_entities_view());

  check_ids(xml, 3, 4);
}

TEST_CASE("GraphML keys stay clear of what Gephi takes for colours and places, and of what Boost cannot read") {
  const std::string xml = sample_graphml(test::sample_events_view());
  std::set<std::string> ids;
  for (const std::string& id : attributes("key", "id", xml)) {
    CHECK(id.find('_') == 1);
    CHECK(ids.insert(id).second);
  }
  for (const std::string& type : attributes("key", "attr.type", xml))
    CHECK((type == "string" || type == "int" || type == "double"));
  CHECK(xml.find(" directed=\"") == xml.npos);
  CHECK(xml.find("\x01") == xml.npos);
  for (const char* trap : {"<default", "for=\"all\"", "\"></data>", "&quot;", "&apos;"})
    CHECK_MESSAGE(xml.find(trap) == xml.npos, trap);
}

TEST_CASE("repeated, empty and odd ids become unique ones") {
  Knowledge knowledge = test::sample();
  for (Entity& entity : knowledge.entities) entity.id = "a:\"<&";
  knowledge.events[0].id = knowledge.events[1].id = "";
  Notes notes;
  const std::string xml = exported("graphml", knowledge, test::sample_events_view(), notes);
  check_ids(xml, 8, 10);
  test::check_with_python("check_graphml.py", "odd.graphml", xml, "8 10");
}

TEST_CASE("networkx and igraph read the GraphML") {
  test::check_with_python("check_graphml.py", "events.graphml", sample_graphml(test::sample_events_view()),
                          "8 10 events");
  test::check_with_python("check_graphml.py", "entities.graphml", sample_graphml(test::sample_entities_view()),
                          "3 4 entities");
  test::check_with_python("check_graphml.py", "empty.graphml", sample_graphml({}), "0 0");
}

TEST_CASE("text in XML") {
  CHECK(xml_text("a<b&&\"c\" > 'd'") == "a&lt;b&amp;&amp;\"c\" > 'd'");
  // a space beside markup: Java's parser may drop it where its buffer ends
  CHECK(xml_text("a < b && \"c\" > 'd'") == "<![CDATA[a < b && \"c\" > 'd']]>");
  CHECK(xml_text("A & <B>") == "<![CDATA[A & <B>]]>");
  CHECK(xml_text("& < ]]> x") == "<![CDATA[& < ]]]]><![CDATA[> x]]>");
  CHECK(xml_text("a]]>b") == "a]]&gt;b");
  CHECK(xml_text("a\r\nb\rc\x01\x0b\x1f") == "a\nb\nc");
  CHECK(xml_text("\xff é\xEF\xBF\xBE") == "\xEF\xBF\xBD é");
  CHECK(xml_attribute("a \"b\" <c> & d\n") == "a &quot;b&quot; &lt;c> &amp; d&#10;");
  CHECK(inf_guarded("INF Treaty, INFLATION") == "I\u2060NF Treaty, I\u2060NFLATION");
}

}  // namespace dateline
