#include "graph/merge/people.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace dateline::merging {
namespace {

std::size_t role_rank(const EventType* type, const std::string& role) {
  if (type == nullptr) return 0;
  const auto at =
      std::find_if(type->roles.begin(), type->roles.end(), [&](const RoleType& known) { return known.name == role; });
  return static_cast<std::size_t>(at - type->roles.begin());
}

using Votes = std::map<std::uint32_t, std::map<std::string, int>>;

Votes votes_of(const std::vector<const Telling*>& tellings) {
  Votes votes;
  for (const Telling* telling : tellings) {
    for (const Participant& participant : telling->who) ++votes[participant.entity][participant.role];
  }
  return votes;
}

// Who "was elected" in one telling and "beat him" in another won: the role that says more of the two that one person may be told in.
std::optional<std::string> closer_role(const std::map<std::string, int>& roles, const EventType* type,
                                       const EventRules& rules) {
  if (type == nullptr) return std::nullopt;
  for (const auto& vote : roles) {
    const std::string wider = rules.compared_role(type->id, vote.first);
    if (wider != vote.first && roles.contains(wider)) return vote.first;
  }
  return std::nullopt;
}

std::string voted_role(const std::map<std::string, int>& roles, const EventType* type) {
  return std::min_element(roles.begin(), roles.end(),
                          [&](const auto& a, const auto& b) {
                            return std::tuple(-a.second, role_rank(type, a.first), a.first) <
                                   std::tuple(-b.second, role_rank(type, b.first), b.first);
                          })
      ->first;
}

bool told_together(const std::vector<const Telling*>& tellings, std::uint32_t a, std::uint32_t b) {
  return std::any_of(tellings.begin(), tellings.end(), [&](const Telling* telling) {
    const auto names = [&](std::uint32_t entity) {
      return std::any_of(telling->who.begin(), telling->who.end(),
                         [&](const Participant& p) { return p.entity == entity; });
    };
    return names(a) && names(b);
  });
}

// Where the first telling that names most of its people names this one: subjects come before objects.
std::size_t order_told(const std::vector<const Telling*>& tellings, std::uint32_t entity) {
  std::size_t most = 0, place = 0;
  for (const Telling* telling : tellings) {
    if (telling->told.size() <= most) continue;
    const auto at = std::find(telling->told.begin(), telling->told.end(), entity);
    if (at == telling->told.end()) continue;
    most = telling->told.size();
    place = static_cast<std::size_t>(at - telling->told.begin());
  }
  return place;
}

// Lower is more definite: named persons, then what is known by name, phrases, then what only one document knows.
std::tuple<int, int, int> definiteness(std::uint32_t entity, const EntityTable& entities, int votes) {
  const int reach = static_cast<int>(std::max(entities.profiles[entity].reach, Reach::name));
  return {reach, entities.entities[entity].kind == EntityKind::country ? 1 : 0, -votes};
}

// "Diplomat's widow sues", says the title; the text says who: whom the title alone names in a role in which the text names others, and nobody of both.
// A title of another type ("demands justice") adds nobody but whom it names.
bool told_by_title_alone(const std::vector<const Telling*>& tellings, std::uint32_t entity, const EntityTable& entities,
                         const EventType* type) {
  const auto named_in = [](const Telling& telling, const std::string& role, std::uint32_t who) {
    return std::binary_search(telling.who.begin(), telling.who.end(), Participant{role, who});
  };
  bool in_title = false, others = false;
  const bool named = entities.profiles[entity].reach <= Reach::name;
  for (const Telling* title : tellings) {
    const auto own = std::find_if(title->who.begin(), title->who.end(),
                                  [&](const Participant& one) { return one.entity == entity; });
    if (own == title->who.end()) continue;
    if (!title->headline) return false;
    in_title = true;
    others = others || (!named && type != nullptr && title->mention->type != type->id);
    for (const Telling* body : tellings) {
      for (const Participant& other : body->who) {
        if (body->headline || other.role != own->role) continue;
        if (named_in(*title, other.role, other.entity)) return false;
        // "The bill" of the text says less than "pension reform bill"
        others = others || named || entities.profiles[entity].bare || !entities.profiles[other.entity].bare;
      }
    }
  }
  return in_title && others;
}

}  // namespace

std::vector<Participant> united_participants(const std::vector<const Telling*>& tellings, const EventType* type,
                                             const EntityTable& entities, const EventRules& rules) {
  const Comparer comparer(entities, rules, Nominals::open);
  std::vector<Participant> all;
  std::map<std::uint32_t, int> told;
  for (const auto& [entity, roles] : votes_of(tellings)) {
    const std::string role = closer_role(roles, type, rules).value_or(voted_role(roles, type));
    all.push_back({type == nullptr ? role : rules.own_role(type->id, role), entity});
    for (const auto& vote : roles) told[entity] += vote.second;
  }
  const auto rank = [&](const Participant& p) {
    return std::pair(definiteness(p.entity, entities, told[p.entity]), p.entity);
  };
  std::vector<Participant> kept;
  for (const Participant& weak : all) {
    const bool stood_for = std::any_of(all.begin(), all.end(), [&](const Participant& strong) {
      return strong.entity != weak.entity && strong.role == weak.role && rank(strong) < rank(weak) &&
             comparer.likeness(strong.entity, weak.entity) > 0 && !told_together(tellings, strong.entity, weak.entity);
    });
    if (!stood_for && !told_by_title_alone(tellings, weak.entity, entities, type)) kept.push_back(weak);
  }
  const auto place = [&](const Participant& p) {
    const bool phrase = entities.profiles[p.entity].reach > Reach::name;
    return std::tuple(role_rank(type, p.role), p.role, phrase, order_told(tellings, p.entity), p.entity);
  };
  std::sort(kept.begin(), kept.end(), [&](const Participant& a, const Participant& b) { return place(a) < place(b); });
  return kept;
}

std::optional<std::uint32_t> united_place(const std::vector<const Telling*>& tellings, const EntityTable& entities) {
  std::map<std::uint32_t, int> votes;
  for (const Telling* telling : tellings) {
    for (const std::uint32_t place : telling->places) ++votes[place];
  }
  if (votes.empty()) return std::nullopt;
  const auto rank = [&](const std::pair<const std::uint32_t, int>& vote) {
    const bool wide = entities.entities[vote.first].kind == EntityKind::country;
    return std::tuple(entities.profiles[vote.first].reach == Reach::local, wide, -vote.second, vote.first);
  };
  return std::min_element(votes.begin(), votes.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); })
      ->first;
}

}  // namespace dateline::merging
