#include <iostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/base/error.hpp"
#include "dateline/extract.hpp"
#include "dateline/input.hpp"
#include "dateline/merge.hpp"
#include "dateline/ontology.hpp"

namespace dateline::cli {
namespace {

constexpr Option own{"--own", "", "check: read the examples of the rows in DIR alone"};

int list(const Resources& resources) {
  for (const std::string& name : resources.tables()) {
    const Table& table = resources.table(name);
    std::cout << name << ".tsv  " << table.rows.size() << " rows:";
    for (const std::string& column : table.columns) std::cout << " " << column;
    std::cout << "\n";
  }
  return 0;
}

/// Of the rows that a user laid over ours every misread example is told; of ours, only the count.
int check_examples(const Resources& resources, const Extractor& extractor, const std::string& own_folder,
                   bool own_alone) {
  std::size_t right = 0, own_wrong = 0;
  const std::vector<RowExample> examples = run_examples(resources, extractor, own_alone ? own_folder : "");
  for (const RowExample& one : examples) {
    right += one.right ? 1 : 0;
    if (one.right || own_folder.empty() || !one.file.starts_with(own_folder)) continue;
    ++own_wrong;
    warn(one.file + ":" + std::to_string(one.line) + ": " + one.row + ": \"" + one.sentence + "\" should give " +
         one.expected + ", but gives" + one.found);
  }
  std::cout << counted(examples.size(), "example", "examples") << " of event rows read, " << right
            << " of them as their rows say\n";
  return own_wrong == 0 ? 0 : 1;
}

int senses(const Resources& resources) {
  std::size_t all = 0;
  for (const auto& [type, count] : senses_by_type(resources)) {
    std::cout << type << "  " << count << "\n";
    all += count;
  }
  std::cout << "all  " << all << "\n";
  return 0;
}

/// Everything that reads tables, once; the first bad row is the error. Then the examples.
int check(const Resources& resources, const std::string& own_folder, bool own_alone) {
  if (own_alone && own_folder.empty())
    throw Error(ErrorKind::usage, "--own", "needs --resources DIR, the folder of your rows");
  const Ontology ontology(resources);
  const Reader reader(resources, {});
  const Extractor extractor(resources);
  merge({}, resources);
  std::size_t rows = 0;
  for (const std::string& name : resources.tables()) rows += resources.table(name).rows.size();
  std::cout << "good: " << resources.tables().size() << " tables, " << rows << " rows, " << ontology.events().size()
            << " event types\n";
  return check_examples(resources, extractor, own_folder, own_alone);
}

int run(const Arguments& arguments) {
  const std::string what = arguments.operands().empty() ? "list" : arguments.operand();
  if (what == "list") return list(resources_of(arguments));
  if (what == "check") {
    return check(resources_of(arguments), arguments.text(options::resources).value_or(""), arguments.has(own));
  }
  if (what == "senses") return senses(resources_of(arguments));
  throw Error(ErrorKind::usage, "resources", "there is no '" + what + "'; it is list, check or senses");
}

}  // namespace

const Command resources_command = {
    "resources",
    "Lists the tables that hold the language, or checks them with yours laid over.",
    "[list|check|senses]",
    {options::resources, own, options::help},
    {{"dateline resources list", "the tables and their columns"},
     {"dateline resources check --resources mine/",
      "a bad row is told with file, line and what is wrong; the examples of event rows are read"},
     {"dateline resources check --resources mine/ --own", "the same, quicker: only the examples of your rows"},
     {"dateline resources senses", "how many words and frames tell of each event type"}},
    run};

}  // namespace dateline::cli
