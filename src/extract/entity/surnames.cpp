#include "extract/entity/surnames.hpp"

#include <algorithm>

namespace dateline::entity {
namespace {

/// How many sentences back a surname that two people share looks for the one just named.
constexpr std::uint32_t surname_reach = 2;
/// No name looks farther back than this: long lists of names stay cheap.
constexpr std::size_t farthest_name = 400;
/// Headline and lead: whom a text is about is named there.
constexpr std::uint32_t lead_sentences = 1;
/// Who went by the surname alone so often bears it for the whole text.
constexpr std::size_t bearing_mentions = 3;

using Members = std::vector<std::uint32_t>;

void add_once(Members& list, std::uint32_t member) {
  if (std::find(list.begin(), list.end(), member) == list.end()) list.push_back(member);
}

std::size_t first_looked_at(std::size_t i) { return i > farthest_name ? i - farthest_name : 0; }

/// "Ruiz" of a text on the mayor, whose wife Ana Ruiz is named in full: the only one who went by the surname alone, and that again and again.
std::optional<std::uint32_t> bearer(const NamesSoFar& so_far, std::size_t i, const Members& candidates,
                                    std::size_t fewest = bearing_mentions) {
  Members alone;
  std::size_t times = 0;
  for (std::size_t k = first_looked_at(i); k < i; ++k) {
    if (so_far.words[k].size() != 1 ||
        std::find(candidates.begin(), candidates.end(), so_far.member_of[k]) == candidates.end())
      continue;
    add_once(alone, so_far.member_of[k]);
    ++times;
  }
  if (alone.size() == 1 && times >= fewest) return alone.front();
  return std::nullopt;
}

/// The only one named lately as a subject, or at all; far from all, whom the text is about: who was named first, in headline or lead.
std::optional<std::uint32_t> just_named(const NamesSoFar& so_far, std::size_t i, const Members& candidates,
                                        bool only_lately = false) {
  const Page& page = so_far.page;
  const auto sentence = [&](std::size_t k) { return page.words[so_far.names[k].tokens.begin].sentence; };
  const std::uint32_t here = sentence(i);
  Members before, lately, subjects, leading;
  std::uint32_t first = 0;
  for (std::size_t k = first_looked_at(i); k < i; ++k) {
    const std::uint32_t member = so_far.member_of[k];
    if (so_far.words[k].size() < 2 || std::find(candidates.begin(), candidates.end(), member) == candidates.end())
      continue;
    const std::uint32_t there = sentence(k);
    add_once(before, member);
    if (there <= lead_sentences && (leading.empty() || there == first)) add_once(leading, member), first = there;
    if (there + surname_reach < here) continue;
    add_once(lately, member);
    if (!page.parsed || is_relation(page.relation(page.head_of(so_far.names[k].tokens)), "nsubj"))
      add_once(subjects, member);
  }
  if (subjects.size() == 1) return subjects.front();
  if (!subjects.empty()) return std::nullopt;
  if (only_lately) return lately.size() == 1 ? std::optional(lately.front()) : std::nullopt;
  if (before.size() == 1) return before.front();
  if (leading.size() == 1) return leading.front();
  if (lately.size() == 1) return lately.front();
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> person_meant(const NamesSoFar& so_far, std::size_t i,
                                          const std::vector<std::uint32_t>& candidates) {
  const auto bears = bearer(so_far, i, candidates);
  return bears ? bears : just_named(so_far, i, candidates);
}

std::optional<std::uint32_t> given_name_of(const NamesSoFar& so_far, std::size_t i, const Members& candidates,
                                           const std::function<bool(std::uint32_t)>& first) {
  if (candidates.size() == 1) {
    const std::uint32_t only = candidates.front();
    const std::size_t from = first_looked_at(i);
    for (std::size_t k = from; k < i; ++k) {
      if (so_far.member_of[k] == only) return only;
    }
    return first(only) ? std::optional(only) : std::nullopt;
  }
  if (candidates.empty()) return std::nullopt;
  const auto lately = just_named(so_far, i, candidates, true);
  return lately ? lately : bearer(so_far, i, candidates, 1);
}

}  // namespace dateline::entity
