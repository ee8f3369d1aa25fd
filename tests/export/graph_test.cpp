#include "export/graph/columns.hpp"
#include "export/graph/spells.hpp"
#include "run.hpp"
#include "sample.hpp"

namespace dateline {
namespace {

DayNumber day(std::string_view edtf) { return *parse_edtf(edtf)->days.first; }
Spell spell(std::string_view first, std::string_view last) { return {day(first), day(last)}; }

std::size_t times(std::string_view what, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("spells that overlap or touch become one") {
  CHECK(joined({}).empty());
  CHECK(joined({spell("2024-05-03", "2024-05-04"), spell("2024-05-01", "2024-05-02")}) ==
        std::vector{spell("2024-05-01", "2024-05-04")});
  CHECK(joined({spell("2024-05-01", "2024-05-31"), spell("2024-05-02", "2024-05-03"),
                spell("2024-07-01", "2024-07-01")}) ==
        std::vector{spell("2024-05-01", "2024-05-31"), spell("2024-07-01", "2024-07-01")});
}

TEST_CASE("nodes are there when they act, states until the newest day known") {
  const Knowledge knowledge = test::sample();
  const Graph events = test::sample_events_view();
  const GraphSource source(knowledge, events);
  const Spells spells(source);
  CHECK(spells.of_node(0) == std::vector{spell("2021-03-01", "2021-03-01"), spell("2021-03-05", "2021-03-05")});
  CHECK(spells.of_node(5) == std::vector{spell("2021-03-01", "2021-03-07")});
  CHECK(spells.of_node(6) == std::vector{spell("2021-03-05", "2021-03-05")});  // a bound is its known end
  CHECK(spells.of_node(7).empty());                                            // no date: always there

  Graph entities = test::sample_entities_view();
  entities.edges.push_back({0, 0, "holds_position", false, {}, {0}});
  const GraphSource other(knowledge, entities);
  const Spells states(other);
  CHECK(states.of(entities.edges[2]) == std::vector{spell("2019-05-01", "2021-12-31")});
  CHECK(states.of(entities.edges[4]) == std::vector{spell("2020-01-01", "2021-12-31")});
}

TEST_CASE("GEXF has one static block of attributes for each class, whole days and UTC") {
  Notes notes;
  const std::string xml = test::exported("gexf", test::sample(), test::sample_events_view(), notes);
  CHECK(times("<attributes class=\"node\"", xml) == 1);
  CHECK(times("<attributes class=\"edge\"", xml) == 1);
  CHECK(xml.find("timezone=\"UTC\"") != xml.npos);
  CHECK(times("<spell start=\"2021-03-01\" end=\"2021-03-02\"/>", xml) > 0);
  CHECK(xml.find("I\u2060NFLATION pact") != xml.npos);
  CHECK(xml.find("label=\"INF Treaty\"") != xml.npos);
  CHECK(notes == Notes{"1 event without a date: always there in Gephi's timeline"});
}

TEST_CASE("an edge that rests on one event carries its date, one that rests on several only the range") {
  const Knowledge knowledge = test::sample();
  Graph graph = test::sample_entities_view();
  graph.edges = {{0, 1, "meet", true, {0}, {}}, {0, 1, "talk", true, {0, 2}, {}}};
  const GraphSource source(knowledge, graph);
  const Support one = source.support(graph.edges[0]), two = source.support(graph.edges[1]);
  REQUIRE(one.only_date);
  CHECK(one.only_date->edtf == "2021-03-01");
  CHECK(one.only->quote == "Aïda Nôm met A & <B> on Monday.");
  CHECK_FALSE(two.only_date);
  CHECK_FALSE(two.only);
  CHECK(two.ids == std::vector<std::string>{"ev000000000001", "ev000000000003"});
  CHECK(day_text(two.range.last) == "2021-03-05");
}

TEST_CASE("DOT shows what Graphviz would take for its own") {
  Knowledge knowledge = test::sample();
  knowledge.entities[0].name = "a \"b\" \\n &lt; & c";
  Notes notes;
  const std::string dot = test::exported("dot", knowledge, test::sample_entities_view(), notes);
  CHECK(dot.find(R"(label="a \"b\" \\n &amp;lt; & c")") != dot.npos);
}

}  // namespace dateline
