#include "graph/merge/ids.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "dateline/base/hash.hpp"

namespace dateline::merging {
namespace {

std::string id_of(std::string_view prefix, std::size_t digits, const std::string& content) {
  return std::string(prefix) + sha256(content).substr(0, digits);
}

}  // namespace

std::vector<std::string> distinct_ids(std::string_view prefix, std::size_t digits,
                                      const std::vector<IdSource>& sources) {
  std::vector<std::size_t> order(sources.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(sources[a].content, sources[a].detail) < std::tie(sources[b].content, sources[b].detail);
  });
  std::vector<std::string> ids(sources.size());
  std::set<std::string> taken;
  for (const std::size_t i : order) {
    std::string id = id_of(prefix, digits, sources[i].content);
    for (int round = 0; !taken.insert(id).second; ++round) {
      id = id_of(prefix, digits, sources[i].content + "\n" + sources[i].detail + "\n" + std::to_string(round));
    }
    ids[i] = std::move(id);
  }
  return ids;
}

}  // namespace dateline::merging
