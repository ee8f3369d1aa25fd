#include "graph/merge/relations.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "dateline/base/text.hpp"
#include "graph/merge/ids.hpp"

namespace dateline::merging {
namespace {

struct ToldRelation {
  std::uint32_t document;
  const RelationMention* mention;
};

struct Key {
  std::string type;
  std::uint32_t from = 0;
  std::optional<std::uint32_t> to;
  std::string text;  ///< in plain words
  auto operator<=>(const Key&) const = default;
};

using ByKey = std::map<Key, std::vector<ToldRelation>>;

std::optional<Key> key_of(const RelationMention& mention, const std::vector<std::uint32_t>& global,
                          const EventRules& rules) {
  if (mention.from >= global.size() || (mention.to && *mention.to >= global.size())) return std::nullopt;
  Key key{mention.type, global[mention.from], std::nullopt, join(plain_words(mention.text), " ")};
  if (mention.to) key.to = global[*mention.to];
  if (key.to == key.from) return std::nullopt;
  const RelationType* type = rules.ontology().relation(mention.type);
  if (type != nullptr && type->symmetric && key.to && *key.to < key.from) std::swap(key.from, *key.to);
  return key;
}

// "the foreign minister" of nobody known is the foreign minister of the one country that others name.
void complete(ByKey& told) {
  for (auto at = told.begin(); at != told.end();) {
    std::vector<Key> fuller;
    if (!at->first.to) {
      for (auto other = std::next(at);
           other != told.end() && other->first.type == at->first.type && other->first.from == at->first.from; ++other) {
        if (other->first.to && other->first.text == at->first.text) fuller.push_back(other->first);
      }
    }
    if (fuller.size() != 1) {
      ++at;
      continue;
    }
    std::vector<ToldRelation>& list = told[fuller.front()];
    list.insert(list.end(), at->second.begin(), at->second.end());
    at = told.erase(at);
  }
}

template <class Get>
std::string most_frequent(const std::vector<ToldRelation>& list, Get get) {
  std::map<std::string, int> votes;
  for (const ToldRelation& told : list) {
    if (const std::string& value = get(*told.mention); !value.empty()) ++votes[value];
  }
  const auto best = std::min_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    return std::pair(-a.second, a.first) < std::pair(-b.second, b.first);
  });
  return best == votes.end() ? "" : best->first;
}

Relation relation(const Key& key, std::vector<ToldRelation> list, const Readings& readings, const Quotes& quotes) {
  std::stable_sort(list.begin(), list.end(), [](const ToldRelation& a, const ToldRelation& b) {
    return std::tuple(a.document, a.mention->sentence, a.mention->span) <
           std::tuple(b.document, b.mention->sentence, b.mention->span);
  });
  Relation out;
  out.type = key.type, out.from = key.from, out.to = key.to;
  out.text = most_frequent(list, [](const RelationMention& m) -> const std::string& { return m.text; });
  out.since = most_frequent(list, [](const RelationMention& m) -> const std::string& { return m.since; });
  out.until = most_frequent(list, [](const RelationMention& m) -> const std::string& { return m.until; });
  for (const ToldRelation& told : list)
    out.evidence.push_back(evidence_of(*told.mention, told.document, readings, quotes));
  return out;
}

}  // namespace

std::vector<Relation> merged_relations(const Readings& readings, const EntityTable& entities, const EventRules& rules,
                                       const Quotes& quotes) {
  ByKey told;
  for (std::uint32_t document = 0; document < readings.size(); ++document) {
    for (const RelationMention& mention : readings[document]->findings.relations) {
      if (const auto key = key_of(mention, entities.of[document], rules)) told[*key].push_back({document, &mention});
    }
  }
  complete(told);
  std::vector<Relation> relations;
  std::vector<IdSource> sources;
  for (const auto& [key, list] : told) {
    relations.push_back(relation(key, list, readings, quotes));
    const std::string to = key.to ? entities.entities[*key.to].id : "";
    sources.push_back({key.type + "\t" + entities.entities[key.from].id + "\t" + to + "\t" + key.text, ""});
  }
  const std::vector<std::string> ids = distinct_ids("r", 12, sources);
  for (std::size_t i = 0; i < relations.size(); ++i) relations[i].id = ids[i];
  std::sort(relations.begin(), relations.end(), [](const Relation& a, const Relation& b) { return a.id < b.id; });
  return relations;
}

}  // namespace dateline::merging
