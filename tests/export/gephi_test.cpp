// The graphs as Gephi's own importers take them.
#include "run.hpp"
#include "sample.hpp"

namespace dateline {
namespace {

/// The arguments of check_gephi.py for one graph of the sample.
std::vector<std::string> of_sample(const test::Scratch& scratch, const std::string& format, const std::string& name,
                                   const Graph& graph, const std::string& edges, const std::string& days) {
  Notes notes;
  return {scratch.file(name + "." + format, test::exported(format, test::sample(), graph, notes)),
          std::to_string(graph.nodes.size()), edges, days, "-"};
}

}  // namespace

TEST_CASE("Gephi imports without a warning, with types, and GEXF with its timeline") {
  const test::Scratch scratch;
  const Graph events = test::sample_events_view();
  Graph entities = test::sample_entities_view();
  entities.edges.pop_back();  // Gephi merges edges of one pair and type, and says so
  std::vector<std::string> cases;
  for (const auto& one : {of_sample(scratch, "gexf", "events", events, "10", "2021-03-01/2021-03-08"),
                          of_sample(scratch, "gexf", "entities", entities, "3", "2019-05-01/2022-01-01"),
                          of_sample(scratch, "graphml", "events", events, "10", "-"),
                          of_sample(scratch, "graphml", "entities", entities, "3", "-")}) {
    cases.insert(cases.end(), one.begin(), one.end());
  }
  Notes notes;
  test::export_folder("csv", test::sample(), events, scratch.path("csv"), notes);
  for (const std::string& word : {scratch.path("csv"), std::string("9"), std::string("10"),
                                  std::string("2021-03-01/2021-03-08"), std::string("-")}) {
    cases.push_back(word);
  }
  test::check_reader("check_gephi.py", cases);
}

}  // namespace dateline
