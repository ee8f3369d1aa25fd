#include "extract/event/classes.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"

namespace dateline {

Classes::Classes(const Resources& resources) {
  const Table& table = resources.table("en/event/classes");
  for (const Row& row : table.rows) {
    auto& members = members_[row.cells.front()];
    for (const std::string& word : table.list(row, "lemmas")) {
      if (!word.starts_with('@')) {
        members.insert(word);
        continue;
      }
      const auto other = members_.find(std::string_view(word).substr(1));
      if (other == members_.end())
        fail(row, "no class " + word + " above this row; nearest: @" + nearest_name(word.substr(1)));
      members.insert(other->second.begin(), other->second.end());
    }
  }
  for (const auto& [name, members] : members_) {
    for (const std::string& word : members) names_of_[word].push_back(name);
  }
}

const std::set<std::string, std::less<>>& Classes::of(std::string_view name) const {
  static const std::set<std::string, std::less<>> none;
  const auto found = members_.find(name);
  return found == members_.end() ? none : found->second;
}

Lemma Classes::classified(std::string_view lemma) const {
  static const std::vector<std::string_view> none;
  const auto found = names_of_.find(lemma);
  return {lemma, found == names_of_.end() ? none : found->second};
}

std::string Classes::nearest_name(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const auto& [one, members] : members_) names.push_back(one);
  return std::string(nearest(name, names));
}

}  // namespace dateline
