#include <doctest/doctest.h>

#include "dateline/analytics.hpp"
#include "graph/analytics/sample.hpp"

namespace dateline {
namespace {

/// "0>1 meet x2" for each edge, "~" for a symmetric one.
std::vector<std::string> lines(const Graph& graph) {
  std::vector<std::string> out;
  for (const GraphEdge& edge : graph.edges) {
    const std::size_t count = edge.events.size() + edge.relations.size();
    out.push_back(std::to_string(edge.from) + (edge.symmetric ? "~" : ">") + std::to_string(edge.to) + " " + edge.type +
                  (count > 1 ? " x" + std::to_string(count) : ""));
  }
  return out;
}
using Lines = std::vector<std::string>;

Knowledge small() {
  Knowledge made = test::knowledge(
      6, {test::event("meet", {{"participant", 2}, {"participant", 1}}),
          test::event("meet", {{"participant", 1}, {"participant", 2}}),
          test::event("accuse", {{"target", 3}, {"speaker", 1}}), test::event("resign", {{"person", 4}})});
  made.events[2].content = {0};
  made.events[2].temporal = {{TemporalRelation::after, 1, {}}};
  made.events[3].temporal = {{TemporalRelation::simultaneous, 2, {}}, {TemporalRelation::during, 3, {}}};
  made.events[3].place = 3;
  made.events[1].part_of = 0;
  Relation relation;
  relation.type = "counterpart_of";
  relation.from = 2;
  relation.to = 1;
  Relation position;
  position.type = "holds_position";
  position.from = 4;
  made.relations = {relation, position};
  return made;
}

}  // namespace

TEST_CASE("the entity view: one edge for each pair and type") {
  const Ontology ontology(Resources::embedded());
  const Graph graph = entity_graph(small(), &ontology);
  REQUIRE(graph.nodes.size() == 4);  // 1, 2, 3, 4: nobody says anything of 0 and 5
  CHECK(graph.nodes[0].index == 1);
  CHECK(lines(graph) == Lines{"0~1 counterpart_of", "0~1 meet x2", "0>2 accuse"});
  CHECK(graph.nodes[0].degree == 2);
  CHECK(graph.nodes[3].degree == 0);
  CHECK(graph.nodes[3].component == 1);
}

TEST_CASE("without an ontology the first participant acts") {
  CHECK(lines(entity_graph(small())) == Lines{"0~1 meet x2", "1>0 counterpart_of", "2>0 accuse"});
}

TEST_CASE("the event view: roles, places and contents as edges") {
  const Graph graph = event_graph(small());
  REQUIRE(graph.nodes.size() == 8);
  CHECK(graph.nodes[3].kind == GraphNode::Kind::entity);
  CHECK(graph.nodes[4].kind == GraphNode::Kind::event);
  CHECK(lines(graph) == Lines{"4>0 participant", "4>1 participant", "5>0 participant", "5>1 participant", "5>4 part_of",
                              "6>0 speaker", "6>2 target", "6>4 content", "6>5 after", "7>2 place", "7>3 person",
                              "7~6 simultaneous"});
}

TEST_CASE("unmerged, every event and relation has an edge of its own, in their order") {
  Graph graph;
  graph.nodes.resize(2);
  graph.edges = {{0, 1, "meet", true, {3, 7}, {}}, {1, 0, "owns", false, {}, {2}}};
  const Graph each = unmerged(graph);
  REQUIRE(each.edges.size() == 3);
  CHECK(each.edges[0].events == std::vector<std::uint32_t>{3});
  CHECK(each.edges[1].events == std::vector<std::uint32_t>{7});
  CHECK(each.edges[1].symmetric);
  CHECK(each.edges[2].relations == std::vector<std::uint32_t>{2});
  CHECK(each.edges[2].from == 1);
}

TEST_CASE("a meeting of very many does not grow with the square") {
  std::vector<Participant> all;
  for (std::uint32_t i = 0; i < 1000; ++i) all.push_back({"participant", i});
  CHECK(entity_graph(test::knowledge(1000, {test::event("meet", all)})).edges.size() == 50 * 49 / 2);
}

TEST_CASE("nothing gives an empty graph") {
  CHECK(entity_graph({}).nodes.empty());
  CHECK(event_graph({}).nodes.empty());
}

TEST_CASE("shortest paths go both ways along edges") {
  const Graph graph = test::graph(6, {{0, 1}, {2, 1}, {2, 3}, {0, 4}, {4, 3}});
  using Path = std::vector<std::uint32_t>;
  CHECK(shortest_path(graph, 0, 3) == Path{0, 4, 3});
  CHECK(shortest_path(graph, 3, 0) == Path{3, 4, 0});
  CHECK(shortest_path(graph, 1, 1) == Path{1});
  CHECK(shortest_path(graph, 0, 5) == Path{});
  CHECK(shortest_path(graph, 0, 99) == Path{});
}

}  // namespace dateline
