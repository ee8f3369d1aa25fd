#include "graph/merge/event_rules.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "dateline/base/text.hpp"

namespace dateline::merging {
namespace {

double share(const Row& row, const std::string& text) {
  if (text.empty()) return 0;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > 1) {
    fail(row, "'" + text + "' is not a share from 0 to 1");
  }
  return value;
}

RoleSet role_set(std::string_view text) {
  RoleSet roles;
  for (const std::string_view role : split(text, '+')) roles.emplace_back(trim(role));
  return roles;
}

// "left=right" taken apart.
std::pair<std::string, std::string> equation(const Row& row, std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == text.npos) fail(row, "'" + std::string(text) + "' is no 'role=role'");
  return {std::string(trim(text.substr(0, equals))), std::string(trim(text.substr(equals + 1)))};
}

std::string found_or(const std::map<std::string, std::string, std::less<>>& roles, const std::string& role) {
  const auto found = roles.find(role);
  return found == roles.end() ? role : found->second;
}

}  // namespace

void EventRules::read_families(const Resources& resources) {
  const Table& families = resources.table("en/merge/families");
  for (const Row& row : families.rows) {
    const std::string& id = families.cell(row, "id");
    Family family{id, families.list(row, "types"), {}, share(row, families.cell(row, "words")), Family::People::any};
    for (const std::string& roles : families.list(row, "asks")) family.asks.push_back(role_set(roles));
    const std::string& named = families.cell(row, "named");
    if (!named.empty() && named != "yes") fail(row, "named is '" + named + "', neither 'yes' nor empty");
    if (!named.empty()) family.people = Family::People::named;
    for (const std::string& member : family.types) {
      if (type(member) == nullptr) fail(row, "'" + member + "' is no event type");
      if (!family_of_.emplace(member, id).second) fail(row, "'" + member + "' is of two families");
    }
    for (const std::string& text : families.list(row, "roles")) {
      const auto [place, role] = equation(row, text);
      const std::size_t colon = place.find(':');
      if (colon == place.npos) fail(row, "'" + text + "' is no 'type:role=role'");
      const std::string member = place.substr(0, colon), own = place.substr(colon + 1);
      to_family_[member][own] = role;
      from_family_[member][role] = own;
    }
    families_.emplace(id, std::move(family));
  }
}

EventRules::EventRules(const Resources& resources) : ontology_(resources) {
  for (const EventType& type : ontology_.events()) types_[type.id] = &type;
  read_families(resources);
  const Table& identity = resources.table("en/merge/identity");
  for (const Row& row : identity.rows) {
    Identity& entry = identities_[identity.cell(row, "id")];
    if (type(identity.cell(row, "id")) == nullptr) fail(row, "'" + identity.cell(row, "id") + "' is no event type");
    const std::string& id = identity.cell(row, "id");
    for (const std::string& text : identity.list(row, "same_roles")) {
      const auto [own, role] = equation(row, text);
      same_roles_[id][own] = role;
    }
    for (const std::string& text : identity.list(row, "enough")) {
      RoleSet roles = role_set(text);
      for (std::string& role : roles) role = family_role(id, role);
      entry.enough.push_back(std::move(roles));
    }
    for (const std::string& role : identity.list(row, "kind")) entry.kind.insert(family_role(id, role));
    for (const std::string& role : identity.list(row, "more")) entry.more.insert(family_role(id, role));
    entry.words = share(row, identity.cell(row, "words"));
    if (!identity.cell(row, "undated").empty()) entry.undated = share(row, identity.cell(row, "undated"));
    const std::string& by = identity.cell(row, "by");
    if (!by.empty() && by != "year" && by != "once") fail(row, "by is '" + by + "'; it is year, once or empty");
    if (by == "year") entry.by = Identity::By::year;
    if (by == "once") entry.by = Identity::By::once;
    const std::string& several = identity.cell(row, "several");
    if (!several.empty() && several != "yes") fail(row, "several is '" + several + "', neither 'yes' nor empty");
    if (!several.empty()) entry.telling = Identity::Telling::several;
  }
  const Table& modes = resources.table("en/merge/modes");
  for (const Row& row : modes.rows) {
    const std::vector<std::string> list = modes.list(row, "modes");
    if (type(modes.cell(row, "type")) == nullptr) fail(row, "'" + modes.cell(row, "type") + "' is no event type");
    modes_[modes.cell(row, "type")].emplace_back(list.begin(), list.end());
  }
  const Table& amounts = resources.table("en/merge/amounts");
  for (const Row& row : amounts.rows) {
    const std::string& policy = amounts.cell(row, "policy");
    if (policy != "part" && policy != "report") fail(row, "policy is '" + policy + "'; it is part or report");
    (policy == "part" ? parts_ : reports_).insert(amounts.cell(row, "id"));
  }
}

const EventType* EventRules::type(std::string_view id) const {
  const auto found = types_.find(id);
  return found == types_.end() ? nullptr : found->second;
}

const Identity& EventRules::identity(std::string_view type) const {
  const auto found = identities_.find(type);
  return found == identities_.end() ? default_ : found->second;
}

const Family* EventRules::family(std::string_view type) const {
  const auto found = family_of_.find(type);
  return found == family_of_.end() ? nullptr : &families_.find(found->second)->second;
}

std::string_view EventRules::kind(std::string_view type) const {
  const Family* known = family(type);
  return known == nullptr ? type : std::string_view(known->id);
}

std::string EventRules::family_role(std::string_view type, const std::string& role) const {
  const auto found = to_family_.find(type);
  return found == to_family_.end() ? role : found_or(found->second, role);
}

std::string EventRules::own_role(std::string_view type, const std::string& role) const {
  const auto found = from_family_.find(type);
  return found == from_family_.end() ? role : found_or(found->second, role);
}

std::string EventRules::compared_role(std::string_view type, const std::string& role) const {
  const auto found = same_roles_.find(type);
  return found == same_roles_.end() ? role : found_or(found->second, role);
}

bool EventRules::settles(std::string_view type, const std::string& role) const {
  const std::vector<RoleSet>& enough = identity(type).enough;
  return std::any_of(enough.begin(), enough.end(),
                     [&](const RoleSet& roles) { return roles.size() == 1 && roles.front() == role; });
}

bool EventRules::goes_on(std::string_view type, std::string_view mode) const {
  const auto found = mode.empty() ? modes_.end() : modes_.find(type);
  return found != modes_.end() && std::any_of(found->second.begin(), found->second.end(),
                                              [&](const auto& set) { return set.size() == 1 && set.contains(mode); });
}

bool EventRules::modes_join(std::string_view type, std::string_view left, std::string_view right) const {
  if (left.empty() || right.empty() || left == right) return true;
  const auto found = modes_.find(type);
  return found != modes_.end() && std::any_of(found->second.begin(), found->second.end(), [&](const auto& set) {
           return set.contains(left) && set.contains(right);
         });
}

}  // namespace dateline::merging
