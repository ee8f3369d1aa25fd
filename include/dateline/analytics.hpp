// The knowledge as a graph, and what graph theory (Boost.Graph) says about it.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/model/graph.hpp"
#include "dateline/model/knowledge.hpp"

namespace dateline {

/// Who did something to whom: entities alone, one edge for each pair and event or relation type. Agents point to the others; the sides of a
/// symmetric type are ordered by entity. Scores and positions are filled in.
Graph entity_graph(const Knowledge& knowledge);

/// Events as nodes, roles as edges from the event to its participants. Scores and positions are filled in.
Graph event_graph(const Knowledge& knowledge);

/// Nodes on a shortest way between two, both ends included, edges taken both ways; empty when there is none.
std::vector<std::uint32_t> shortest_path(const Graph& graph, std::uint32_t from, std::uint32_t to);

}  // namespace dateline
