// Small knowledge and graphs for the tests of analytics.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dateline/model/graph.hpp"
#include "dateline/model/knowledge.hpp"

namespace dateline::test {

inline Event event(std::string type, std::vector<Participant> participants) {
  Event made;
  made.type = std::move(type);
  made.participants = std::move(participants);
  return made;
}

/// `count` entities, and events between them.
inline Knowledge knowledge(std::size_t count, std::vector<Event> events) {
  Knowledge made;
  for (std::size_t i = 0; i < count; ++i) {
    Entity entity;
    entity.id = "e" + std::to_string(i);
    entity.name = entity.id;
    made.entities.push_back(entity);
  }
  made.events = std::move(events);
  return made;
}

/// A graph of bare nodes and edges.
inline Graph graph(std::size_t count, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
  Graph made;
  for (std::uint32_t i = 0; i < count; ++i) made.nodes.push_back({.kind = GraphNode::Kind::entity, .index = i});
  for (const auto& [from, to] : edges) {
    GraphEdge edge;
    edge.from = from;
    edge.to = to;
    edge.type = "x";
    edge.events = {0};
    made.edges.push_back(edge);
  }
  return made;
}

/// Pseudo-random edges, the same every time.
inline Graph random_graph(std::size_t count, std::size_t edge_count) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  std::uint64_t state = 88172645463325252U;
  const auto next = [&] {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    return state;
  };
  for (std::size_t i = 0; i < edge_count; ++i) {
    const std::uint32_t from = static_cast<std::uint32_t>(next() % count);
    edges.emplace_back(from, static_cast<std::uint32_t>(next() % (from + 1)));
  }
  return graph(count, edges);
}

}  // namespace dateline::test
