#include <iostream>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/base/text.hpp"

namespace dateline::cli {
namespace {

constexpr int default_limit = 20;
constexpr Option limit{"--limit", "N", "at most N sentences (default 20)"};

void print_json(const std::vector<SearchHit>& hits, const Knowledge& knowledge) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const SearchHit& hit : hits) {
    const DocumentInfo& document = knowledge.documents[hit.document];
    out.push_back({{"document", document.id},
                   {"source", document.source},
                   {"start", hit.span.begin},
                   {"end", hit.span.end},
                   {"text", hit.text},
                   {"events", hit.events}});
  }
  std::cout << out.dump(1) << "\n";
}

void print(const SearchHit& hit, const Knowledge& knowledge) {
  std::cout << wrapped(squeeze(hit.text), width(), 0) << "\n";
  std::string line = "  - " + knowledge.documents[hit.document].source;
  if (!hit.events.empty()) line += "  (" + join(hit.events, ", ") + ")";
  std::cout << styled(Style::dim, line) << "\n";
}

int run(const Arguments& arguments) {
  const Store store = Store::open(arguments.db(), StoreMode::read);
  const Knowledge knowledge = store.knowledge();
  const std::vector<SearchHit> hits = store.search(arguments.operand(), arguments.number(limit, default_limit, 1));
  if (arguments.has(options::json)) {
    print_json(hits, knowledge);
    return 0;
  }
  for (const SearchHit& hit : hits) print(hit, knowledge);
  if (hits.empty()) warn("no sentence has these words");
  return 0;
}

}  // namespace

const Command search_command = {
    "search",
    "Finds sentences by their words, and the events told there.",
    "WORDS",
    {options::db, limit, options::json, options::help},
    {{"dateline search \"ceasefire Gaza\" --db kg.db", "sentences with both words, best first"},
     {"dateline search '\"joint statement\"' --db kg.db", "the two words side by side"}},
    run};

}  // namespace dateline::cli
