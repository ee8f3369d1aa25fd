#include "graph/merge/headlines.hpp"

#include <algorithm>

namespace dateline::merging {
namespace {

constexpr double headline_words = 0.25;  // shared words of a title and the lead that tells its news

}  // namespace

bool Headlines::in_lead(const Telling& telling) const {
  return !telling.headline && telling.sentence <= lead_sentences;
}

// "The governor of Loria" may be whom "Loria" stands for, and "a diplomat" anybody; Norway's ministry may be Norway.
bool Headlines::may_be(std::uint32_t left, std::uint32_t right) const {
  if (open_.likeness(left, right) > 0) return true;
  const Profile &a = entities_.profiles[left], &b = entities_.profiles[right];
  const auto is_phrase = [](const Profile& profile) {
    return profile.reach == Reach::local || profile.reach == Reach::phrase || profile.vague;
  };
  if (is_phrase(a) || is_phrase(b)) return true;
  return std::find_first_of(a.marks.begin(), a.marks.end(), b.marks.begin(), b.marks.end()) != a.marks.end();
}

bool Headlines::names_agree(const Telling& title, const Telling& lead) const {
  return std::all_of(title.who.begin(), title.who.end(), [&](const Participant& named) {
    bool taken = false, same = false;
    for (const Participant& other : lead.who) {
      if (other.role != named.role) continue;
      taken = true;
      same = same || may_be(named.entity, other.entity);
    }
    return !taken || same;
  });
}

bool Headlines::may_tell(std::uint32_t title, std::uint32_t lead, const Happening& told_in_title,
                         const Happening& told_in_lead) const {
  const Telling &a = tellings_[title], &b = tellings_[lead];
  if (!is_fact(*a.mention) || !is_fact(*b.mention) || !a.apart.empty() || !b.apart.empty()) return false;
  if (rules_.identity(a.mention->type).telling == Identity::Telling::several) return false;
  // "Bill fails in senate", "the draft was voted down"; "fire injures dozens", "it killed nine"
  const bool same_kind = a.mention->type == b.mention->type && !a.mention->mode.empty() && !b.mention->mode.empty();
  if (!same_kind && !same_word(a, b) && common_words(a, b) < headline_words) return false;
  return !comparer_.tells_otherwise(told_in_title, told_in_lead) && names_agree(a, b);
}

}  // namespace dateline::merging
