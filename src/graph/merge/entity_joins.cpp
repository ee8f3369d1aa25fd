#include "graph/merge/entity_joins.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "graph/merge/companions.hpp"
#include "graph/merge/posts.hpp"

namespace dateline::merging {
namespace {

constexpr std::size_t documents_looked_at = 200;
constexpr DayNumber post_days = 60;  // documents further apart may speak of another holder of a post

bool by_name(const EntityNode& node) { return node.reach == Reach::name; }
bool full_person(const EntityNode& node) {
  return node.kind == EntityKind::person && by_name(node) && node.person.words.size() >= 2;
}
bool lone_person(const EntityNode& node) {
  return node.kind == EntityKind::person && by_name(node) && node.person.words.size() == 1 && node.item == nullptr;
}
// Two items, or one of another country.
bool items_clash(const EntityNode& left, const EntityNode& right) {
  if (left.item == nullptr && right.item == nullptr) return false;
  const bool both = left.item != nullptr && right.item != nullptr;
  return both ? left.item != right.item : countries_clash(left.country, right.country);
}

// One name for a building and for who sits in it.
bool house_and_holder(const EntityNode& left, const EntityNode& right) {
  const bool kinds = (left.kind == EntityKind::facility && right.kind == EntityKind::organization) ||
                     (left.kind == EntityKind::organization && right.kind == EntityKind::facility);
  return kinds && left.plain.find(' ') != left.plain.npos && !countries_clash(left.country, right.country);
}

class Joiner {
 public:
  Joiner(const std::vector<EntityNode>& nodes, const NameRules& rules, const Readings& readings)
      : nodes_(nodes), rules_(rules), readings_(readings), groups_(nodes.size()), members_(nodes.size()) {
    for (std::uint32_t i = 0; i < nodes.size(); ++i) members_[i] = {i}, items_.push_back(nodes[i].item);
  }

  Groups join() {
    join_items();
    join_full_persons();
    join_unknown_kinds();
    const Companions companions = companions_now();
    join_undecided(companions);
    join_spelling_slips(companions);
    join_acronyms(companions);
    join_lone_persons(companions);
    join_post_holders(companions);
    return std::move(groups_);
  }

 private:
  // Never two of different items.
  void unite(std::uint32_t left, std::uint32_t right) {
    const std::uint32_t a = groups_.root(left), b = groups_.root(right);
    if (a == b || (items_[a] != nullptr && items_[b] != nullptr && items_[a] != items_[b])) return;
    const std::uint32_t root = groups_.join(a, b), other = root == a ? b : a;
    if (items_[root] == nullptr) items_[root] = items_[other];
    members_[root].insert(members_[root].end(), members_[other].begin(), members_[other].end());
    members_[other].clear();
  }

  void join_items() {
    std::map<const Item*, std::uint32_t> first;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].item != nullptr) unite(first.try_emplace(nodes_[i].item, i).first->second, i);
    }
  }

  // Whom the table has several items for is the one of them whom related documents know.
  void join_undecided(const Companions& companions) {
    std::map<const Item*, std::set<std::uint32_t>> of_item;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].item != nullptr) of_item[nodes_[i].item].insert(i);
    }
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      std::set<std::uint32_t> candidates;
      for (const Item* item : nodes_[i].could_be) candidates.insert(of_item[item].begin(), of_item[item].end());
      if (const auto group = only_candidate(i, candidates, companions)) unite(i, *group);
    }
  }

  // A person is written as all of a group are; of the names that one item has, which need not be alike, as one.
  bool fits(const EntityNode& node, const std::vector<std::uint32_t>& group) const {
    bool named = false, known = false;
    for (const std::uint32_t i : group) {
      const EntityNode& other = nodes_[i];
      const bool same = rules_.same_person(node.person, other.person);
      if (items_clash(node, other) || (other.item == nullptr && !same)) return false;
      if (other.item != nullptr) known = true, named = named || same;
    }
    return named || !known;
  }

  // Everyone in the one group may be everyone in the other.
  bool all_agree(std::uint32_t left, std::uint32_t right) {
    std::uint32_t a = groups_.root(left), b = groups_.root(right);
    if (items_[a] == nullptr) std::swap(a, b);
    if (items_[b] != nullptr) return false;
    return std::all_of(members_[b].begin(), members_[b].end(),
                       [&](std::uint32_t member) { return fits(nodes_[member], members_[a]); });
  }

  std::map<std::string, std::set<std::uint32_t>> full_person_blocks() const {
    std::map<std::string, std::set<std::uint32_t>> blocks;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (!full_person(nodes_[i]) || !nodes_[i].could_be.empty()) continue;
      const PersonName& name = nodes_[i].person;
      blocks[name.words.back()].insert(i);
      blocks[name.words.front()].insert(i);
      blocks[name.solid].insert(i);
    }
    return blocks;
  }

  bool may_be_one(std::uint32_t left, std::uint32_t right) const {
    const EntityNode &a = nodes_[left], &b = nodes_[right];
    if (a.item != nullptr && a.item == b.item) return true;
    return !items_clash(a, b) && rules_.same_person(a.person, b.person);
  }

  // "George Bush" beside "George W. Bush" and "George H. W. Bush" could be either: it joins neither.
  std::set<std::uint32_t> ambiguous(const std::map<std::uint32_t, std::set<std::uint32_t>>& neighbours) const {
    std::set<std::uint32_t> out;
    for (const auto& [node, others] : neighbours) {
      for (const std::uint32_t a : others) {
        for (const std::uint32_t b : others) {
          if (a < b && !may_be_one(a, b)) out.insert(node);
        }
      }
    }
    return out;
  }

  void join_full_persons() {
    std::map<std::uint32_t, std::set<std::uint32_t>> neighbours;
    for (const auto& [word, block] : full_person_blocks()) {
      for (const std::uint32_t a : block) {
        for (const std::uint32_t b : block) {
          if (a >= b || (nodes_[a].item != nullptr && nodes_[b].item != nullptr)) continue;  // joined already, or never
          if (may_be_one(a, b)) neighbours[a].insert(b), neighbours[b].insert(a);
        }
      }
    }
    const std::set<std::uint32_t> unclear = ambiguous(neighbours);
    for (const auto& [a, others] : neighbours) {
      for (const std::uint32_t b : others) {
        if (b < a || unclear.contains(a) || unclear.contains(b)) continue;
        if (all_agree(a, b)) unite(a, b);
      }
    }
  }

  // A name whose kind was not told in one document takes the kind that it has elsewhere, when there is but one.
  void join_unknown_kinds() {
    std::map<std::string, std::vector<std::uint32_t>> by_plain;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (by_name(nodes_[i]) && !nodes_[i].plain.empty()) by_plain[nodes_[i].plain].push_back(i);
    }
    for (const auto& [plain, block] : by_plain) {
      std::vector<std::uint32_t> known, unknown;
      for (const std::uint32_t i : block) (nodes_[i].kind == EntityKind::other ? unknown : known).push_back(i);
      if (known.size() == 1 && unknown.size() == 1) unite(known.front(), unknown.front());
      if (known.size() == 2 && house_and_holder(nodes_[known.front()], nodes_[known.back()]))
        unite(known.front(), known.back());
    }
  }

  Companions companions_now() {
    std::vector<std::vector<std::uint32_t>> named(readings_.size());
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (!tells_story(nodes_[i])) continue;
      for (const auto& [document, local] : nodes_[i].members) named[document].push_back(groups_.root(i));
    }
    return Companions(std::move(named));
  }

  bool meet_somewhere(std::uint32_t left, std::uint32_t right, const Companions& companions) {
    const std::vector<std::uint32_t> a = documents_of(left), b = documents_of(right);
    return std::any_of(a.begin(), a.end(), [&](std::uint32_t x) {
      return std::any_of(b.begin(), b.end(),
                         [&](std::uint32_t y) { return companions.related(x, y, groups_.root(right)); });
    });
  }

  std::vector<std::uint32_t> documents_of(std::uint32_t node) {
    std::set<std::uint32_t> out;
    for (const std::uint32_t member : members_[groups_.root(node)]) {
      for (const auto& [document, local] : nodes_[member].members) {
        if (out.size() < documents_looked_at) out.insert(document);
      }
    }
    return {out.begin(), out.end()};
  }

  void join_spelling_slips(const Companions& companions) {
    for (const auto& [word, block] : full_person_blocks()) {
      for (const std::uint32_t a : block) {
        for (const std::uint32_t b : block) {
          if (a >= b || groups_.root(a) == groups_.root(b)) continue;
          if (!rules_.nearly_same_person(nodes_[a].person, nodes_[b].person)) continue;
          if (!countries_clash(nodes_[a].country, nodes_[b].country) && meet_somewhere(a, b, companions)) unite(a, b);
        }
      }
    }
  }

  // The one group among `candidates` that is related to `node`; nothing when there are several.
  std::optional<std::uint32_t> only_candidate(std::uint32_t node, const std::set<std::uint32_t>& candidates,
                                              const Companions& companions) {
    std::set<std::uint32_t> groups;
    for (const std::uint32_t candidate : candidates) {
      if (countries_clash(nodes_[node].country, nodes_[candidate].country)) continue;
      if (meet_somewhere(node, candidate, companions)) groups.insert(groups_.root(candidate));
    }
    return groups.size() == 1 ? std::optional(*groups.begin()) : std::nullopt;
  }

  void join_acronyms(const Companions& companions) {
    std::map<std::string, std::set<std::uint32_t>> expansions;
    const auto is_body = [](const EntityNode& node) {
      return by_name(node) && node.kind != EntityKind::person && node.kind != EntityKind::place && !node.plain.empty();
    };
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (!is_body(nodes_[i])) continue;
      if (const std::string letters = rules_.acronym(nodes_[i].plain); !letters.empty()) expansions[letters].insert(i);
    }
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (!is_body(nodes_[i])) continue;
      const auto found = expansions.find(nodes_[i].plain);
      if (found == expansions.end()) continue;
      if (const auto group = only_candidate(i, found->second, companions)) unite(i, *group);
    }
  }

  // The words that may stand alone for a person: the last, one seen alone in some document, the first where families
  // come first.
  std::map<std::string, std::set<std::uint32_t>> short_name_index() const {
    std::map<std::string, std::set<std::uint32_t>> index;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (!full_person(nodes_[i])) continue;
      index[nodes_[i].person.words.back()].insert(i);
      if (rules_.family_first(nodes_[i].country)) index[nodes_[i].person.words.front()].insert(i);
      for (const std::string& word : nodes_[i].short_names) index[word].insert(i);
    }
    return index;
  }

  void join_lone_persons(const Companions& companions) {
    const auto index = short_name_index();
    std::map<std::string, std::vector<std::uint32_t>> left;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (!lone_person(nodes_[i])) continue;
      const std::string& word = nodes_[i].person.words.front();
      const auto found = index.find(word);
      std::optional<std::uint32_t> group;
      if (found != index.end()) group = only_candidate(i, found->second, companions);
      if (group) {
        unite(i, *group);
      } else {
        left[word].push_back(i);
      }
    }
    join_lone_with_lone(left, index, companions);
  }

  // Two documents of one story that know someone only by one word; not where full names say that there are several.
  void join_lone_with_lone(const std::map<std::string, std::vector<std::uint32_t>>& lone,
                           const std::map<std::string, std::set<std::uint32_t>>& index, const Companions& companions) {
    for (const auto& [word, block] : lone) {
      if (const auto full = index.find(word); full != index.end() && full->second.size() > 1) continue;
      for (std::size_t i = 0; i < block.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(block.size(), i + documents_looked_at); ++j) {
          if (countries_clash(nodes_[block[i]].country, nodes_[block[j]].country)) continue;
          const std::uint32_t a = nodes_[block[i]].members.front().first, b = nodes_[block[j]].members.front().first;
          if (companions.related(a, b, groups_.root(block[j]))) unite(block[i], block[j]);
        }
      }
    }
  }

  // Nothing when both days are known and too far apart for a post to be held by one person still.
  bool of_one_time(std::uint32_t left, std::uint32_t right) const {
    const auto day = [&](std::uint32_t document) -> std::optional<DayNumber> {
      const std::optional<Published>& published = readings_[document]->document.published;
      const auto date = published ? parse_edtf(published->edtf) : std::nullopt;
      return date ? date->days.first : std::nullopt;
    };
    const auto a = day(left), b = day(right);
    return !a || !b || std::abs(*a - *b) <= post_days;
  }

  // "The foreign minister of Norway", nowhere named in its document, is the one person whom that document or related ones know
  // as such.
  void join_post_holders(const Companions& companions) {
    const std::vector<Post> all = posts(readings_, nodes_);
    std::map<std::uint32_t, std::vector<const Post*>> named;  // by the body that the post is of
    for (const Post& post : all) {
      if (full_person(nodes_[post.holder])) named[groups_.root(post.of)].push_back(&post);
    }
    for (const Post& post : all) {
      const EntityNode& node = nodes_[post.holder];
      if (node.reach != Reach::local || node.kind != EntityKind::person) continue;
      std::set<std::uint32_t> here, elsewhere;
      for (const Post* other : named[groups_.root(post.of)]) {
        if (!same_title(post.title, other->title, rules_.words())) continue;
        if (other->document == post.document) here.insert(groups_.root(other->holder));
        if (!of_one_time(post.document, other->document)) continue;
        if (companions.related(post.document, other->document, groups_.root(other->holder)))
          elsewhere.insert(groups_.root(other->holder));
      }
      const std::set<std::uint32_t>& candidates = here.empty() ? elsewhere : here;
      if (candidates.size() == 1) unite(*candidates.begin(), post.holder);
    }
  }

  const std::vector<EntityNode>& nodes_;
  const NameRules& rules_;
  const Readings& readings_;
  Groups groups_;
  std::vector<std::vector<std::uint32_t>> members_;  ///< nodes by root
  std::vector<const Item*> items_;                   ///< by root; null for none
};

}  // namespace

bool tells_story(const EntityNode& node) {
  if (node.kind == EntityKind::country) return false;
  return node.reach == Reach::table || node.item != nullptr ||
         (node.reach == Reach::name && node.person.words.size() != 1);
}

Groups join_entities(const std::vector<EntityNode>& nodes, const NameRules& rules, const Readings& readings) {
  return Joiner(nodes, rules, readings).join();
}

}  // namespace dateline::merging
