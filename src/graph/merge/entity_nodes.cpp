#include "graph/merge/entity_nodes.hpp"

#include <algorithm>
#include <unordered_map>

#include "dateline/base/hash.hpp"
#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "graph/merge/entity_items.hpp"

namespace dateline::merging {
namespace {

constexpr std::size_t fewest_copied = 6;  // of a shorter sentence the same words are chance

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

// What tells a local entity from those of other documents: copies share the words of the sentence that tells of it first.
std::string place_key(const LocalEntity& entity, const Findings& findings, const utf8::Places& text,
                      const std::string& origin, const std::string& own) {
  if (entity.mentions.empty()) return own;
  const std::uint32_t begin = entity.mentions.front().span.begin;
  const auto after = std::upper_bound(findings.sentences.begin(), findings.sentences.end(), begin,
                                      [](std::uint32_t place, const Span& span) { return place < span.begin; });
  if (after == findings.sentences.begin()) return own;
  const Span& sentence = *std::prev(after);
  const std::vector<std::string> words = plain_words(text.slice(sentence.begin, sentence.end));
  if (words.size() < fewest_copied) return own;
  return "copy\t" + origin + "\t" + std::string(name(entity.kind)) + "\t" + entity.name + "\t" +
         std::to_string(fnv1a(join(words, " "))) + "\t" + std::to_string(begin - sentence.begin);
}

}  // namespace

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

std::vector<EntityNode> entity_nodes(const Readings& readings, const NameRules& rules, const Items& items,
                                     const std::vector<std::string>& origins) {
  std::vector<EntityNode> nodes;
  std::unordered_map<std::string, std::size_t> by_key;
  for (std::uint32_t document = 0; document < readings.size(); ++document) {
    const std::vector<LocalEntity>& entities = readings[document]->findings.entities;
    const utf8::Places text(readings[document]->document.text);
    for (std::uint32_t local = 0; local < entities.size(); ++local) {
      EntityNode node = described(entities[local], rules);
      // One word of a person's name says who is meant only within its document.
      const bool lone = node.reach == Reach::local || (node.reach == Reach::name && node.person.words.size() == 1);
      if (lone) {
        const std::string own = std::to_string(document) + "\t" + std::to_string(local);
        node.key += "\t" + place_key(entities[local], readings[document]->findings, text, origins[document], own);
      }
      const auto [at, fresh] = by_key.emplace(node.key, nodes.size());
      if (fresh) nodes.push_back(std::move(node));
      add_member(nodes[at->second], entities[local], document, local, rules);
    }
  }
  return items.empty() ? nodes : with_items(nodes, readings, rules, items);
}

}  // namespace dateline::merging
