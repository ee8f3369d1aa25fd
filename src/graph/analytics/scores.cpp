#include "graph/analytics/scores.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <boost/graph/connected_components.hpp>

namespace dateline {

Skeleton skeleton(const Graph& graph) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(graph.edges.size());
  for (const GraphEdge& edge : graph.edges) {
    if (edge.from != edge.to) pairs.push_back(std::minmax(edge.from, edge.to));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return Skeleton(pairs.begin(), pairs.end(), graph.nodes.size());
}

void score_degrees(const Skeleton& skeleton, Graph& graph) {
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    graph.nodes[i].degree = static_cast<int>(boost::out_degree(i, skeleton));
}

int score_components(const Skeleton& skeleton, Graph& graph) {
  std::vector<int> found(graph.nodes.size());
  const int count = found.empty() ? 0 : boost::connected_components(skeleton, found.data());
  // Found in the order of their smallest nodes; largest first from here on.
  std::vector<int> sizes(static_cast<std::size_t>(count)), order(sizes.size()), rank(sizes.size());
  for (const int component : found) ++sizes[static_cast<std::size_t>(component)];
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return sizes[static_cast<std::size_t>(a)] > sizes[static_cast<std::size_t>(b)];
  });
  for (int i = 0; i < count; ++i) rank[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])] = i;
  for (std::size_t i = 0; i < found.size(); ++i) graph.nodes[i].component = rank[static_cast<std::size_t>(found[i])];
  return count;
}

namespace {

struct Arc {
  std::uint32_t from, to;
  double share;  ///< of the rank of `from`
};

/// Edges as arcs both ways that share out their source's rank by weight.
std::vector<Arc> arcs_of(const Graph& graph) {
  std::vector<Arc> arcs;
  std::vector<double> out(graph.nodes.size());
  const auto add = [&](std::uint32_t from, std::uint32_t to, double weight) {
    arcs.push_back({from, to, weight});
    out[from] += weight;
  };
  for (const GraphEdge& edge : graph.edges) {
    if (edge.from == edge.to) continue;
    const double weight = std::max(1.0, static_cast<double>(edge.events.size() + edge.relations.size()));
    add(edge.from, edge.to, weight);
    add(edge.to, edge.from, weight);
  }
  for (Arc& arc : arcs) arc.share /= out[arc.from];
  return arcs;
}

}  // namespace

void score_pagerank(Graph& graph) {
  constexpr double damping = 0.85, still = 1e-10;
  constexpr int most_rounds = 100;
  const std::size_t count = graph.nodes.size();
  if (count == 0) return;
  const std::vector<Arc> arcs = arcs_of(graph);
  std::vector<char> has_way_out(count);
  for (const Arc& arc : arcs) has_way_out[arc.from] = true;

  const double even = 1.0 / static_cast<double>(count);
  std::vector<double> rank(count, even), next(count);
  for (int round = 0; round < most_rounds; ++round) {
    double stuck = 0;
    for (std::size_t i = 0; i < count; ++i) stuck += has_way_out[i] ? 0 : rank[i];
    std::fill(next.begin(), next.end(), (1 - damping) * even + damping * stuck * even);
    for (const Arc& arc : arcs) next[arc.to] += damping * arc.share * rank[arc.from];
    double moved = 0;
    for (std::size_t i = 0; i < count; ++i) moved += std::abs(next[i] - rank[i]);
    rank.swap(next);
    if (moved < still) break;
  }
  for (std::size_t i = 0; i < count; ++i) graph.nodes[i].pagerank = rank[i];
}

}  // namespace dateline
