#include <fstream>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/base/error.hpp"
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

/// Puts the lines of one file into the store; returns how many could not be read.
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
    throw Error(ErrorKind::usage, "load", "needs files that 'dateline extract' wrote, or -");
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
    "Takes what 'dateline extract' found, from any number of files in any order, into a store.",
    "FILE...",
    {options::db, options::resources, options::help},
    {{"dateline load found-*.jsonl --db kg.db", "the same store as 'dateline ingest' of the same documents"}},
    run};

}  // namespace dateline::cli
