#include <iostream>
#include <map>

#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"

namespace dateline::cli {
namespace {

struct Overview {
  StoreCounts counts;
  std::map<std::string, int> types, statuses, kinds, relations;
  int dated = 0;
  std::optional<DayNumber> first, last;
};

Overview overview_of(const Knowledge& knowledge, const StoreCounts& counts) {
  Overview all;
  all.counts = counts;
  for (const Event& event : knowledge.events) {
    ++all.types[event.type];
    ++all.statuses[std::string(name(event.status))];
    if (!event.date) continue;
    ++all.dated;
    const auto [first, last] = event.date->days;
    if (first && (!all.first || *first < *all.first)) all.first = first;
    if (last && (!all.last || *last > *all.last)) all.last = last;
  }
  for (const Entity& entity : knowledge.entities) ++all.kinds[std::string(name(entity.kind))];
  for (const Relation& relation : knowledge.relations) ++all.relations[relation.type];
  return all;
}

void print_counts(std::string_view title, const std::map<std::string, int>& counts) {
  if (counts.empty()) return;
  std::multimap<int, std::string, std::greater<>> ranked;
  for (const auto& [name, count] : counts) ranked.emplace(count, name);
  std::cout << "\n" << styled(Style::bold, title) << "\n";
  for (const auto& [count, name] : ranked) {
    std::cout << "  " << padded(name, 24) << count << "\n";
  }
}

void print(const Overview& all) {
  std::cout << all.counts.documents << " articles, " << all.counts.sentences << " sentences, " << all.counts.events
            << " events (" << all.dated << " dated) told " << all.counts.event_mentions << " times, "
            << all.counts.entities << " entities, " << all.counts.relations << " relations, " << all.counts.times
            << " time expressions\n";
  if (all.first && all.last) std::cout << "from " << iso_day(*all.first) << " to " << iso_day(*all.last) << "\n";
  print_counts("Event types", all.types);
  print_counts("Status", all.statuses);
  print_counts("Entities", all.kinds);
  print_counts("Relations", all.relations);
}

void print_json(const Overview& all) {
  const auto day = [](std::optional<DayNumber> value) {
    return value ? nlohmann::ordered_json(iso_day(*value)) : nlohmann::ordered_json();
  };
  const nlohmann::ordered_json out = {
      {"documents", all.counts.documents}, {"sentences", all.counts.sentences},
      {"times", all.counts.times},         {"event_mentions", all.counts.event_mentions},
      {"events", all.counts.events},       {"dated", all.dated},
      {"first", day(all.first)},           {"last", day(all.last)},
      {"entities", all.counts.entities},   {"relations", all.counts.relations},
      {"event_types", all.types},          {"statuses", all.statuses},
      {"entity_kinds", all.kinds},         {"relation_types", all.relations}};
  std::cout << out.dump(1) << "\n";
}

int run(const Arguments& arguments) {
  const Store store = Store::open(arguments.db(), StoreMode::read);
  const Overview all = overview_of(store.knowledge(), store.counts());
  arguments.has(options::json) ? print_json(all) : print(all);
  return 0;
}

}  // namespace

const Command stats_command = {"stats",
                               "Counts what the store holds.",
                               "",
                               {options::db, options::json, options::help},
                               {{"dateline stats --db kg.db", "articles, events by type and status, entities by kind"}},
                               run};

}  // namespace dateline::cli
