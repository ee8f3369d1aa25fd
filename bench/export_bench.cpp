// How long graphs and exports of a made-up knowledge take, and how large the files are.
//   export_bench [EVENTS]        default 20000
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "../tests/export/synthetic.hpp"
#include "dateline/analytics.hpp"
#include "dateline/export.hpp"
#include "dateline/resources.hpp"

namespace {

using namespace dateline;

template <class Work>
auto timed(const std::string& what, Work work) {
  const auto began = std::chrono::steady_clock::now();
  auto made = work();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  std::printf("%-24s %8.0f ms\n", what.c_str(), took.count());
  return made;
}

void write(const Exporter& exporter, const std::string& what, const Knowledge& knowledge, const Graph& graph,
           const ExportOptions& options) {
  const std::string bytes = timed(what, [&] {
    std::ostringstream out;
    Notes notes;
    exporter.write(knowledge, graph, options, out, notes);
    return out.str();
  });
  std::printf("%-24s %8.1f MB\n", "", static_cast<double>(bytes.size()) / 1e6);
}

}  // namespace

int main(int count, char** words) {
  const Resources resources = Resources::embedded();
  const Knowledge knowledge = test::synthetic(count > 1 ? static_cast<std::uint32_t>(std::atoi(words[1])) : 20000);
  const Graph events = timed("event graph", [&] { return event_graph(knowledge); });
  std::printf("%24s %zu nodes, %zu edges\n", "", events.nodes.size(), events.edges.size());
  const Graph entities = timed("entity graph", [&] { return entity_graph(knowledge); });
  std::printf("%24s %zu nodes, %zu edges\n", "", entities.nodes.size(), entities.edges.size());
  ExportOptions options;
  options.page = resources.bytes("viz/index.html");
  for (const Exporter& exporter : exporters()) {
    for (const ExportFile& file : exporter.files)
      write({file.name, "", "", true, file.write, {}}, std::string(file.name), knowledge, events, options);
    if (!exporter.write) continue;
    write(exporter, std::string(exporter.name) + (exporter.takes_graph ? " events" : ""), knowledge, events, options);
    if (exporter.takes_graph) write(exporter, std::string(exporter.name) + " entities", knowledge, entities, options);
  }
}
