#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <numeric>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/analytics.hpp"
#include "dateline/base/error.hpp"
#include "dateline/base/text.hpp"

namespace dateline::cli {
namespace {

constexpr Option from{"--from", "NAME", "with 'path': where it begins"};
constexpr Option to{"--to", "NAME", "with 'path': where it ends"};
constexpr Option limit{"--limit", "N", "at most N rows (default 20)"};

using Rows = nlohmann::ordered_json;

std::vector<std::uint32_t> ranked(const Graph& graph, int most) {
  std::vector<std::uint32_t> order(graph.nodes.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return graph.nodes[a].pagerank > graph.nodes[b].pagerank; });
  order.resize(std::min<std::size_t>(order.size(), static_cast<std::size_t>(most)));
  return order;
}

Rows top(const Knowledge& knowledge, const Graph& graph, int most) {
  Rows rows = Rows::array();
  for (const std::uint32_t node : ranked(graph, most)) {
    const GraphNode& scores = graph.nodes[node];
    const Entity& entity = knowledge.entities[scores.index];
    rows.push_back({{"id", entity.id},
                    {"name", entity.name},
                    {"kind", name(entity.kind)},
                    {"pagerank", scores.pagerank},
                    {"betweenness", scores.betweenness},
                    {"degree", scores.degree},
                    {"component", scores.component}});
  }
  return rows;
}

Rows components(const Knowledge& knowledge, const Graph& graph, int most) {
  std::map<int, std::vector<std::uint32_t>> members;
  for (std::uint32_t node = 0; node < graph.nodes.size(); ++node) members[graph.nodes[node].component].push_back(node);
  Rows rows = Rows::array();
  for (const auto& [component, nodes] : members) {
    if (rows.size() == static_cast<std::size_t>(most)) break;
    Rows sample = Rows::array();
    for (std::size_t i = 0; i < nodes.size() && i < 5; ++i)
      sample.push_back(knowledge.entities[graph.nodes[nodes[i]].index].name);
    rows.push_back({{"component", component}, {"size", nodes.size()}, {"members", sample}});
  }
  return rows;
}

std::uint32_t entity_of(const Arguments& arguments, const Option& option, const Knowledge& knowledge) {
  const std::optional<std::string> wanted = arguments.text(option);
  if (!wanted) throw Error(ErrorKind::usage, "graph path", "needs " + std::string(option.name) + " NAME");
  const std::vector<std::uint32_t> found = entities_named(knowledge, *wanted);
  if (found.empty())
    throw Error(ErrorKind::usage, "graph path", "the store knows nobody and nothing named '" + *wanted + "'");
  return found.front();
}

/// What two neighbours have to do with each other, in either direction.
Rows links(const Knowledge& knowledge, const Graph& graph, std::uint32_t a, std::uint32_t b) {
  Rows rows = Rows::array();
  for (const GraphEdge& edge : graph.edges) {
    if (!((edge.from == a && edge.to == b) || (edge.from == b && edge.to == a))) continue;
    for (const std::uint32_t event : edge.events) {
      rows.push_back({{"type", edge.type},
                      {"event", knowledge.events[event].id},
                      {"label", knowledge.events[event].label},
                      {"date", shown_date(knowledge.events[event].date)}});
    }
    for (const std::uint32_t relation : edge.relations)
      rows.push_back({{"type", edge.type},
                      {"relation", knowledge.relations[relation].id},
                      {"label", knowledge.relations[relation].text}});
  }
  return rows;
}

Rows path(const Knowledge& knowledge, const Graph& graph, const Arguments& arguments) {
  const std::vector<std::uint32_t> way =
      shortest_path(graph, entity_of(arguments, from, knowledge), entity_of(arguments, to, knowledge));
  Rows rows = Rows::array();
  for (std::size_t i = 0; i < way.size(); ++i) {
    const Entity& entity = knowledge.entities[graph.nodes[way[i]].index];
    rows.push_back({{"id", entity.id},
                    {"name", entity.name},
                    {"links", i + 1 < way.size() ? links(knowledge, graph, way[i], way[i + 1]) : Rows::array()}});
  }
  return rows;
}

std::string decimal(double value) {
  char out[32];
  std::snprintf(out, sizeof out, "%.4f", value);
  return out;
}

void print_top(const Rows& rows) {
  const auto print = [](const std::vector<std::string>& cells) {
    constexpr std::size_t columns[] = {36, 14, 10, 13, 8, 9};
    for (std::size_t i = 0; i < cells.size(); ++i)
      std::cout << padded(cells[i], columns[i]) << (i + 1 < cells.size() ? " " : "\n");
  };
  print({"NAME", "KIND", "PAGERANK", "BETWEENNESS", "DEGREE", "COMPONENT"});
  for (const auto& row : rows) {
    print({row["name"], row["kind"], decimal(row["pagerank"]), decimal(row["betweenness"]), row["degree"].dump(),
           row["component"].dump()});
  }
}

void print_components(const Rows& rows) {
  for (const auto& row : rows) {
    std::vector<std::string> members;
    for (const auto& member : row["members"]) members.push_back(member);
    std::cout << row["component"] << "  " << row["size"] << (row["size"] == 1 ? " entity: " : " entities: ")
              << join(members, ", ") << (row["size"].get<std::size_t>() > members.size() ? ", ..." : "") << "\n";
  }
}

void print_path(const Rows& rows) {
  for (const auto& row : rows) {
    std::cout << styled(Style::bold, row["name"].get<std::string>()) << "\n";
    for (const auto& link : row["links"]) {
      std::cout << "  | " << link["type"].get<std::string>() << "  " << link["label"].get<std::string>()
                << (link.contains("date") ? "  (" + link["date"].get<std::string>() + ")" : "") << "\n";
    }
  }
}

int run(const Arguments& arguments) {
  const std::string what = arguments.operands().empty() ? "top" : arguments.operand();
  const Knowledge knowledge = knowledge_of(arguments);
  const Ontology ontology(resources_of(arguments));
  const Graph graph = entity_graph(knowledge, &ontology);
  const int most = arguments.number(limit, 20, 1);
  const bool json = arguments.has(options::json);
  Rows rows;
  if (what == "top") {
    rows = top(knowledge, graph, most);
    if (!json) print_top(rows);
  } else if (what == "components") {
    rows = components(knowledge, graph, most);
    if (!json) print_components(rows);
  } else if (what == "path") {
    rows = path(knowledge, graph, arguments);
    if (!json) print_path(rows);
    if (rows.empty()) warn("no way leads from one to the other");
  } else {
    throw Error(ErrorKind::usage, "graph", "there is no '" + what + "'; it is top, components or path");
  }
  if (json) std::cout << rows.dump(1) << "\n";
  return 0;
}

}  // namespace

const Command graph_command = {
    "graph",
    "Asks the graph of entities: who is central, what hangs together, how two are linked.",
    "[top|components|path]",
    {options::db, from, to, limit, options::json, options::resources, options::help},
    {{"dateline graph --db kg.db", "the most central entities: PageRank, betweenness, degree"},
     {"dateline graph components --db kg.db", "groups that no event joins"},
     {"dateline graph path --from Germany --to \"North Korea\" --db kg.db", "a shortest way, with the events on it"}},
    run};

}  // namespace dateline::cli
