// Boost.Graph's own reader. It refuses a file for what it cannot take (booleans as words, keys without a type), so that
// reading without an exception is the test.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>

#include "run.hpp"
#include "sample.hpp"

namespace dateline {
namespace {

struct Node {
  std::string label, kind;
  double x = 0;
  int mentions = 0;
};
struct Link {
  std::string label;
  double weight = 0;
  int count = 0, symmetric = 0;
};
using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node, Link>;

BoostGraph read_by_boost(const std::string& bytes) {
  BoostGraph graph;
  boost::dynamic_properties properties(boost::ignore_other_properties);
  properties.property("label", boost::get(&Node::label, graph));
  properties.property("kind", boost::get(&Node::kind, graph));
  properties.property("x", boost::get(&Node::x, graph));
  properties.property("mentions", boost::get(&Node::mentions, graph));
  properties.property("label", boost::get(&Link::label, graph));
  properties.property("weight", boost::get(&Link::weight, graph));
  properties.property("count", boost::get(&Link::count, graph));
  properties.property("symmetric", boost::get(&Link::symmetric, graph));
  std::istringstream in(bytes);
  boost::read_graphml(in, graph, properties);
  return graph;
}

}  // namespace

TEST_CASE("Boost.Graph reads the GraphML") {
  Notes notes;
  const BoostGraph graph =
      read_by_boost(test::exported("graphml", test::sample(), test::sample_entities_view(), notes));
  REQUIRE(boost::num_vertices(graph) == 3);
  REQUIRE(boost::num_edges(graph) == 4);
  CHECK(graph[0].label == "Aïda Nôm");
  CHECK(graph[1].label == "A & <B>");
  CHECK(graph[0].kind == "person");
  CHECK(graph[1].x == 2.0);
  CHECK(graph[0].mentions == 7);
  const Link& meet = graph[*boost::edges(graph).first];
  CHECK(meet.label == "meet");
  CHECK(meet.weight == 1.0);
  CHECK(meet.count == 1);
  CHECK(meet.symmetric == 1);
  CHECK(boost::num_vertices(
            read_by_boost(test::exported("graphml", test::sample(), test::sample_events_view(), notes))) == 8);
}

}  // namespace dateline
