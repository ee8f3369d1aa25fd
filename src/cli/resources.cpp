#include <iostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "dateline/base/error.hpp"
#include "dateline/extract.hpp"
#include "dateline/input.hpp"
#include "dateline/merge.hpp"
#include "dateline/ontology.hpp"

namespace dateline::cli {
namespace {

int list(const Resources& resources) {
  for (const std::string& name : resources.tables()) {
    const Table& table = resources.table(name);
    std::cout << name << ".tsv  " << table.rows.size() << " rows:";
    for (const std::string& column : table.columns) std::cout << " " << column;
    std::cout << "\n";
  }
  return 0;
}

/// Everything that reads tables, once; the first bad row is the error.
int check(const Resources& resources) {
  const Ontology ontology(resources);
  const Reader reader(resources, {});
  const Extractor extractor(resources);
  merge({}, resources);
  std::size_t rows = 0;
  for (const std::string& name : resources.tables()) rows += resources.table(name).rows.size();
  std::cout << "good: " << resources.tables().size() << " tables, " << rows << " rows, " << ontology.events().size()
            << " event types\n";
  return 0;
}

int run(const Arguments& arguments) {
  const std::string what = arguments.operands().empty() ? "list" : arguments.operand();
  if (what == "list") return list(resources_of(arguments));
  if (what == "check") return check(resources_of(arguments));
  throw Error(ErrorKind::usage, "resources", "there is no '" + what + "'; it is list or check");
}

}  // namespace

const Command resources_command = {
    "resources",
    "Lists the tables that hold the language, or checks them with yours laid over.",
    "[list|check]",
    {options::resources, options::help},
    {{"dateline resources list", "the tables and their columns"},
     {"dateline resources check --resources mine/", "a bad row is told with file, line and what is wrong"}},
    run};

}  // namespace dateline::cli
