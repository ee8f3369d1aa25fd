#include "graph/merge/posts.hpp"

#include <algorithm>

namespace dateline::merging {
std::vector<Post> posts(const Readings& readings, const std::vector<EntityNode>& nodes) {
  std::vector<std::vector<std::uint32_t>> node_of;
  for (const Reading* reading : readings) node_of.emplace_back(reading->findings.entities.size());
  for (std::uint32_t node = 0; node < nodes.size(); ++node) {
    for (const auto& [document, local] : nodes[node].members) node_of[document][local] = node;
  }
  std::vector<Post> out;
  for (std::uint32_t document = 0; document < readings.size(); ++document) {
    for (const RelationMention& mention : readings[document]->findings.relations) {
      const std::vector<std::uint32_t>& node = node_of[document];
      if (mention.type != holds_position || !mention.to || mention.from >= node.size() || *mention.to >= node.size())
        continue;
      std::vector<std::string> title = plain_words(mention.text);
      if (!title.empty()) out.push_back({node[mention.from], node[*mention.to], document, std::move(title)});
    }
  }
  return out;
}

bool same_title(const std::vector<std::string>& said, const std::vector<std::string>& known, const WordUses& words) {
  if (said.empty() || said.size() > known.size()) return false;
  const auto more = static_cast<std::ptrdiff_t>(known.size() - said.size());
  if (!std::equal(said.begin(), said.end(), known.begin() + more)) return false;
  return std::none_of(known.begin(), known.begin() + more,
                      [&](const std::string& word) { return words.is(word, WordUse::post); });
}

}  // namespace dateline::merging
