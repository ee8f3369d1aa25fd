// Who stands beside the verb of a rule that finds events.
#include <algorithm>

#include "dateline/base/text.hpp"
#include "graph/merge/labels.hpp"

namespace dateline::merging {
namespace {

// "subj:#actor=actor; obj=target*": the roles that subject and object alone fill, where none is known yet.
void take_sides(std::string_view roles, Labels::Sides& sides) {
  for (const std::string_view rule : split(roles, ';')) {
    const std::size_t equals = rule.find('=');
    if (equals == rule.npos) continue;
    const std::string_view slot = trim(rule.substr(0, std::min(rule.find(':'), equals)));
    const std::string_view filled = rule.substr(equals + 1), role = filled.substr(0, filled.find_first_of("* "));
    if (slot == "subj" && sides.doer.empty()) sides.doer = role;
    if (slot == "obj" && sides.undergoer.empty()) sides.undergoer = role;
  }
}

}  // namespace

void Labels::read_sides(const Resources& resources) {
  std::map<std::string, std::string, std::less<>> roles;  // of patterns of verbs
  const Table& patterns = resources.table("en/event/patterns");
  for (const Row& row : patterns.rows) {
    if (patterns.cell(row, "pos") == "verb") roles[patterns.cell(row, "id")] = patterns.cell(row, "roles");
  }
  const Table& frames = resources.table("en/event/frames");
  for (const Row& row : frames.rows) {
    const auto shared = roles.find(frames.cell(row, "pattern"));
    if (shared == roles.end()) continue;
    Sides& sides = sides_[frames.cell(row, "id")];
    take_sides(frames.cell(row, "roles"), sides);
    take_sides(shared->second, sides);
    if (frames.cell(row, "when").find("prt") != std::string::npos) sides.undergoer.clear();  // "shut down"
  }
}

const Labels::Sides* Labels::sides(std::string_view rule) const {
  const auto found = sides_.find(rule);
  return found == sides_.end() ? nullptr : &found->second;
}

}  // namespace dateline::merging
