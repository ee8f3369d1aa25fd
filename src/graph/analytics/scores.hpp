// What is worked out over a Graph, each in a file of its own.
#pragma once

#include <boost/graph/adjacency_list.hpp>

#include "dateline/model/graph.hpp"

namespace dateline {

/// Who is joined to whom, once each and without loops; the vertices are the indices of Graph::nodes.
using Skeleton = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
Skeleton skeleton(const Graph& graph);

void score_degrees(const Skeleton& skeleton, Graph& graph);
/// Returns how many components there are.
int score_components(const Skeleton& skeleton, Graph& graph);
void score_pagerank(Graph& graph);
void score_betweenness(const Skeleton& skeleton, Graph& graph);
/// Betweenness from `pivots` start nodes at equal steps; all nodes give the exact one.
std::vector<double> sampled_betweenness(const Skeleton& skeleton, std::size_t pivots);
/// Needs components and degrees.
void lay_out(const Skeleton& skeleton, int components, Graph& graph);

}  // namespace dateline
