#include <algorithm>

#include "graph/analytics/scores.hpp"

namespace dateline {
namespace {

/// Walks start from as many nodes as take no more steps than this together; from all of a small graph.
constexpr std::size_t most_steps = 40'000'000, fewest_pivots = 16;

std::size_t pivots_for(const Skeleton& skeleton) {
  const std::size_t steps = boost::num_vertices(skeleton) + 2 * boost::num_edges(skeleton);
  return std::max(most_steps / steps, fewest_pivots);
}

/// Ordered pairs of other nodes, by which betweenness is divided to lie within 0 and 1.
double ordered_pairs(std::size_t nodes) { return static_cast<double>(nodes - 1) * static_cast<double>(nodes - 2); }

/// Brandes' accumulation from one start node; the vectors are kept over calls.
class Accumulation {
 public:
  explicit Accumulation(const Skeleton& skeleton)
      : paths_(boost::num_vertices(skeleton)),
        depth_(paths_.size()),
        share_(paths_.size()),
        order_(paths_.size()),
        starts_{0} {
    for (std::size_t node = 0; node < paths_.size(); ++node) {
      const auto [begin, end] = boost::adjacent_vertices(node, skeleton);
      for (auto other = begin; other != end; ++other) neighbours_.push_back(static_cast<std::uint32_t>(*other));
      starts_.push_back(neighbours_.size());
    }
  }

  void add_from(std::size_t start, std::vector<double>& centrality) {
    const std::size_t reached = walk(start);
    for (std::size_t i = reached; i-- > 1;) {
      const std::size_t node = order_[i];
      for_neighbours(node, [&](std::uint32_t other) {
        if (depth_[other] + 1 == depth_[node]) share_[other] += paths_[other] / paths_[node] * (1 + share_[node]);
      });
      centrality[node] += share_[node];
    }
  }

 private:
  static constexpr int unseen = -1;

  template <class Visit>
  void for_neighbours(std::size_t node, Visit visit) const {
    for (std::size_t at = starts_[node]; at < starts_[node + 1]; ++at) visit(neighbours_[at]);
  }

  /// Breadth first, counting shortest paths; returns how many nodes were reached.
  std::size_t walk(std::size_t start) {
    std::fill(paths_.begin(), paths_.end(), 0.0);
    std::fill(share_.begin(), share_.end(), 0.0);
    std::fill(depth_.begin(), depth_.end(), unseen);
    std::size_t reached = 0;
    order_[reached++] = static_cast<std::uint32_t>(start);
    depth_[start] = 0;
    paths_[start] = 1;
    for (std::size_t at = 0; at < reached; ++at) {
      const std::size_t node = order_[at];
      for_neighbours(node, [&](std::uint32_t other) {
        if (depth_[other] == unseen) depth_[other] = depth_[node] + 1, order_[reached++] = other;
        if (depth_[other] == depth_[node] + 1) paths_[other] += paths_[node];
      });
    }
    return reached;
  }

  std::vector<double> paths_;
  std::vector<int> depth_;
  std::vector<double> share_;
  std::vector<std::uint32_t> order_;
  std::vector<std::size_t> starts_;        // of each node's neighbours
  std::vector<std::uint32_t> neighbours_;  // flat: walks over lists of lists wait for memory
};

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
  const std::vector<double> centrality = sampled_betweenness(skeleton, pivots_for(skeleton));
  for (std::size_t i = 0; i < count; ++i) graph.nodes[i].betweenness = centrality[i];
}

}  // namespace dateline
