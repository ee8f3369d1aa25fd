#include "graph/merge/other_happenings.hpp"

#include <algorithm>

#include "graph/merge/agreement.hpp"

namespace dateline::merging {

bool counts_others(const Telling& earlier, const Telling& later) {
  const bool points_back =
      later.known_people || later.reference == Telling::Reference::back || later.mention->told_again;
  return !earlier.headline && !points_back && numbers_differ(happening(earlier, 0), happening(later, 0));
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
