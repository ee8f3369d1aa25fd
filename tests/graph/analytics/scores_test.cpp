#include "graph/analytics/scores.hpp"

#include <doctest/doctest.h>

#include <boost/graph/betweenness_centrality.hpp>
#include <cmath>
#include <numeric>

#include "dateline/analytics.hpp"
#include "graph/analytics/sample.hpp"

namespace dateline {
namespace {

double rank_sum(const Graph& graph) {
  return std::accumulate(graph.nodes.begin(), graph.nodes.end(), 0.0,
                         [](double sum, const GraphNode& node) { return sum + node.pagerank; });
}

Graph laid_out(Graph graph) {
  const Skeleton joined = skeleton(graph);
  score_degrees(joined, graph);
  lay_out(joined, score_components(joined, graph), graph);
  return graph;
}

double distance(const GraphNode& a, const GraphNode& b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

TEST_CASE("components, the largest first, ties by the smallest node") {
  Graph graph = test::graph(7, {{0, 1}, {2, 3}, {3, 4}, {5, 6}});
  CHECK(score_components(skeleton(graph), graph) == 3);
  std::vector<int> found;
  for (const GraphNode& node : graph.nodes) found.push_back(node.component);
  CHECK(found == std::vector<int>{1, 1, 0, 0, 0, 2, 2});
}

TEST_CASE("degrees count neighbours, not edges or loops") {
  Graph graph = test::graph(3, {{0, 1}, {1, 0}, {0, 0}, {0, 2}});
  score_degrees(skeleton(graph), graph);
  CHECK(graph.nodes[0].degree == 2);
  CHECK(graph.nodes[1].degree == 1);
}

TEST_CASE("PageRank sums to one, follows weights, and loses nothing at nodes without edges") {
  Graph graph = test::graph(5, {{0, 2}, {1, 2}, {2, 3}});
  score_pagerank(graph);
  CHECK(rank_sum(graph) == doctest::Approx(1));
  CHECK(graph.nodes[2].pagerank > graph.nodes[3].pagerank);
  CHECK(graph.nodes[3].pagerank == doctest::Approx(graph.nodes[0].pagerank));
  CHECK(graph.nodes[4].pagerank < graph.nodes[0].pagerank);

  Graph weighted = test::graph(3, {{0, 1}, {0, 2}});
  weighted.edges[1].events = {1, 2, 3};
  score_pagerank(weighted);
  CHECK(weighted.nodes[2].pagerank > weighted.nodes[1].pagerank);

  Graph pair = test::graph(2, {{0, 1}});
  score_pagerank(pair);
  CHECK(pair.nodes[0].pagerank == doctest::Approx(0.5));
}

TEST_CASE("betweenness of a path and a star, within 0 and 1") {
  Graph star = test::graph(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}});
  score_betweenness(skeleton(star), star);
  CHECK(star.nodes[0].betweenness == doctest::Approx(1));
  CHECK(star.nodes[1].betweenness == 0);
  Graph path = test::graph(4, {{0, 1}, {1, 2}, {2, 3}});
  score_betweenness(skeleton(path), path);
  CHECK(path.nodes[1].betweenness == doctest::Approx(2.0 / 3));
}

TEST_CASE("betweenness is Boost's own; from some nodes it finds the same leader") {
  Graph graph = test::random_graph(300, 700);
  const Skeleton joined = skeleton(graph);
  score_betweenness(joined, graph);
  std::vector<double> of_boost(300);
  boost::brandes_betweenness_centrality(
      joined, boost::make_iterator_property_map(of_boost.begin(), boost::get(boost::vertex_index, joined)));
  const std::vector<double> some = sampled_betweenness(joined, 60);
  std::size_t top = 0;
  for (std::size_t i = 0; i < of_boost.size(); ++i) {
    CHECK(graph.nodes[i].betweenness ==
          doctest::Approx(of_boost[i] * 2 / (299.0 * 298.0)));  // Boost counts unordered pairs
    if (of_boost[i] > of_boost[top]) top = i;
  }
  CHECK(some[top] > 0.7 * graph.nodes[top].betweenness);
  CHECK(some[top] < 1.3 * graph.nodes[top].betweenness);
}

TEST_CASE("the layout keeps neighbours near, others apart and components from overlapping, the same every time") {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (std::uint32_t i = 0; i + 1 < 20; ++i) edges.emplace_back(i, i + 1);
  for (std::uint32_t i = 21; i < 30; ++i) edges.emplace_back(20, i);
  const Graph graph = laid_out(test::graph(32, edges));
  CHECK(distance(graph.nodes[0], graph.nodes[1]) < 150);
  CHECK(distance(graph.nodes[0], graph.nodes[19]) > 200);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) CHECK(distance(graph.nodes[i], graph.nodes[j]) > 5);
  }
  const Graph again = laid_out(test::graph(32, edges));
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    CHECK((graph.nodes[i].x == again.nodes[i].x && graph.nodes[i].y == again.nodes[i].y));
}

TEST_CASE("odd graphs have places: none, one node, all in one star") {
  CHECK(laid_out({}).nodes.empty());
  CHECK(std::isfinite(laid_out(test::graph(1, {})).nodes[0].x));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (std::uint32_t i = 1; i < 3000; ++i) edges.emplace_back(0, i);
  for (const GraphNode& node : laid_out(test::graph(3000, edges)).nodes) {
    REQUIRE(std::isfinite(node.x));
    REQUIRE(std::abs(node.x) < 1e6);
  }
}

}  // namespace dateline
