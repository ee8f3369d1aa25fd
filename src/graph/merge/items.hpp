// The Wikidata items that a user's table (resources/en/entity/wikidata.tsv) gives to names.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/findings.hpp"
#include "dateline/resources.hpp"
#include "graph/merge/names.hpp"

namespace dateline::merging {

struct Item {
  std::string id;       ///< "Q42"
  std::string name;     ///< the first of the row
  std::string country;  ///< ISO 3166-1 alpha-2; "" when the table says none
};

using Fitting = std::vector<const Item*>;  ///< whom a name may mean, in the order of the table

class Items {
 public:
  /// Throws Error{resource} on a bad row, and on two rows that no country tells apart where they share a name and a kind.
  Items(const Resources& resources, const NameRules& rules);

  bool empty() const { return items_.empty(); }

  /// Names are compared with transliterations taken out, a person's in any order of its words. `country` rules out items of
  /// another one; "" rules out none. A single word names a person only where a row has it first ("Pelé").
  Fitting named(std::string_view name, EntityKind kind, std::string_view country) const;

 private:
  void add(const Table& table, const Row& row, const std::string& name, EntityKind kind);
  std::vector<std::string> keys(std::string_view name, EntityKind kind) const;

  const NameRules& rules_;
  std::vector<Item> items_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;
};

}  // namespace dateline::merging
