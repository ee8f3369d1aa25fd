// What a noun says of what it names: a fire is no earthquake, and a man no woman.
#include <algorithm>
#include <map>

#include "graph/merge/agreement.hpp"

namespace dateline::merging {
namespace {

using ByRole = std::map<std::string, std::vector<std::uint32_t>>;

ByRole by_role(const Happening& happening) {
  ByRole out;
  for (const Participant& participant : happening.who) out[participant.role].push_back(participant.entity);
  return out;
}

}  // namespace

// None of the one side can be any of the other: by their heads, where these say of what kind the happening is, or by their sex.
bool Comparer::are_unlike(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right,
                          bool kind) const {
  return std::all_of(left.begin(), left.end(), [&](std::uint32_t a) {
    return std::all_of(right.begin(), right.end(), [&](std::uint32_t b) {
      const Profile &p = entities_.profiles[a], &q = entities_.profiles[b];
      if (a == b || p.reach != Reach::local || q.reach != Reach::local) return false;
      if (p.sex != Profile::Sex::unknown && q.sex != Profile::Sex::unknown && p.sex != q.sex) return true;
      return kind && !p.heads.empty() && !q.heads.empty() &&
             std::find_first_of(p.heads.begin(), p.heads.end(), q.heads.begin(), q.heads.end()) == p.heads.end();
    });
  });
}

bool Comparer::kinds_clash(const Happening& left, const Happening& right) const {
  const auto& kinds = rules_.identity(left.type_id).kind;
  const ByRole a = by_role(left), b = by_role(right);
  return std::any_of(a.begin(), a.end(), [&](const auto& role) {
    const auto other = b.find(role.first);
    return other != b.end() && are_unlike(role.second, other->second, kinds.contains(role.first));
  });
}

}  // namespace dateline::merging
