#include <algorithm>
#include <map>
#include <tuple>

#include "dateline/analytics.hpp"
#include "graph/analytics/scores.hpp"

namespace dateline {
namespace {

/// Sides of a symmetric event beyond this many are not paired with each other: pairs grow with the square.
constexpr std::size_t most_sides = 50;

/// Collects edges under their two ends and type, and gives them in that order.
class Edges {
 public:
  GraphEdge& between(std::uint32_t from, std::uint32_t to, const std::string& type) {
    GraphEdge& edge = edges_[{from, to, type}];
    edge.from = from;
    edge.to = to;
    edge.type = type;
    return edge;
  }
  void add_event(std::uint32_t from, std::uint32_t to, const std::string& type, std::uint32_t event, bool symmetric) {
    GraphEdge& edge = between(from, to, type);
    edge.symmetric = edge.symmetric || symmetric;
    if (edge.events.empty() || edge.events.back() != event) edge.events.push_back(event);
  }
  std::vector<GraphEdge> take() {
    std::vector<GraphEdge> all;
    all.reserve(edges_.size());
    for (auto& [key, edge] : edges_) all.push_back(std::move(edge));
    return all;
  }

 private:
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, GraphEdge> edges_;
};

/// Nodes for the entities that are marked, in their order; the index of each, UINT32_MAX for the others.
std::vector<std::uint32_t> add_entities(const std::vector<char>& marked, Graph& graph) {
  std::vector<std::uint32_t> nodes(marked.size(), UINT32_MAX);
  for (std::uint32_t i = 0; i < marked.size(); ++i) {
    if (!marked[i]) continue;
    nodes[i] = static_cast<std::uint32_t>(graph.nodes.size());
    graph.nodes.push_back({.kind = GraphNode::Kind::entity, .index = i});
  }
  return nodes;
}

void score(Graph& graph) {
  const Skeleton joined = skeleton(graph);
  score_degrees(joined, graph);
  const int components = score_components(joined, graph);
  score_pagerank(graph);
  score_betweenness(joined, graph);
  lay_out(joined, components, graph);
}

/// The role that acts: the first of the type that anybody has, else the first participant's.
std::string_view acting_role(const Event& event, const EventType* type) {
  const auto taken = [&](const RoleType& role) {
    return std::any_of(event.participants.begin(), event.participants.end(),
                       [&](const Participant& participant) { return participant.role == role.name; });
  };
  if (type) {
    const auto role = std::find_if(type->roles.begin(), type->roles.end(), taken);
    if (role != type->roles.end()) return role->name;
  }
  return event.participants.empty() ? std::string_view{} : event.participants.front().role;
}

void add_event_edges(const Event& event, std::uint32_t index, const EventType* type,
                     const std::vector<std::uint32_t>& nodes, Edges& edges) {
  const std::string_view acting = acting_role(event, type);
  std::vector<std::uint32_t> sides, others;
  for (const Participant& participant : event.participants) {
    (participant.role == acting ? sides : others).push_back(participant.entity);
  }
  for (const std::uint32_t side : sides) {
    for (const std::uint32_t other : others) {
      if (side != other) edges.add_event(nodes[side], nodes[other], event.type, index, false);
    }
  }
  if (type && !type->symmetric) return;
  std::sort(sides.begin(), sides.end());
  sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
  sides.resize(std::min(sides.size(), most_sides));
  for (std::size_t i = 0; i < sides.size(); ++i) {
    for (std::size_t j = i + 1; j < sides.size(); ++j)
      edges.add_event(nodes[sides[i]], nodes[sides[j]], event.type, index, true);
  }
}

void add_relation_edge(const Relation& relation, std::uint32_t index, const RelationType* type,
                       const std::vector<std::uint32_t>& nodes, Edges& edges) {
  if (!relation.to || *relation.to == relation.from) return;
  std::uint32_t from = nodes[relation.from], to = nodes[*relation.to];
  const bool symmetric = type && type->symmetric;
  if (symmetric && to < from) std::swap(from, to);
  GraphEdge& edge = edges.between(from, to, relation.type);
  edge.symmetric = edge.symmetric || symmetric;
  edge.relations.push_back(index);
}

}  // namespace

Graph entity_graph(const Knowledge& knowledge, const Ontology* ontology) {
  std::vector<char> takes_part(knowledge.entities.size());
  for (const Event& event : knowledge.events) {
    for (const Participant& participant : event.participants) takes_part[participant.entity] = true;
  }
  for (const Relation& relation : knowledge.relations) {
    takes_part[relation.from] = true;
    if (relation.to) takes_part[*relation.to] = true;
  }
  Graph graph;
  const std::vector<std::uint32_t> nodes = add_entities(takes_part, graph);
  Edges edges;
  for (std::uint32_t i = 0; i < knowledge.events.size(); ++i) {
    const Event& event = knowledge.events[i];
    add_event_edges(event, i, ontology ? ontology->event(event.type) : nullptr, nodes, edges);
  }
  for (std::uint32_t i = 0; i < knowledge.relations.size(); ++i) {
    const Relation& relation = knowledge.relations[i];
    add_relation_edge(relation, i, ontology ? ontology->relation(relation.type) : nullptr, nodes, edges);
  }
  graph.edges = edges.take();
  score(graph);
  return graph;
}

Graph event_graph(const Knowledge& knowledge) {
  std::vector<char> takes_part(knowledge.entities.size());
  for (const Event& event : knowledge.events) {
    for (const Participant& participant : event.participants) takes_part[participant.entity] = true;
    if (event.place) takes_part[*event.place] = true;
  }
  Graph graph;
  const std::vector<std::uint32_t> nodes = add_entities(takes_part, graph);
  const auto first_event = static_cast<std::uint32_t>(graph.nodes.size());
  for (std::uint32_t i = 0; i < knowledge.events.size(); ++i)
    graph.nodes.push_back({.kind = GraphNode::Kind::event, .index = i});
  Edges edges;
  for (std::uint32_t i = 0; i < knowledge.events.size(); ++i) {
    const Event& event = knowledge.events[i];
    for (const Participant& participant : event.participants) {
      edges.add_event(first_event + i, nodes[participant.entity], participant.role, i, false);
    }
    if (event.place) edges.add_event(first_event + i, nodes[*event.place], "place", i, false);
    for (const std::uint32_t told : event.content) {
      if (told != i) edges.add_event(first_event + i, first_event + told, "content", i, false);
    }
    for (const TemporalLink& link : event.temporal) {
      const bool symmetric = link.relation == TemporalRelation::simultaneous;
      if (link.event != i)
        edges.add_event(first_event + i, first_event + link.event, std::string(name(link.relation)), i, symmetric);
    }
    if (event.part_of && *event.part_of != i)
      edges.add_event(first_event + i, first_event + *event.part_of, "part_of", i, false);
  }
  graph.edges = edges.take();
  score(graph);
  return graph;
}

Graph unmerged(Graph graph) {
  std::vector<GraphEdge> each;
  for (const GraphEdge& edge : graph.edges) {
    const auto add = [&](std::vector<std::uint32_t> events, std::vector<std::uint32_t> relations) {
      each.push_back({edge.from, edge.to, edge.type, edge.symmetric, std::move(events), std::move(relations)});
    };
    for (const std::uint32_t event : edge.events) add({event}, {});
    for (const std::uint32_t relation : edge.relations) add({}, {relation});
  }
  graph.edges = std::move(each);
  return graph;
}

}  // namespace dateline
