#include "graph/merge/other_happenings.hpp"

#include <algorithm>

namespace dateline::merging {

bool counts_others(const Telling& earlier, const Telling& later) {
  const bool points_back =
      later.known_people || later.reference == Telling::Reference::back || later.mention->told_again;
  return !earlier.headline && !points_back && numbers_differ(happening(earlier, 0), happening(later, 0));
}

bool any_counts_others(const Happening& left, const Happening& right, const std::vector<Telling>& tellings) {
  constexpr std::size_t most = 64;  // tellings of a side that are looked at
  if (left.counts.empty() || right.counts.empty()) return false;
  const std::size_t n = std::min(left.tellings.size(), most), m = std::min(right.tellings.size(), most);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < m; ++j) {
      const Telling &a = tellings[left.tellings[i]], &b = tellings[right.tellings[j]];
      if (a.document != b.document || a.sentence == b.sentence) continue;
      if (a.sentence < b.sentence ? counts_others(a, b) : counts_others(b, a)) return true;
    }
  }
  return false;
}

bool lies_elsewhere(const Telling& left, const Telling& right, const EntityTable& entities) {
  const std::vector<std::uint32_t>&a = left.cities, &b = right.cities;
  if (a.empty() || b.empty() || std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end()) return false;
  return std::none_of(left.who.begin(), left.who.end(), [&](const Participant& one) {
    const bool named = entities.profiles[one.entity].reach <= Reach::name;
    return named && entities.entities[one.entity].kind != EntityKind::country &&
           std::binary_search(right.who.begin(), right.who.end(), one);
  });
}

}  // namespace dateline::merging
