#include "graph/merge/entity_nodes.hpp"

#include <algorithm>
#include <unordered_map>

#include "dateline/base/text.hpp"

namespace dateline::merging {
namespace {

bool has_form(const LocalEntity& entity, MentionForm form) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                     [&](const EntityMention& m) { return m.form == form; });
}

Reach reach_of(const LocalEntity& entity) {
  if (!entity.key.empty()) return Reach::table;
  if (has_form(entity, MentionForm::name)) return Reach::name;
  if (entity.kind == EntityKind::group && !entity.country.empty() && has_form(entity, MentionForm::nominal))
    return Reach::phrase;
  return Reach::local;
}

// "North Korean soldiers" and "North Korean troops" are one group: the last word by its head.
std::string normal_phrase(const LocalEntity& entity, const NameRules& rules) {
  std::vector<std::string> words = plain_words(rules.other(entity.name));
  const std::string head = rules.head(entity.name);
  if (words.empty() || head.empty()) return "";
  if (rules.head(words.back()) == head) words.back() = head;
  return join(words, " ");
}

EntityNode described(const LocalEntity& entity, const NameRules& rules) {
  EntityNode node;
  node.reach = reach_of(entity);
  node.kind = entity.kind;
  node.country = entity.country;
  const std::string kind(name(entity.kind));
  switch (node.reach) {
    case Reach::table:
      node.key = "table\t" + entity.key;
      break;
    case Reach::phrase:
      node.plain = normal_phrase(entity, rules);
      node.key = "phrase\t" + entity.country + "\t" + node.plain;
      if (node.plain.empty()) node.reach = Reach::local;
      break;
    case Reach::name:
      if (entity.kind == EntityKind::person) {
        node.person = rules.person(entity.name);
        node.key = kind + "\t" + join(node.person.words, " ");
        if (node.person.words.empty()) node.reach = Reach::local;
      } else {
        node.plain = rules.other(entity.name);
        node.key = kind + "\t" + node.plain;
        if (entity.kind == EntityKind::place || entity.kind == EntityKind::facility) node.key += "\t" + entity.country;
        if (node.plain.empty()) node.reach = Reach::local;
      }
      break;
    case Reach::local:
      break;
  }
  return node;
}

void add_member(EntityNode& node, const LocalEntity& entity, std::uint32_t document, std::uint32_t local,
                const NameRules& rules) {
  node.members.emplace_back(document, local);
  if (node.country.empty()) node.country = entity.country;
  if (entity.kind != EntityKind::person) return;
  for (const EntityMention& mention : entity.mentions) {
    if (mention.form != MentionForm::name) continue;
    const PersonName seen = rules.person(mention.text);
    if (seen.words.size() == 1) node.short_names.insert(seen.words.front());
  }
}

}  // namespace

std::vector<EntityNode> entity_nodes(const Readings& readings, const NameRules& rules) {
  std::vector<EntityNode> nodes;
  std::unordered_map<std::string, std::size_t> by_key;
  for (std::uint32_t document = 0; document < readings.size(); ++document) {
    const std::vector<LocalEntity>& entities = readings[document]->findings.entities;
    for (std::uint32_t local = 0; local < entities.size(); ++local) {
      EntityNode node = described(entities[local], rules);
      // One word of a person's name says who is meant only within its document.
      const bool lone = node.reach == Reach::local || (node.reach == Reach::name && node.person.words.size() == 1);
      if (lone) node.key += "\t" + std::to_string(document) + "\t" + std::to_string(local);
      const auto [at, fresh] = by_key.emplace(node.key, nodes.size());
      if (fresh) nodes.push_back(std::move(node));
      add_member(nodes[at->second], entities[local], document, local, rules);
    }
  }
  return nodes;
}

}  // namespace dateline::merging
