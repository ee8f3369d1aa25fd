#include <iostream>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/base/error.hpp"
#include "dateline/pipeline.hpp"

namespace dateline::cli {
namespace {

constexpr Option progress{"--progress", "", "show a progress bar even when stderr is no terminal"};
constexpr Option no_progress{"--no-progress", "", "show none"};

ProgressBar::When bar_wanted(const Arguments& arguments) {
  if (arguments.has(no_progress)) return ProgressBar::When::never;
  return arguments.has(progress) ? ProgressBar::When::always : ProgressBar::When::automatic;
}

void print_summary(const IngestSummary& summary, const std::string& db) {
  const StoreCounts& counts = summary.counts;
  std::cout << counted(summary.added, "article read", "articles read");
  if (summary.unchanged > 0) std::cout << ", " << summary.unchanged << " unchanged";
  if (summary.failed > 0) std::cout << ", " << summary.failed << " failed";
  std::cout << "\n"
            << db << " holds " << counted(counts.documents, "article", "articles") << ", "
            << counted(counts.events, "event", "events") << " told " << counted(counts.event_mentions, "time", "times")
            << ", " << counted(counts.entities, "entity", "entities") << ", "
            << counted(counts.relations, "relation", "relations") << "\n";
}

void print_json(const IngestSummary& summary, const std::string& db) {
  const StoreCounts& counts = summary.counts;
  const nlohmann::ordered_json out = {{"db", db},
                                      {"added", summary.added},
                                      {"unchanged", summary.unchanged},
                                      {"failed", summary.failed},
                                      {"documents", counts.documents},
                                      {"sentences", counts.sentences},
                                      {"times", counts.times},
                                      {"event_mentions", counts.event_mentions},
                                      {"events", counts.events},
                                      {"entities", counts.entities},
                                      {"relations", counts.relations}};
  std::cout << out.dump(1) << "\n";
}

std::optional<std::string> fallback_date(const Arguments& arguments) {
  arguments.date(options::date);  // refuses what is no date
  return arguments.text(options::date);
}

int run(const Arguments& arguments) {
  if (arguments.operands().empty())
    throw Error(ErrorKind::usage, "ingest", "needs files, folders or - (see 'dateline ingest --help')");
  const std::string db = arguments.db();
  const Resources resources = resources_of(arguments);
  const Reader reader(resources, {fallback_date(arguments)});
  const Extractor extractor(resources);
  Store store = Store::open(db, StoreMode::write);

  ProgressBar bar(bar_wanted(arguments));
  const IngestWatcher watcher{[&](std::size_t done, std::size_t known) { bar.show(done, known); },
                              [&](const Problem& problem) {
                                bar.clear();
                                warn(problem.where + ": " + problem.what);
                              }};
  const IngestSummary summary =
      ingest(arguments.operands(), reader, extractor, resources, store, {threads_of(arguments), now_utc()}, watcher);
  bar.clear();
  arguments.has(options::json) ? print_json(summary, db) : print_summary(summary, db);
  return summary.failed > 0 ? 1 : 0;
}

}  // namespace

const Command ingest_command = {
    "ingest",
    "Reads articles, finds who did what to whom and when, merges tellings of one happening, stores all in one file.",
    "PATH...",
    {options::db, options::date, options::threads, options::resources, progress, no_progress, options::json,
     options::help},
    {{"dateline ingest articles/ --db kg.db",
      "a folder and all below it: .txt .md .html .json .jsonl .xml (feeds), also gzipped"},
     {"dateline ingest report.txt --date 2024-11-05 --db kg.db", "a text that does not say when it was published"},
     {"curl -s https://example.org/feed.xml | dateline ingest - --db kg.db", "a feed from a pipe"}},
    run};

}  // namespace dateline::cli
