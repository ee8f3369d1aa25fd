#include "graph/merge/companions.hpp"

#include <algorithm>
#include <map>

namespace dateline::merging {
namespace {

constexpr double related_from = 1.0;  // one rare entity, or four common ones
constexpr double story_from = 3.0;    // three rare entities
constexpr double common_weight = 0.25;

}  // namespace

Companions::Companions(std::vector<std::vector<std::uint32_t>> named) : named_(std::move(named)) {
  common_ = std::max<std::size_t>(8, named_.size() / 50);
  for (std::vector<std::uint32_t>& entities : named_) {
    std::sort(entities.begin(), entities.end());
    entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
    for (const std::uint32_t entity : entities) {
      if (entity >= documents_with_.size()) documents_with_.resize(entity + 1);
      ++documents_with_[entity];
    }
  }
}

double Companions::weight(std::uint32_t entity) const {
  return documents_with_[entity] > common_ ? common_weight : 1.0;
}

bool Companions::related(std::uint32_t left, std::uint32_t right, std::uint32_t besides) const {
  if (left == right) return true;
  std::vector<std::uint32_t> shared;
  std::set_intersection(named_[left].begin(), named_[left].end(), named_[right].begin(), named_[right].end(),
                        std::back_inserter(shared));
  double sum = 0;
  for (const std::uint32_t entity : shared) sum += entity == besides ? 0 : weight(entity);
  return sum >= related_from;
}

std::vector<std::vector<std::uint32_t>> Companions::stories(std::size_t most) const {
  std::vector<std::vector<std::uint32_t>> holders(documents_with_.size());
  for (std::uint32_t document = 0; document < named_.size(); ++document) {
    for (const std::uint32_t entity : named_[document]) holders[entity].push_back(document);
  }
  std::vector<std::vector<std::uint32_t>> out(named_.size());
  for (std::uint32_t document = 0; document < named_.size(); ++document) {
    std::map<std::uint32_t, double> shared;
    for (const std::uint32_t entity : named_[document]) {
      if (holders[entity].size() > common_) continue;
      for (const std::uint32_t other : holders[entity]) {
        if (other != document) shared[other] += 1.0;
      }
    }
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (const auto& [other, sum] : shared) {
      if (sum >= story_from) ranked.emplace_back(-sum, other);
    }
    std::sort(ranked.begin(), ranked.end());
    ranked.resize(std::min(ranked.size(), most));
    for (const auto& [sum, other] : ranked) out[document].push_back(other);
    std::sort(out[document].begin(), out[document].end());
  }
  return out;
}

}  // namespace dateline::merging
