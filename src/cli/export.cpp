#include <filesystem>
#include <iostream>

#include <nlohmann/json.hpp>

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
constexpr Option output{"--output", "FILE", "where to (also -o FILE; default: -, standard output); for csv a folder"};
constexpr Option table{"--table", "NAME",
                       "csv: one of its tables alone, on standard output or to a file (events, edges, ...)"};
constexpr Option view{
    "--view", "VIEW",
    "graphs: 'events' (events as nodes, roles as edges; default) or 'entities' (who did what to whom)"};
constexpr Option edges{"--edges", "HOW",
                       "graphs: 'merged' (one edge for each pair and type; default) or 'each' (one for each event)"};
constexpr Option looks{"--look", "FILE",
                       "graphs: labels, places, colours, sizes of a GraphML or GEXF that came back from Gephi"};
constexpr Option group{"--group", "BY", "timelines: rows by 'type' (default) or by 'actor'"};
constexpr Option check{"--check", "FILE",
                       "says what readers of a graph, timeline or calendar would stumble on, whoever wrote it"};
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

/// 1 when there is something to stumble on.
int check_file(const std::string& path, bool as_json) {
  const CheckReport report = check_export(read_file(path), path);
  if (as_json) {
    const nlohmann::ordered_json json = {
        {"file", path}, {"format", report.format}, {"holds", report.holds}, {"problems", report.problems}};
    std::cout << json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
  } else {
    std::cout << path << ": " << report.format << ", " << report.holds
              << (report.problems.empty() ? ": nothing that its readers stumble on" : "") << "\n";
    for (const std::string& problem : report.problems) std::cout << "  " << problem << "\n";
  }
  return report.problems.empty() ? 0 : 1;
}

[[noreturn]] void misused(const std::string& what) { throw Error(ErrorKind::usage, "export", what); }

/// The value of an option that has two, the first by default: whether it is the second.
bool is_second(const Arguments& arguments, const Option& option, std::string_view first, std::string_view second) {
  const std::string wanted = arguments.text(option).value_or(std::string(first));
  if (wanted != first && wanted != second) {
    misused(std::string(option.name) + " is '" + std::string(first) + "' or '" + std::string(second) + "', not '" +
            wanted + "'");
  }
  return wanted == second;
}

/// Nothing for a format that is no graph.
Graph graph_of(const Arguments& arguments, const Exporter& exporter, const Knowledge& knowledge,
               const Resources& resources) {
  const bool entities = is_second(arguments, view, "events", "entities");
  const bool each = is_second(arguments, edges, "merged", "each");
  if (!exporter.takes_graph) return {};
  const Ontology ontology(resources);
  Graph graph = entities ? entity_graph(knowledge, &ontology) : event_graph(knowledge);
  return each ? unmerged(std::move(graph)) : graph;
}

/// What --look says of the graph, whose nodes are put there.
Looks looks_of(const Arguments& arguments, const Knowledge& knowledge, Graph& graph) {
  const std::optional<std::string> path = arguments.text(looks);
  if (!path) return {};
  Looks read = read_looks(read_file(*path), *path);
  const std::size_t known = arrange(read, knowledge, graph);
  if (known < graph.nodes.size())
    warn(*path + ": knows " + std::to_string(known) + " of " + std::to_string(graph.nodes.size()) + " nodes");
  return read;
}

/// What is written, of which values and how: the same for every file of a format.
struct Job {
  const Knowledge& knowledge;
  const Graph& graph;
  const ExportOptions& how;
  Notes notes;

  void write(ExportFunction* exporter, const std::string& to) {
    if (to == "-") return exporter(knowledge, graph, how, std::cout, notes);
    FileWriter file(to);
    exporter(knowledge, graph, how, file.out(), notes);
    file.commit();
  }
};

/// The table of a folder that --table names.
const ExportFile& table_named(const Exporter& exporter, const std::string& name) {
  std::string known;
  for (const ExportFile& file : exporter.files) {
    const std::string stem(file.name.substr(0, file.name.rfind('.')));
    if (name == stem || name == file.name) return file;
    known += (known.empty() ? "" : ", ") + stem;
  }
  misused("--table: " + std::string(exporter.name) + " has no table '" + name + "'" +
          (known.empty() ? "; it is one file" : "; it has " + known));
}

void write_folder(const Exporter& exporter, const std::string& to, Job& job) {
  if (to == "-")
    misused(std::string(exporter.name) + " is a folder of tables: give -o FOLDER, or --table NAME for one");
  std::error_code failed;
  std::filesystem::create_directories(to, failed);
  if (!std::filesystem::is_directory(to))
    throw Error(ErrorKind::output, to,
                "cannot be made a folder: " + (failed ? failed.message() : "a file has its name"));
  for (const ExportFile& file : exporter.files) job.write(file.write, (std::filesystem::path(to) / file.name).string());
}

void warn_of_left_out(const Knowledge& all, const Filter& filter) {
  const Omitted left = omitted(all, filter);
  const auto say = [](std::size_t count, const std::string& thing, const std::string& why) {
    if (count > 0) warn(std::to_string(count) + " " + thing + (count == 1 ? "" : "s") + " " + why);
  };
  say(left.undated, "event", "without a date left out by --from and --to");
  say(left.hypothetical, "hypothetical event", "left out; --status hypothetical gives them alone");
  say(left.beyond_limit, "event", "beyond --limit " + std::to_string(filter.limit) + " left out");
}

/// Options of graphs are no mistake with another format, as in a loop over all of them, but say nothing there.
void warn_of_unused(const Arguments& arguments, const Exporter& exporter) {
  for (const Option& option : {view, edges, looks}) {
    if (arguments.has(option) && !exporter.takes_graph)
      warn(std::string(option.name) + " says nothing to " + std::string(exporter.name) + ", which is no graph");
  }
}

int run(const Arguments& arguments) {
  if (arguments.has(list)) return print_formats();
  if (const auto path = arguments.text(check)) return check_file(*path, arguments.has(options::json));
  const Exporter& exporter = exporter_of(arguments);
  const Resources resources = resources_of(arguments);
  ExportOptions how;
  how.generator = "dateline " DATELINE_VERSION;
  how.page = resources.bytes("viz/index.html");
  how.group_by = is_second(arguments, group, "type", "actor") ? GroupBy::actor : GroupBy::type;
  if (const auto text = arguments.text(title)) how.title = *text;
  const std::optional<std::string> one = arguments.text(table);
  const ExportFile* chosen = one ? &table_named(exporter, *one) : nullptr;

  const Knowledge all = knowledge_of(arguments);
  const Filter filter = filter_of(arguments, all);
  const Knowledge kept = filtered(all, filter);
  Graph graph = graph_of(arguments, exporter, kept, resources);
  const Looks drawn = looks_of(arguments, kept, graph);
  how.looks = &drawn;
  Job job{kept, graph, how, {}};
  const std::string to = arguments.text(output).value_or("-");
  if (chosen || exporter.files.empty()) {
    job.write(chosen ? chosen->write : exporter.write, to);
  } else {
    write_folder(exporter, to, job);
  }
  warn_of_unused(arguments, exporter);
  warn_of_left_out(all, filter);
  for (const std::string& note : job.notes) warn(note);
  return 0;
}

std::vector<Option> all_options() {
  std::vector<Option> all = {
      options::db,       format, output, view, edges, looks, group, table, title, list, check, options::json,
      options::resources};
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
      "for TimelineJS, the 50 most told events"},
     {"dateline export --db kg.db --format csv -o tables/", "tables for a spreadsheet, pandas, DuckDB or R"},
     {"dateline export --check graph.graphml", "what Gephi and others would make of a file"}},
    run};

}  // namespace dateline::cli
