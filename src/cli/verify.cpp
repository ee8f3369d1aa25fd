#include <iostream>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"

namespace dateline::cli {
namespace {

int run(const Arguments& arguments) {
  const Store store = Store::open(arguments.db(), StoreMode::read);
  const std::vector<std::string> problems = store.verify();
  if (arguments.has(options::json)) {
    std::cout << nlohmann::ordered_json{{"sound", problems.empty()}, {"problems", problems}}.dump(1) << "\n";
  } else {
    for (const std::string& problem : problems) std::cout << problem << "\n";
    if (problems.empty()) {
      const StoreCounts counts = store.counts();
      std::cout << "sound: " << counts.documents << " articles, every quote of " << counts.events
                << " events is exactly the text at its place\n";
    }
  }
  return problems.empty() ? 0 : 3;
}

}  // namespace

const Command verify_command = {
    "verify",
    "Checks a store: the file, its references, and that every quote is exactly the text at its place.",
    "",
    {options::db, options::json, options::help},
    {{"dateline verify --db kg.db", "exit code 0 when sound, 3 when not"}},
    run};

}  // namespace dateline::cli
