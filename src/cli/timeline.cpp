#include <iostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/base/text.hpp"

namespace dateline::cli {
namespace {

constexpr Option undated{"--undated", "", "also events without a date, at the end"};
constexpr Option quotes{"--quotes", "", "the sentence of every telling, not only of the first"};
constexpr std::size_t date_column = 26;

std::string told(const Event& event) {
  std::string out = std::to_string(event.articles) + (event.articles == 1 ? " article" : " articles");
  if (event.articles > 1) out += ", " + std::to_string(event.origins) + (event.origins == 1 ? " origin" : " origins");
  return out;
}

std::string status_mark(const Event& event) {
  if (event.status == Status::asserted) return "";
  return styled(event.status == Status::denied ? Style::red : Style::yellow,
                " [" + std::string(name(event.status)) + "]");
}

void print(const Event& event, const Knowledge& knowledge, const Arguments& arguments) {
  const std::string date = padded(shown_date(event.date), date_column);
  const std::size_t columns = width() - date_column;
  const std::string indent(date_column, ' ');
  std::cout << styled(Style::cyan, date) << styled(Style::bold, wrapped(event.label, columns, date_column))
            << status_mark(event) << "\n";
  std::cout << indent << styled(Style::dim, event.id + "  " + event.type + "  " + told(event)) << "\n";
  for (const Evidence& evidence : event.evidence) {
    const std::string quote = "“" + squeeze(evidence.quote) + "”";
    std::cout << indent << wrapped(quote, columns, date_column) << "\n";
    std::cout << indent << styled(Style::dim, "- " + knowledge.documents[evidence.document].source) << "\n";
    if (!arguments.has(quotes)) break;
  }
}

int run(const Arguments& arguments) {
  const Knowledge all = knowledge_of(arguments);
  const Knowledge kept = filtered(all, filter_of(arguments, all));
  if (arguments.has(options::json)) {
    Notes notes;
    exporter_named("json")->write(kept, {}, {}, std::cout, notes);
    return 0;
  }
  int left_out = 0;
  for (const Event& event : kept.events) {
    if (!event.date && !arguments.has(undated)) {
      ++left_out;
      continue;
    }
    print(event, kept, arguments);
    if (!std::cout) return 0;  // the reader went away
  }
  std::cout.flush();
  if (kept.events.empty()) warn("no event fits; 'dateline stats' shows what the store holds");
  if (left_out > 0)
    warn(std::to_string(left_out) + (left_out == 1 ? " event" : " events") +
         " without a date left out (--undated shows them)");
  return 0;
}

std::vector<Option> all_options() {
  std::vector<Option> all = {options::db, quotes, undated, options::json, options::resources};
  for (const Option& option : filter_options()) all.push_back(option);
  all.push_back(options::help);
  return all;
}

}  // namespace

const Command timeline_command = {
    "timeline",
    "Prints the events by date, each with the sentence that it rests on.",
    "",
    all_options(),
    {{"dateline timeline --db kg.db", "everything that has a date"},
     {"dateline timeline --db kg.db --entity \"North Korea\" --from 2024-11",
      "what one took part in since November 2024"},
     {"dateline timeline --db kg.db --type sign_agreement --json", "agreements, for a program"}},
    run};

}  // namespace dateline::cli
