#include <algorithm>
#include <tuple>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "dateline/export.hpp"

namespace dateline {
namespace {

std::string folded(std::string_view text) { return utf8::lower(utf8::without_marks(squeeze(text))); }

/// How well an entity is named: 0 best; nothing when it is not.
std::optional<int> rank(const Entity& entity, std::string_view name, std::string_view fold) {
  if (entity.id == name || entity.name == name || entity.wikidata == name) return 0;
  if (folded(entity.name) == fold) return 1;
  const bool alias = std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                 [&](const std::string& other) { return folded(other) == fold; });
  return alias ? std::optional(2) : std::nullopt;
}

}  // namespace

std::vector<std::uint32_t> entities_named(const Knowledge& knowledge, std::string_view name) {
  const std::string fold = folded(name);
  if (fold.empty()) return {};
  std::vector<std::tuple<int, int, std::uint32_t>> found;
  for (std::uint32_t i = 0; i < knowledge.entities.size(); ++i) {
    if (const std::optional<int> how = rank(knowledge.entities[i], name, fold))
      found.emplace_back(*how, -knowledge.entities[i].mentions, i);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::uint32_t> indices;
  for (const auto& [how, mentions, index] : found) indices.push_back(index);
  return indices;
}

}  // namespace dateline
