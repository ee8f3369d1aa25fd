// The knowledge as a graph, and what graph theory (Boost.Graph) says about it.
#pragma once

#include <cstdint>
#include <vector>

#include "dateline/model/graph.hpp"
#include "dateline/model/knowledge.hpp"
#include "dateline/ontology.hpp"

namespace dateline {

// Scores and positions take time linear in nodes and edges:
// - pagerank: damping 0.85, until all ranks together move by less than 1e-10, or 100 rounds; nodes without edges share
//   theirs with all. Both ways along every edge, weighed by its number of events: along the arrows alone, whoever is
//   only acted upon would rank above those who act.
// - betweenness: exact (Brandes 2001) while nodes * (nodes + 2 * edges) is below 40 million, which is about 2,000 nodes
//   with 8,000 edges; above, from as many nodes at equal steps as that allows, at least 16, scaled up (Brandes and
//   Pich 2007): good for the high ranks, rough for the low.
// - x, y: Fruchterman and Reingold for each component from a spiral, 100 rounds (fewer above 10,000 nodes, at least
//   15), repulsion between near nodes only (at most 16 of each grid cell); components side by side, largest first.
//   Neighbours rest about 50 apart.

/// Who did something to whom: every entity that takes part in an event or relation, one edge for each pair and event or
/// relation type. The agent (the first role of the type; without an ontology the first participant's role) points to
/// the others; the sides of a symmetric type (without an ontology all who share the agent's role; the first 50 of them)
/// point from the earlier entity to the later. Scores and positions are filled in.
Graph entity_graph(const Knowledge& knowledge, const Ontology* ontology = nullptr);

/// Every event, and every entity that takes part in one or is its place. Roles are edges from the event to its
/// participants, "place" to its place, "content" from a speech act to the event that it is about, "before",
/// "after" and their like to the event that it lies so to. Scores and positions
/// are filled in.
Graph event_graph(const Knowledge& knowledge);

/// One edge for each event and relation that an edge of the graph rests on, in their order; scores and positions stay.
Graph unmerged(Graph graph);

/// Nodes on a shortest way between two, both ends included, edges taken both ways; empty when there is none.
std::vector<std::uint32_t> shortest_path(const Graph& graph, std::uint32_t from, std::uint32_t to);

}  // namespace dateline
