#include "graph/merge/event_rules.hpp"

#include <algorithm>
#include <charconv>

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

}  // namespace

EventRules::EventRules(const Resources& resources) : ontology_(resources) {
  for (const EventType& type : ontology_.events()) types_[type.id] = &type;
  const Table& identity = resources.table("en/merge/identity");
  for (const Row& row : identity.rows) {
    Identity& entry = identities_[identity.cell(row, "id")];
    if (type(identity.cell(row, "id")) == nullptr) fail(row, "'" + identity.cell(row, "id") + "' is no event type");
    for (const std::string& roles : identity.list(row, "enough")) entry.enough.push_back(role_set(roles));
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

bool EventRules::modes_join(std::string_view type, std::string_view left, std::string_view right) const {
  if (left.empty() || right.empty() || left == right) return true;
  const auto found = modes_.find(type);
  return found != modes_.end() && std::any_of(found->second.begin(), found->second.end(), [&](const auto& set) {
           return set.contains(left) && set.contains(right);
         });
}

}  // namespace dateline::merging
