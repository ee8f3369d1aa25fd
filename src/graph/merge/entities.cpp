#include "graph/merge/entities.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "graph/merge/entity_joins.hpp"
#include "graph/merge/ids.hpp"
#include "graph/merge/posts.hpp"

namespace dateline::merging {
namespace {

using Member = std::pair<std::uint32_t, std::uint32_t>;  ///< document, local entity
using Members = std::vector<Member>;
using PostHeads = std::map<Member, std::set<std::string>>;

struct Merged {
  Entity entity;
  Profile profile;
  Members members;
  IdSource id;
};

const LocalEntity& local(const Readings& readings, const Member& member) {
  return readings[member.first]->findings.entities[member.second];
}

template <class Value>
Value most_frequent(const std::map<Value, int>& votes, Value none) {
  int best = 0;
  for (const auto& [value, count] : votes) {
    if (count > best) best = count, none = value;
  }
  return none;
}

std::size_t word_count(const std::string& name) { return plain_words(name).size(); }

// The most frequent of the fullest: for a person a name of several words and without a title, else one that is not the acronym of another.
std::string canonical_name(const std::map<std::string, int>& names, EntityKind kind, const NameRules& rules) {
  std::set<std::string> acronyms;
  for (const auto& [name, count] : names) acronyms.insert(rules.acronym(name));
  const auto full = [&](const std::string& name) {
    return kind == EntityKind::person ? word_count(name) > 1 : !acronyms.contains(rules.other(name));
  };
  const auto titled = [&](const std::string& name) { return kind == EntityKind::person && rules.bears_title(name); };
  const auto rank = [&](const auto& entry) {
    return std::tuple(!full(entry.first), titled(entry.first), -entry.second,
                      -static_cast<int>(utf8::length(entry.first)), entry.first);
  };
  const auto best =
      std::min_element(names.begin(), names.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  return best == names.end() ? "" : best->first;
}

std::vector<std::string> aliases(const Readings& readings, const Members& members, const std::string& canonical) {
  std::set<std::string> seen;
  for (const auto& member : members) {
    const LocalEntity& entity = local(readings, member);
    if (!entity.name.empty()) seen.insert(squeeze(entity.name));
    for (const EntityMention& mention : entity.mentions) {
      if (mention.form != MentionForm::pronoun && !mention.text.empty()) seen.insert(squeeze(mention.text));
    }
  }
  seen.erase(canonical);
  return {seen.begin(), seen.end()};
}

// The last words of the posts that somebody is said to hold, by document and local entity: "judge" of "District Judge".
PostHeads post_heads(const Readings& readings, const NameRules& rules) {
  PostHeads out;
  for (std::uint32_t document = 0; document < readings.size(); ++document) {
    for (const RelationMention& mention : readings[document]->findings.relations) {
      if (mention.type == holds_position) out[{document, mention.from}].insert(rules.head(mention.text));
    }
  }
  return out;
}

std::vector<std::string> heads(const Readings& readings, const Members& members, const NameRules& rules,
                               const PostHeads& posts) {
  std::set<std::string> out;
  for (const auto& member : members) {
    if (const auto held = posts.find(member); held != posts.end()) out.insert(held->second.begin(), held->second.end());
  }
  for (const auto& member : members) {
    for (const EntityMention& mention : local(readings, member).mentions) {
      if (mention.form == MentionForm::nominal) out.insert(rules.head(mention.text));
    }
  }
  out.erase("");
  return {out.begin(), out.end()};
}

// Words with a capital in its phrases, the last one aside: whose troops, whose minister.
std::vector<std::string> marks(const Readings& readings, const Members& members) {
  std::set<std::string> out;
  for (const auto& member : members) {
    for (const EntityMention& mention : local(readings, member).mentions) {
      if (mention.form != MentionForm::nominal) continue;
      const std::vector<std::string_view> words = split(mention.text, ' ');
      for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        std::size_t at = 0;
        if (!words[i].empty() && utf8::is_upper(utf8::next(words[i], at))) out.insert(join(plain_words(words[i]), " "));
      }
    }
  }
  return {out.begin(), out.end()};
}

// "A woman": of phrases that say different things nothing is known.
Profile::Sex sex(const Readings& readings, const Members& members, const NameRules& rules) {
  bool male = false, female = false;
  for (const auto& member : members) {
    for (const EntityMention& mention : local(readings, member).mentions) {
      if (mention.form != MentionForm::nominal) continue;
      const std::vector<std::string> words = plain_words(mention.text);
      male = male || (!words.empty() && rules.words().is(words.back(), WordUse::male));
      female = female || (!words.empty() && rules.words().is(words.back(), WordUse::female));
    }
  }
  if (male == female) return Profile::Sex::unknown;
  return male ? Profile::Sex::male : Profile::Sex::female;
}

bool is_bare(const Readings& readings, const Members& members, EntityKind kind) {
  if (kind == EntityKind::person || kind == EntityKind::group) return false;
  return std::all_of(members.begin(), members.end(), [&](const auto& member) {
    const std::vector<EntityMention>& mentions = local(readings, member).mentions;
    return std::all_of(mentions.begin(), mentions.end(), [](const EntityMention& mention) {
      return mention.form != MentionForm::name && mention.text.find(' ') == mention.text.npos;
    });
  });
}

std::string name_key(EntityKind kind, const std::string& written, const NameRules& rules) {
  const bool person = kind == EntityKind::person;
  return std::string(name(kind)) + "\t" + (person ? join(rules.person(written).words, " ") : rules.other(written));
}

// Of whom an item has several names, the first of its row, whichever a store has seen: the id that this name alone would give.
IdSource id_source(const Item& item, const std::vector<EntityNode>& nodes, const std::vector<std::uint32_t>& group,
                   EntityKind kind, const NameRules& rules) {
  for (const std::uint32_t i : group) {
    if (nodes[i].reach == Reach::table) return {nodes[i].key, item.id};
  }
  return {name_key(kind, item.name, rules), item.id};
}

// The name by which an entity is found again in another store: spelling variants and kinds told differently aside.
IdSource id_source(const Merged& merged, const EntityNode& node, const Readings& readings, const NameRules& rules) {
  const auto& [document, index] = merged.members.front();
  const LocalEntity& first = local(readings, merged.members.front());
  const std::string place = readings[document]->document.sha256 + "\n" + std::to_string(index);
  const std::string at = first.mentions.empty() ? "" : std::to_string(first.mentions.front().span.begin);
  switch (node.reach) {
    case Reach::table:
      return {node.key, place};
    case Reach::phrase:
      return {node.key, place};
    case Reach::name:
      return {name_key(merged.entity.kind, merged.entity.name, rules), place};
    case Reach::local:
      break;
  }
  return {"local\t" + readings[document]->document.sha256 + "\t" + at + "\t" + merged.entity.name, place};
}

Merged merged(const Readings& readings, const std::vector<EntityNode>& nodes, const std::vector<std::uint32_t>& group,
              const NameRules& rules, const PostHeads& posts) {
  Merged out;
  std::map<EntityKind, int> kinds;
  std::map<std::string, int> names, phrases, countries;  // a phrase is the name only of who has none
  const Item* item = nullptr;
  for (const std::uint32_t i : group) {
    if (nodes[i].item != nullptr) item = nodes[i].item;
    for (const auto& member : nodes[i].members) {
      const LocalEntity& entity = local(readings, member);
      ++kinds[entity.kind];
      if (!squeeze(entity.name).empty()) ++(nodes[i].reach <= Reach::name ? names : phrases)[squeeze(entity.name)];
      if (!entity.country.empty()) ++countries[entity.country];
      out.entity.mentions += static_cast<int>(entity.mentions.size());
      out.members.push_back(member);
    }
  }
  std::sort(out.members.begin(), out.members.end());
  out.entity.kind = most_frequent(kinds, EntityKind::other);
  out.entity.country = most_frequent(countries, std::string());
  out.entity.name = canonical_name(names.empty() ? phrases : names, out.entity.kind, rules);
  out.entity.aliases = aliases(readings, out.members, out.entity.name);
  const EntityNode& node = nodes[group.front()];
  out.profile.reach = node.reach;
  out.profile.heads = heads(readings, out.members, rules, posts);
  out.profile.marks = marks(readings, out.members);
  out.profile.bare = node.reach == Reach::local && is_bare(readings, out.members, out.entity.kind);
  out.profile.vague = node.reach == Reach::local && out.profile.heads.empty();
  out.profile.city = node.reach == Reach::table && rules.is_city(local(readings, out.members.front()).key);
  if (node.reach == Reach::local && out.entity.kind == EntityKind::person)
    out.profile.sex = sex(readings, out.members, rules);
  out.id = id_source(out, node, readings, rules);
  if (item != nullptr) {
    out.entity.wikidata = item->id;
    out.id = id_source(*item, nodes, group, out.entity.kind, rules);
  }
  return out;
}

std::vector<Merged> merged_entities(const Readings& readings, const NameRules& rules, const Items& items,
                                    const std::vector<std::string>& origins) {
  const std::vector<EntityNode> nodes = entity_nodes(readings, rules, items, origins);
  Groups groups = join_entities(nodes, rules, readings);
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) by_root[groups.root(i)].push_back(i);
  const PostHeads posts = post_heads(readings, rules);
  std::vector<Merged> all;
  for (const auto& [root, group] : by_root) all.push_back(merged(readings, nodes, group, rules, posts));
  return all;
}

}  // namespace

EntityTable resolve_entities(const Readings& readings, const NameRules& rules, const Items& items,
                             const std::vector<std::string>& origins) {
  std::vector<Merged> all = merged_entities(readings, rules, items, origins);
  std::vector<IdSource> sources;
  for (const Merged& entity : all) sources.push_back(entity.id);
  const std::vector<std::string> ids = distinct_ids("e", 10, sources);
  std::vector<std::uint32_t> order(all.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; });

  EntityTable table;
  for (const Reading* reading : readings) table.of.emplace_back(reading->findings.entities.size());
  for (const std::uint32_t i : order) {
    for (const auto& [document, index] : all[i].members)
      table.of[document][index] = static_cast<std::uint32_t>(table.entities.size());
    table.entities.push_back(std::move(all[i].entity));
    table.entities.back().id = ids[i];
    table.profiles.push_back(std::move(all[i].profile));
  }
  return table;
}

}  // namespace dateline::merging
