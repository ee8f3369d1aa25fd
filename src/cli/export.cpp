#include <iostream>
#include <sstream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/analytics.hpp"
#include "dateline/base/error.hpp"
#include "dateline/base/files.hpp"
#include "dateline/base/text.hpp"

namespace dateline::cli {
namespace {

constexpr Option format{"--format", "F", "one of 'dateline export --list'"};
constexpr Option output{"--output", "FILE", "where to (also -o FILE; default: -, standard output)"};
constexpr Option view{
    "--view", "VIEW",
    "graphs: 'events' (events as nodes, roles as edges; default) or 'entities' (who did what to whom)"};
constexpr Option list{"--list", "", "the formats, and who reads each"};
constexpr Option title{"--title", "TEXT", "the title that the export carries"};

int print_formats() {
  for (const Exporter& exporter : exporters()) {
    std::cout << padded(exporter.name, 14) << exporter.description << "\n";
  }
  return 0;
}

const Exporter& exporter_of(const Arguments& arguments) {
  const std::string name = arguments.text(format).value_or("json");
  if (const Exporter* exporter = exporter_named(name)) return *exporter;
  std::vector<std::string_view> known;
  for (const Exporter& exporter : exporters()) known.push_back(exporter.name);
  const std::string_view near = nearest(name, known);
  throw Error(ErrorKind::usage, "export",
              "there is no format '" + name + "'" +
                  (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?") +
                  " (see 'dateline export --list')");
}

Graph graph_of(const Arguments& arguments, const Knowledge& knowledge, const Resources& resources) {
  const std::string wanted = arguments.text(view).value_or("events");
  if (wanted == "events") return event_graph(knowledge);
  if (wanted == "entities") {
    const Ontology ontology(resources);
    return entity_graph(knowledge, &ontology);
  }
  throw Error(ErrorKind::usage, "export", "--view is 'events' or 'entities', not '" + wanted + "'");
}

int run(const Arguments& arguments) {
  if (arguments.has(list)) return print_formats();
  const Exporter& exporter = exporter_of(arguments);
  const Knowledge all = knowledge_of(arguments);
  const Knowledge kept = filtered(all, filter_of(arguments, all));
  const Resources resources = resources_of(arguments);
  const Graph graph = exporter.takes_graph ? graph_of(arguments, kept, resources) : Graph{};
  ExportOptions how;
  how.generator = "dateline " DATELINE_VERSION;
  how.page = resources.bytes("viz/index.html");
  if (const auto text = arguments.text(title)) how.title = *text;

  Notes notes;
  const std::string to = arguments.text(output).value_or("-");
  if (to == "-") {
    exporter.write(kept, graph, how, std::cout, notes);
  } else {
    std::ostringstream bytes;
    exporter.write(kept, graph, how, bytes, notes);
    write_file(to, bytes.view());
  }
  for (const std::string& note : notes) warn(note);
  return 0;
}

std::vector<Option> all_options() {
  std::vector<Option> all = {options::db, format, output, view, title, list, options::resources};
  for (const Option& option : filter_options()) all.push_back(option);
  all.push_back(options::help);
  return all;
}

}  // namespace

const Command export_command = {
    "export",
    "Writes the timeline or the graph in a format that other programs read.",
    "",
    all_options(),
    {{"dateline export --db kg.db --format json -o timeline.json", "the timeline with all evidence"},
     {"dateline export --db kg.db --format graphml --view entities -o graph.graphml",
      "for Gephi: who did what to whom"},
     {"dateline export --db kg.db --format timelinejs --from 2024 --limit 50 -o story.json",
      "for TimelineJS, the 50 most told events"}},
    run};

}  // namespace dateline::cli
