#include "graph/merge/entity_items.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace dateline::merging {
namespace {

class ItemsOfNodes {
 public:
  ItemsOfNodes(const Readings& readings, const NameRules& rules, const Items& items)
      : readings_(readings), rules_(rules), items_(items) {}

  std::vector<EntityNode> of(const EntityNode& node) const {
    if (node.reach == Reach::table) return {of_table(node)};
    return node.reach == Reach::name ? of_name(node) : std::vector{node};
  }

 private:
  using Member = std::pair<std::uint32_t, std::uint32_t>;

  const LocalEntity& local(const Member& member) const {
    return readings_[member.first]->findings.entities[member.second];
  }

  Fitting by_name(const LocalEntity& entity) const { return items_.named(entity.name, entity.kind, entity.country); }

  // A surname or given name alone says too little; a name without any word of his own is more likely somebody else's.
  bool may_be_his(const std::string& other, const LocalEntity& person) const {
    const std::vector<std::string> words = rules_.person(other).words, own = rules_.person(person.name).words;
    return words.size() > 1 && std::find_first_of(words.begin(), words.end(), own.begin(), own.end()) != words.end();
  }

  // By what else it is called, when that is one item.
  Fitting by_other_names(const LocalEntity& entity) const {
    Fitting found;
    for (const EntityMention& mention : entity.mentions) {
      if (mention.form != MentionForm::name) continue;
      if (entity.kind == EntityKind::person && !may_be_his(mention.text, entity)) continue;
      const Fitting fitting = items_.named(mention.text, entity.kind, entity.country);
      if (fitting.size() != 1 || fitting == found) continue;
      if (!found.empty()) return {};
      found = fitting;
    }
    return found;
  }

  Fitting meant(const LocalEntity& entity) const {
    Fitting named = by_name(entity);
    if (named.size() == 1) return named;
    Fitting other = by_other_names(entity);
    return other.empty() ? named : other;
  }

  // The program's own table says that they are one: one item or none.
  EntityNode of_table(EntityNode node) const {
    std::set<Fitting> found;
    for (const Member& member : node.members) found.insert(meant(local(member)));
    found.erase(Fitting{});
    if (found.size() == 1 && found.begin()->size() == 1) node.item = found.begin()->front();
    return node;
  }

  std::vector<EntityNode> of_name(const EntityNode& node) const {
    std::vector<Fitting> all;
    std::set<const Item*> known;
    for (const Member& member : node.members) {
      all.push_back(meant(local(member)));
      known.insert(all.back().begin(), all.back().end());
    }
    if (known.empty()) return {node};
    std::map<Fitting, EntityNode> parts;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const LocalEntity& entity = local(node.members[i]);
      const Fitting fitting = all[i].empty() ? of_country(known, entity.country) : all[i];
      EntityNode& made = parts.try_emplace(fitting, part(node, fitting)).first->second;
      add_member(made, entity, node.members[i].first, node.members[i].second, rules_);
    }
    std::vector<EntityNode> out;
    for (auto& [fitting, made] : parts) out.push_back(std::move(made));
    return out;
  }

  // Whose document does not call him as the table does, but as others whom it knows.
  static Fitting of_country(const std::set<const Item*>& known, const std::string& country) {
    Fitting out(known.begin(), known.end());
    std::erase_if(out, [&](const Item* item) { return countries_clash(item->country, country); });
    return out;
  }

  // The node without its members, for those who fit.
  static EntityNode part(const EntityNode& node, const Fitting& fitting) {
    EntityNode out = node;
    out.members.clear();
    out.short_names.clear();
    out.country.clear();
    if (fitting.size() == 1) out.item = fitting.front(), out.country = fitting.front()->country;
    if (fitting.size() > 1) out.could_be.insert(fitting.begin(), fitting.end());
    for (const Item* item : fitting) out.key += "\t" + item->id;
    return out;
  }

  const Readings& readings_;
  const NameRules& rules_;
  const Items& items_;
};

}  // namespace

std::vector<EntityNode> with_items(const std::vector<EntityNode>& nodes, const Readings& readings,
                                   const NameRules& rules, const Items& items) {
  const ItemsOfNodes all(readings, rules, items);
  std::vector<EntityNode> out;
  for (const EntityNode& node : nodes) {
    for (EntityNode& part : all.of(node)) out.push_back(std::move(part));
  }
  std::sort(out.begin(), out.end(), [](const EntityNode& a, const EntityNode& b) { return a.members < b.members; });
  return out;
}

}  // namespace dateline::merging
