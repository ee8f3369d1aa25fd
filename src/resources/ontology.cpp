#include "dateline/ontology.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline {
namespace {

constexpr std::array<std::pair<std::string_view, MergeWindow>, 5> windows = {{{"d0", MergeWindow::same_day},
                                                                              {"d1", MergeWindow::next_day},
                                                                              {"w", MergeWindow::same_week},
                                                                              {"m", MergeWindow::same_month},
                                                                              {"-", MergeWindow::never}}};

MergeWindow merge_window(const Row& row, std::string_view text) {
  const auto found =
      std::find_if(windows.begin(), windows.end(), [&](const auto& window) { return window.first == text; });
  if (found == windows.end()) fail(row, "merge is '" + std::string(text) + "'; it is one of d0, d1, w, m, -");
  return found->second;
}

bool flag(const Row& row, std::string_view text) {
  if (text != "" && text != "yes") fail(row, "'" + std::string(text) + "' is neither 'yes' nor empty");
  return text == "yes";
}

RoleType role_type(std::string text) {
  RoleType role;
  for (; !text.empty() && (text.back() == '?' || text.back() == '+'); text.pop_back())
    (text.back() == '?' ? role.optional : role.several) = true;
  role.name = std::move(text);
  return role;
}

EventType event_type(const Table& table, const Row& row) {
  EventType type;
  type.id = table.cell(row, "id");
  for (std::string& role : table.list(row, "roles")) type.roles.push_back(role_type(std::move(role)));
  if (type.roles.empty()) fail(row, "names no roles");
  type.symmetric = flag(row, table.cell(row, "symmetric"));
  type.speech = flag(row, table.cell(row, "speech"));
  if (const std::string& status = table.cell(row, "content_status"); !status.empty()) {
    type.content_status = status_named(status);
    if (!type.content_status) fail(row, "content_status is '" + status + "', which is no status");
  }
  type.modes = table.list(row, "modes");
  type.merge = merge_window(row, table.cell(row, "merge"));
  type.plover_event = table.cell(row, "plover_event");
  type.plover_mode = table.cell(row, "plover_mode");
  type.cameo = table.cell(row, "cameo");
  return type;
}

template <class Type>
const Type* with_id(const std::vector<Type>& types, std::string_view id) {
  const auto found = std::find_if(types.begin(), types.end(), [&](const Type& type) { return type.id == id; });
  return found == types.end() ? nullptr : &*found;
}

}  // namespace

Ontology::Ontology(const Resources& resources) {
  const Table& events = resources.table("ontology/event_types");
  for (const Row& row : events.rows) events_.push_back(event_type(events, row));
  const Table& relations = resources.table("ontology/relation_types");
  for (const Row& row : relations.rows)
    relations_.push_back({relations.cell(row, "id"), flag(row, relations.cell(row, "symmetric"))});
}

const EventType* Ontology::event(std::string_view id) const { return with_id(events_, id); }
const RelationType* Ontology::relation(std::string_view id) const { return with_id(relations_, id); }

}  // namespace dateline
