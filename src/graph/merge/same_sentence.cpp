#include "graph/merge/same_sentence.hpp"

#include <algorithm>

namespace dateline::merging {
namespace {

bool amounts_agree(const EventMention& a, const EventMention& b) {
  return a.amounts.empty() || b.amounts.empty() || a.amounts == b.amounts;
}

// "Shut and seized the port on Friday"; but "declared an emergency on Friday, shut the schools on Sunday".
bool modes_agree(const EventMention& a, const EventMention& b) {
  return a.mode == b.mode || ((a.mode.empty() || b.mode.empty()) && a.date && b.date && a.date->days == b.date->days);
}

}  // namespace

bool same_sentence(const Telling& a, const Telling& b) {
  return a.document == b.document && a.mention->sentence == b.mention->sentence;
}

bool one_names_all(const Telling& a, const Telling& b) {
  const auto names = [](const Telling& telling, std::uint32_t entity) {
    return std::find(telling.told.begin(), telling.told.end(), entity) != telling.told.end();
  };
  const Telling &few = a.told.size() <= b.told.size() ? a : b, &many = a.told.size() <= b.told.size() ? b : a;
  if (few.told.size() > 1 && few.told.size() != many.told.size()) return false;
  return std::all_of(few.told.begin(), few.told.end(), [&](std::uint32_t entity) { return names(many, entity); });
}

bool told_twice(const Telling& a, const Telling& b, const EventRules& rules) {
  const EventMention &one = *a.mention, &other = *b.mention;
  return one.type == other.type && same_sentence(a, b) && one_names_all(a, b) && !a.told.empty() && !b.told.empty() &&
         one.status == other.status && modes_agree(one, other) && amounts_agree(one, other) &&
         rules.identity(one.type).telling == Identity::Telling::once;
}

}  // namespace dateline::merging
