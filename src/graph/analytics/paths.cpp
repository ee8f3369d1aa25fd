#include <algorithm>

#include <boost/graph/breadth_first_search.hpp>

#include "dateline/analytics.hpp"
#include "graph/analytics/scores.hpp"

namespace dateline {

std::vector<std::uint32_t> shortest_path(const Graph& graph, std::uint32_t from, std::uint32_t to) {
  if (from >= graph.nodes.size() || to >= graph.nodes.size()) return {};
  const Skeleton joined = skeleton(graph);
  std::vector<std::size_t> before(graph.nodes.size());
  for (std::size_t i = 0; i < before.size(); ++i) before[i] = i;
  boost::breadth_first_search(
      joined, to,
      boost::visitor(boost::make_bfs_visitor(boost::record_predecessors(before.data(), boost::on_tree_edge()))));
  if (from != to && before[from] == from) return {};
  std::vector<std::uint32_t> path{from};
  while (path.back() != to) path.push_back(static_cast<std::uint32_t>(before[path.back()]));
  return path;
}

}  // namespace dateline
