#include "extract/event/temporal_rules.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "dateline/base/text.hpp"

namespace dateline {
namespace {

using Kind = TemporalRule::Kind;
using When = TemporalRule::Condition;

template <class Value, std::size_t n>
std::optional<Value> named(const std::pair<std::string_view, Value> (&names)[n], std::string_view text) {
  for (const auto& [name, value] : names) {
    if (name == text) return value;
  }
  return std::nullopt;
}

constexpr std::pair<std::string_view, Kind> rule_kinds[] = {{"clause", Kind::clause},
                                                            {"phrase", Kind::phrase},
                                                            {"participle", Kind::participle},
                                                            {"verb", Kind::verb},
                                                            {"adverb", Kind::adverb}};

constexpr std::pair<std::string_view, When> conditions[] = {
    {"both past", When::both_past},         {"goes on below", When::goes_on_below},
    {"goes on above", When::goes_on_above}, {"perfect above", When::perfect_above},
    {"lasting above", When::lasting_above}, {"no perfect above", When::no_perfect_above},
    {"came above", When::came_above},       {"verb above", When::verb_above},
    {"deed below", When::deed_below},       {"arrival below", When::noun_below}};

/// What a relation is called when it is said of the other event.
constexpr std::pair<std::string_view, TemporalRelation> turned[] = {{"includes", TemporalRelation::during},
                                                                    {"started by", TemporalRelation::starts},
                                                                    {"finished by", TemporalRelation::finishes}};

TemporalRule temporal_rule(const Table& table, const Row& row) {
  TemporalRule rule;
  rule.id = row.cells.front();
  const std::string& relation = table.cell(row, "relation");
  if (const auto plain = temporal_relation_named(relation)) {
    rule.relation = *plain;
  } else if (const auto other = named(turned, relation)) {
    rule.relation = *other;
    rule.turned = true;
  } else {
    fail(row, "unknown relation '" + relation + "'");
  }
  rule.with = table.cell(row, "with");
  for (const std::string& word : table.list(row, "when")) {
    const auto condition = named(conditions, word);
    if (!condition) fail(row, "unknown condition '" + word + "'");
    rule.when.push_back(*condition);
  }
  return rule;
}

}  // namespace

TemporalRules::TemporalRules(const Resources& resources) {
  const Table& table = resources.table("en/event/temporal");
  for (const Row& row : table.rows) {
    TemporalRule rule = temporal_rule(table, row);
    for (const std::string& word : table.list(row, "kind")) {
      const auto kind = named(rule_kinds, word);
      if (!kind) fail(row, "unknown kind '" + word + "'");
      rule.kind = *kind;
      for (const std::string& words : table.list(row, "words")) {
        if (rule.kind == Kind::verb) {
          verbs_[words].push_back(rule);
        } else if (rule.kind == Kind::adverb) {
          adverbs_[words].push_back(rule);
        } else {
          add_marker(words, rule);
        }
      }
    }
  }
}

void TemporalRules::add_marker(const std::string& words, const TemporalRule& rule) {
  std::vector<std::string> split_words;
  for (const std::string_view word : split(words, ' ')) split_words.emplace_back(word);
  std::vector<Marker>& markers = markers_[split_words.front()];
  auto found =
      std::find_if(markers.begin(), markers.end(), [&](const Marker& one) { return one.words == split_words; });
  if (found == markers.end()) {
    found = std::find_if(markers.begin(), markers.end(),
                         [&](const Marker& one) { return one.words.size() < split_words.size(); });
    found = markers.insert(found, Marker{std::move(split_words), {}});
  }
  found->rules.push_back(rule);
}

const std::vector<TemporalRules::Marker>* TemporalRules::beginning_with(std::string_view word) const {
  const auto found = markers_.find(word);
  return found == markers_.end() ? nullptr : &found->second;
}

const TemporalRules::Rules* TemporalRules::of_verb(std::string_view lemma) const {
  const auto found = verbs_.find(lemma);
  return found == verbs_.end() ? nullptr : &found->second;
}

const TemporalRules::Rules* TemporalRules::of_adverb(std::string_view word) const {
  const auto found = adverbs_.find(word);
  return found == adverbs_.end() ? nullptr : &found->second;
}

}  // namespace dateline
