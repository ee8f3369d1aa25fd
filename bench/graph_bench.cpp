// How much processor time a large graph takes to write, and how much memory that takes on top of the graph, beside Boost's writer with
// the same columns. bench/graph_bench.py does the same with networkx.
//   graph_bench [NODES EDGES [FOLDER]]     default 100000 500000; FOLDER gets graph.graphml and graph.gexf
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <tuple>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>

#include "../tests/export/synthetic.hpp"
#include "dateline/export.hpp"
#include "export/graph/columns.hpp"

namespace {

using namespace dateline;

/// Resident memory in MB: now, and the most since forget_peak().
double memory(std::string_view which) {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line)) {
    if (line.starts_with(which)) return std::atof(line.c_str() + line.find_first_of("0123456789")) / 1024;
  }
  return 0;
}
void forget_peak() { std::ofstream("/proc/self/clear_refs") << 5; }

struct Cost {
  double seconds = 0, extra_mb = 0;
};

template <class Work>
Cost cost(const char* what, Work work) {
  forget_peak();
  const double before = memory("VmRSS");
  const std::clock_t began = std::clock();
  work();
  const Cost spent{static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC, memory("VmHWM") - before};
  std::printf("%-28s %8.2f s %8.0f MB more\n", what, spent.seconds, spent.extra_mb);
  return spent;
}

/// Every node an entity; each edge rests on one to three of the events.
Graph random_graph(const Knowledge& knowledge, std::uint32_t edge_count) {
  test::Numbers numbers;
  Graph graph;
  for (std::uint32_t i = 0; i < knowledge.entities.size(); ++i)
    graph.nodes.push_back(test::node(GraphNode::Kind::entity, i, 1e-5 * numbers.below(1000), numbers.below(90000) / 7.0,
                                     numbers.below(90000) / 7.0));
  const auto nodes = static_cast<std::uint32_t>(graph.nodes.size());
  const auto events = static_cast<std::uint32_t>(knowledge.events.size());
  for (std::uint32_t i = 0; i < edge_count; ++i) {
    GraphEdge edge{numbers.below(nodes), numbers.skewed(nodes), knowledge.events[i % events].type, false, {}, {}};
    for (std::uint32_t n = 0; n <= numbers.below(3); ++n) edge.events.push_back(numbers.below(events));
    graph.edges.push_back(std::move(edge));
  }
  std::sort(graph.edges.begin(), graph.edges.end(), [](const GraphEdge& a, const GraphEdge& b) {
    return std::tie(a.from, a.to, a.type) < std::tie(b.from, b.to, b.type);
  });
  return graph;
}

using Texts = std::vector<std::string>;
using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Texts, Texts>;

/// One column of the vertices or edges, as Boost wants it: a map from a vertex or edge to its value.
template <class Key>
struct ColumnMap {
  using value_type = std::string;
  using reference = std::string;
  using key_type = Key;
  using category = boost::readable_property_map_tag;
  const BoostGraph* graph;
  std::size_t column;
};
template <class Key>
std::string get(const ColumnMap<Key>& map, const Key& key) {
  return (*map.graph)[key][map.column];
}

BoostGraph boost_graph(const GraphSource& source) {
  BoostGraph graph(source.graph().nodes.size());
  for (std::size_t i = 0; i < source.graph().nodes.size(); ++i) {
    for (const NodeColumn& column : node_columns(source))
      graph[i].push_back(column.value(source, source.graph().nodes[i]));
  }
  for (const GraphEdge& edge : source.graph().edges) {
    const Support support = source.support(edge);
    Texts values;
    for (const EdgeColumn& column : edge_columns()) values.push_back(column.value(source, edge, support));
    boost::add_edge(edge.from, edge.to, std::move(values), graph);
  }
  return graph;
}

void write_by_boost(const GraphSource& source, const BoostGraph& graph, std::ostream& out) {
  using Vertex = boost::graph_traits<BoostGraph>::vertex_descriptor;
  using Link = boost::graph_traits<BoostGraph>::edge_descriptor;
  boost::dynamic_properties properties;
  for (std::size_t i = 0; i < node_columns(source).size(); ++i)
    properties.property(std::string(node_columns(source)[i].name), ColumnMap<Vertex>{&graph, i});
  for (std::size_t i = 0; i < edge_columns().size(); ++i)
    properties.property(std::string(edge_columns()[i].name), ColumnMap<Link>{&graph, i});
  boost::write_graphml(out, graph, properties);
}

}  // namespace

int main(int count, char** words) {
  const auto nodes = static_cast<std::uint32_t>(count > 2 ? std::atoi(words[1]) : 100000);
  const auto edges = static_cast<std::uint32_t>(count > 2 ? std::atoi(words[2]) : 500000);
  const std::string folder = count > 3 ? words[3] : "";
  const auto path = [&](const char* name) { return folder.empty() ? std::string("/dev/null") : folder + "/" + name; };

  Knowledge knowledge = test::synthetic(20000);
  for (std::uint32_t i = static_cast<std::uint32_t>(knowledge.entities.size()); i < nodes; ++i)
    knowledge.entities.push_back(
        {test::padded("e", i, 10), "Somebody " + std::to_string(i), EntityKind::person, {"Alias"}, 1, "", ""});
  knowledge.entities.resize(nodes);
  for (Event& event : knowledge.events) {
    for (Participant& participant : event.participants) participant.entity %= nodes;
  }
  const Graph graph = random_graph(knowledge, edges);
  std::printf("%zu nodes, %zu edges, %.0f MB with the knowledge\n", graph.nodes.size(), graph.edges.size(),
              memory("VmRSS"));
  const auto write = [&](const char* format, const std::string& to) {
    std::ofstream out(to, std::ios::binary);
    Notes notes;
    exporter_named(format)->write(knowledge, graph, {}, out, notes);
  };
  const Cost graphml = cost("graphml", [&] { write("graphml", path("graph.graphml")); });
  const Cost gexf = cost("gexf", [&] { write("gexf", path("graph.gexf")); });
  const GraphSource source(knowledge, graph);
  BoostGraph by_boost;
  const Cost copied = cost("Boost: its graph", [&] { by_boost = boost_graph(source); });
  const Cost boost = cost("Boost: write_graphml", [&] {
    std::ofstream out(path("boost.graphml"), std::ios::binary);
    write_by_boost(source, by_boost, out);
  });
  std::printf("graphml takes %.2f of the time of write_graphml, %.2f with filling its graph, %.3f of the memory\n",
              graphml.seconds / boost.seconds, graphml.seconds / (copied.seconds + boost.seconds),
              graphml.extra_mb / (copied.extra_mb + boost.extra_mb));
  std::printf("gexf takes %.2f of the time of write_graphml\n", gexf.seconds / boost.seconds);
}
