#include <algorithm>

#include <boost/graph/betweenness_centrality.hpp>

#include "dateline/analytics.hpp"
#include "graph/analytics/scores.hpp"

namespace dateline {
namespace {

constexpr std::size_t pivot_count = 256;

/// Ordered pairs of other nodes, by which betweenness is divided to lie within 0 and 1.
double ordered_pairs(std::size_t nodes) { return static_cast<double>(nodes - 1) * static_cast<double>(nodes - 2); }

/// Brandes' accumulation from one start node; the vectors are kept over calls.
class Accumulation {
 public:
  explicit Accumulation(const Skeleton& skeleton)
      : skeleton_(skeleton), paths_(size()), depth_(size()), share_(size()), order_(size()) {}

  void add_from(std::size_t start, std::vector<double>& centrality) {
    const std::size_t reached = walk(start);
    for (std::size_t i = reached; i-- > 1;) {
      const std::size_t node = order_[i];
      for_neighbours(node, [&](std::size_t other) {
        if (depth_[other] + 1 == depth_[node]) share_[other] += paths_[other] / paths_[node] * (1 + share_[node]);
      });
      centrality[node] += share_[node];
    }
  }

 private:
  static constexpr int unseen = -1;
  std::size_t size() const { return boost::num_vertices(skeleton_); }

  template <class Visit>
  void for_neighbours(std::size_t node, Visit visit) const {
    const auto [begin, end] = boost::adjacent_vertices(node, skeleton_);
    for (auto at = begin; at != end; ++at) visit(*at);
  }

  /// Breadth first, counting shortest paths; returns how many nodes were reached.
  std::size_t walk(std::size_t start) {
    std::fill(paths_.begin(), paths_.end(), 0.0);
    std::fill(share_.begin(), share_.end(), 0.0);
    std::fill(depth_.begin(), depth_.end(), unseen);
    std::size_t reached = 0;
    order_[reached++] = start;
    depth_[start] = 0;
    paths_[start] = 1;
    for (std::size_t at = 0; at < reached; ++at) {
      const std::size_t node = order_[at];
      for_neighbours(node, [&](std::size_t other) {
        if (depth_[other] == unseen) depth_[other] = depth_[node] + 1, order_[reached++] = other;
        if (depth_[other] == depth_[node] + 1) paths_[other] += paths_[node];
      });
    }
    return reached;
  }

  const Skeleton& skeleton_;
  std::vector<double> paths_;
  std::vector<int> depth_;
  std::vector<double> share_;
  std::vector<std::size_t> order_;
};

std::vector<double> exact_betweenness(const Skeleton& skeleton) {
  const std::size_t count = boost::num_vertices(skeleton);
  std::vector<double> centrality(count);
  boost::brandes_betweenness_centrality(
      skeleton, boost::make_iterator_property_map(centrality.begin(), boost::get(boost::vertex_index, skeleton)));
  for (double& value : centrality) value *= 2 / ordered_pairs(count);  // Boost counts unordered pairs
  return centrality;
}

}  // namespace

std::vector<double> sampled_betweenness(const Skeleton& skeleton, std::size_t pivots) {
  const std::size_t count = boost::num_vertices(skeleton);
  std::vector<double> centrality(count);
  if (count < 3 || pivots == 0) return centrality;
  pivots = std::min(pivots, count);
  Accumulation accumulation(skeleton);
  for (std::size_t i = 0; i < pivots; ++i) accumulation.add_from(i * count / pivots, centrality);
  const double scale = static_cast<double>(count) / static_cast<double>(pivots) / ordered_pairs(count);
  for (double& value : centrality) value = std::min(1.0, value * scale);
  return centrality;
}

void score_betweenness(const Skeleton& skeleton, Graph& graph) {
  const std::size_t count = graph.nodes.size();
  if (count < 3) return;
  const std::vector<double> centrality =
      count <= exact_betweenness_limit ? exact_betweenness(skeleton) : sampled_betweenness(skeleton, pivot_count);
  for (std::size_t i = 0; i < count; ++i) graph.nodes[i].betweenness = centrality[i];
}

}  // namespace dateline
