#include "extract/event/part_rules.hpp"

#include "dateline/base/text.hpp"

namespace dateline {
namespace {

PartRule part_rule(const Table& table, const Row& row) {
  PartRule rule;
  rule.id = row.cells.front();
  const std::string& kind = table.cell(row, "kind");
  if (kind != "before" && kind != "behind") fail(row, "unknown kind '" + kind + "'");
  rule.kind = kind == "before" ? PartRule::Kind::before : PartRule::Kind::behind;
  for (const std::string& condition : table.list(row, "when")) {
    if (condition == "comma")
      rule.set_off = true;
    else if (condition == "no noun")
      rule.no_noun = true;
    else
      fail(row, "unknown condition '" + condition + "'");
  }
  return rule;
}

}  // namespace

PartRules::PartRules(const Resources& resources) {
  const Table& table = resources.table("en/event/parts");
  for (const Row& row : table.rows) {
    const PartRule rule = part_rule(table, row);
    for (const std::string& words : table.list(row, "words")) {
      Marker marker{{}, rule};
      for (const std::string_view word : split(words, ' ')) marker.words.emplace_back(word);
      markers_[marker.words.front()].push_back(std::move(marker));
    }
  }
}

const std::vector<PartRules::Marker>* PartRules::beginning_with(std::string_view word) const {
  const auto found = markers_.find(word);
  return found == markers_.end() ? nullptr : &found->second;
}

}  // namespace dateline
