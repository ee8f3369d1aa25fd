// Knowledge as a graph: flat arrays that analytics fills and exporters write down.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

struct GraphNode {
  enum class Kind { entity, event };
  Kind kind = Kind::entity;
  std::uint32_t index = 0;  ///< into Knowledge::entities or Knowledge::events
  double pagerank = 0;      ///< sums to 1 over the graph; edges weigh their number of events
  double betweenness = 0;   ///< normalised to 0..1, unweighted, edges taken both ways
  int degree = 0;           ///< distinct neighbours
  int component = 0;        ///< 0 is the largest; ties by smallest node
  double x = 0, y = 0;      ///< the same for the same graph: no clock, no random seed
};

struct GraphEdge {
  std::uint32_t from = 0, to = 0;  ///< indices into Graph::nodes
  std::string type;                ///< events view: the role; entities view: the event or relation type
  bool symmetric = false;
  std::vector<std::uint32_t> events;     ///< indices into Knowledge::events
  std::vector<std::uint32_t> relations;  ///< indices into Knowledge::relations
};

/// Nodes in the order of Knowledge (entities first), edges by from, to, type.
struct Graph {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

}  // namespace dateline
