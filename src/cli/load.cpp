#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/base/error.hpp"
#include "dateline/base/text.hpp"
#include "dateline/export.hpp"
#include "dateline/findings_json.hpp"
#include "dateline/merge.hpp"
#include "dateline/store.hpp"

namespace dateline::cli {
namespace {

constexpr std::size_t batch_size = 64;

Reading reading_of(const std::string& line, const std::string& where) {
  LoadedFindings loaded = read_findings(line, where);
  if (!loaded.document)
    throw Error(ErrorKind::input, where,
                "has no 'document': make it with 'dateline extract' without --no-text and --stages");
  return {std::move(*loaded.document), std::move(loaded.findings)};
}

/// Whether a file that begins with this line is a timeline JSON and no line of findings.
bool begins_timeline(std::string_view line) {
  const std::string_view start = trim(line);
  return start == "{" || start.substr(0, 200).find("\"dateline-timeline\"") != start.npos;
}

/// What a timeline tells of its documents; those that the store has already stay as they are, since it knows more of
/// them. An empty store takes over the knowledge as it stands, with all ids; one that holds more merges all anew.
void load_timeline(const std::string& bytes, const std::string& path, Store& store, const std::string& now,
                   int& loaded) {
  Knowledge knowledge = read_timeline(bytes, path);
  std::vector<Reading> readings = readings_of(knowledge, path);
  std::set<std::string> stored;
  for (const Reading& reading : store.readings()) stored.insert(reading.document.source);
  if (stored.empty()) {
    store.put(readings, now);
    for (std::size_t i = 0; i < readings.size(); ++i) knowledge.documents[i].sha256 = readings[i].document.sha256;
    store.put_knowledge(knowledge);
  } else {
    std::erase_if(readings, [&](const Reading& reading) { return stored.count(reading.document.source) > 0; });
    if (readings.size() < knowledge.documents.size())
      warn(path + ": " + std::to_string(knowledge.documents.size() - readings.size()) +
           " of its articles are in the store already and stay as they are");
    if (!readings.empty()) store.put(readings, now);
  }
  loaded += static_cast<int>(readings.size());
}

/// Puts the lines of one file, or its timeline, into the store; returns how many could not be read.
int load(const std::string& path, Store& store, const std::string& now, int& loaded) {
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) {
      warn(path + ": cannot be opened");
      return 1;
    }
  }
  std::istream& in = path == "-" ? std::cin : file;
  int failed = 0;
  std::vector<Reading> batch;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    if (batch.empty() && begins_timeline(line)) {
      try {
        load_timeline(line + "\n" + std::string(std::istreambuf_iterator<char>(in), {}), path, store, now, loaded);
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::input) throw;
        warn(error.what());
        ++failed;
      }
      return failed;
    }
    try {
      batch.push_back(reading_of(line, path + ":" + std::to_string(number)));
      ++loaded;
    } catch (const Error& error) {
      warn(error.what());
      ++failed;
    }
    if (batch.size() == batch_size) {
      store.put(batch, now);
      batch.clear();
    }
  }
  if (!batch.empty()) store.put(batch, now);
  return failed;
}

int run(const Arguments& arguments) {
  if (arguments.operands().empty())
    throw Error(ErrorKind::usage, "load", "needs files that 'dateline extract' or 'dateline export' wrote, or -");
  Store store = Store::open(arguments.db(), StoreMode::write);
  const std::string now = now_utc();
  int failed = 0, loaded = 0;
  for (const std::string& path : arguments.operands()) failed += load(path, store, now, loaded);
  if (!store.merged()) store.put_knowledge(merge(store.readings(), resources_of(arguments)));
  std::cout << loaded << " loaded" << (failed > 0 ? ", " + std::to_string(failed) + " failed" : "") << "; "
            << arguments.db() << " holds " << store.counts().documents << " articles, " << store.counts().events
            << " events\n";
  return failed > 0 ? 1 : 0;
}

}  // namespace

const Command load_command = {
    "load",
    "Takes what 'dateline extract' found, or timelines that 'dateline export' wrote, into a store.",
    "FILE...",
    {options::db, options::resources, options::help},
    {{"dateline load found-*.jsonl --db kg.db", "the same store as 'dateline ingest' of the same documents"},
     {"dateline load timeline.json --db other.db", "a timeline without its articles: quotes, dates and sources"}},
    run};

}  // namespace dateline::cli
