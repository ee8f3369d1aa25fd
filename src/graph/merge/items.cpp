#include "graph/merge/items.hpp"

#include <algorithm>
#include <set>

#include "dateline/base/text.hpp"
#include "graph/merge/lists.hpp"

namespace dateline::merging {
namespace {

constexpr std::string_view table_name = "en/entity/wikidata";

bool is_item(std::string_view id) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return id.size() > 1 && id[0] == 'Q' && id[1] != '0' && std::all_of(id.begin() + 1, id.end(), digit);
}

EntityKind kind_of(const Table& table, const Row& row) {
  const std::string& word = table.cell(row, "kind");
  if (const auto kind = entity_kind_named(word)) return *kind;
  std::vector<std::string> known;
  for (int kind = 0; kind <= static_cast<int>(EntityKind::other); ++kind)
    known.emplace_back(name(static_cast<EntityKind>(kind)));
  fail(row, "kind is '" + word + "'; it is one of " + join(known, ", "));
}

std::set<std::string> country_codes(const Resources& resources) {
  const Table& table = resources.table("en/entity/countries");
  std::set<std::string> codes;
  for (const Row& row : table.rows) codes.insert(table.cell(row, "id").substr(table.cell(row, "id").find(':') + 1));
  return codes;
}

Item read(const Table& table, const Row& row, const std::set<std::string>& codes) {
  const std::vector<std::string> names = table.list(row, "names");
  if (names.empty()) fail(row, "has no names");
  Item item{table.cell(row, "id"), names.front(), table.cell(row, "country")};
  if (!is_item(item.id)) fail(row, "'" + item.id + "' is no Wikidata item: that is Q and a number, such as Q42");
  if (!item.country.empty() && !codes.contains(item.country))
    fail(row, "country is '" + item.country + "'; it is a code of en/entity/countries, such as NO, or empty");
  return item;
}

}  // namespace

Items::Items(const Resources& resources, const NameRules& rules) : rules_(rules) {
  const Table& table = resources.table(table_name);
  const std::set<std::string> codes = country_codes(resources);
  for (const Row& row : table.rows) {
    items_.push_back(read(table, row, codes));
    const EntityKind kind = kind_of(table, row);
    for (const std::string& name : table.list(row, "names")) {
      if (plain_words(name).empty()) fail(row, "has a name without a letter: '" + name + "'");
      const bool alone = kind == EntityKind::person && rules_.person(name).words.size() == 1;
      if (!alone || name == items_.back().name) add(table, row, name, kind);
    }
  }
}

/// To the item of this row, the latest.
void Items::add(const Table& table, const Row& row, const std::string& name, EntityKind kind) {
  const std::size_t item = items_.size() - 1;
  for (const std::string& key : keys(name, kind)) {
    std::vector<std::size_t>& named = by_name_[key];
    for (const std::size_t other : named) {
      if (other == item || countries_clash(items_[other].country, items_[item].country)) continue;
      const Row& earlier = table.rows[other];
      fail(row, "both " + items_[item].id + " and " + items_[other].id + " (" + earlier.file + ":" +
                    std::to_string(earlier.line) + ") are the " + std::string(dateline::name(kind)) + " '" + name +
                    "': give each a country of its own, or take the name out of one");
    }
    if (named.empty() || named.back() != item) named.push_back(item);
  }
}

std::vector<std::string> Items::keys(std::string_view name, EntityKind kind) const {
  const std::string of_kind = std::string(dateline::name(kind)) + "\t";
  if (kind != EntityKind::person) {
    std::vector<std::string> words = plain_words(rules_.other(name));
    for (std::string& word : words) word = rules_.folded(word);
    return {of_kind + join(words, " ")};
  }
  const PersonName person = rules_.person(name);
  if (person.words.size() < 2) return {of_kind + join(person.words, " ")};
  return {of_kind + join(sorted(person.words), " "), of_kind + "\t" + person.solid};
}

Fitting Items::named(std::string_view name, EntityKind kind, std::string_view country) const {
  std::set<std::size_t> fitting;
  for (const std::string& key : keys(name, kind)) {
    const auto found = by_name_.find(key);
    if (found == by_name_.end()) continue;
    for (const std::size_t item : found->second) {
      if (!countries_clash(items_[item].country, country)) fitting.insert(item);
    }
  }
  Fitting out;
  for (const std::size_t item : fitting) out.push_back(&items_[item]);
  return out;
}

}  // namespace dateline::merging
