#include "graph/merge/parts.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "graph/merge/agreement.hpp"
#include "graph/merge/lists.hpp"

namespace dateline::merging {
namespace {

using Counts = std::vector<std::pair<std::string, double>>;

void add_counts(const EventMention& mention, Counts& counts) {
  for (const Amount& amount : mention.amounts) {
    if (amount.value) counts.emplace_back(amount.role, *amount.value);
  }
}

bool share(const Counts& left, const Counts& right) {
  return std::find_first_of(left.begin(), left.end(), right.begin(), right.end()) != left.end();
}

template <class Value>
bool share_sorted(const std::vector<Value>& left, const std::vector<Value>& right) {
  for (auto a = left.begin(), b = right.begin(); a != left.end() && b != right.end();) {
    if (*a == *b) return true;
    *a < *b ? ++a : ++b;
  }
  return false;
}

/// The telling of each mention, by document and index in its findings.
std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> by_place(const std::vector<Telling>& tellings) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> found;
  for (std::uint32_t i = 0; i < tellings.size(); ++i) found[{tellings[i].document, tellings[i].index}] = i;
  return found;
}

void keep_apart(std::vector<Telling>& tellings, std::uint32_t part, std::uint32_t whole) {
  tellings[part].number.is_part = tellings[whole].number.is_whole = true;
  tellings[part].number.apart.push_back(whole);
  tellings[whole].number.apart.push_back(part);
  add_counts(*tellings[whole].mention, tellings[part].number.others);
  add_counts(*tellings[part].mention, tellings[whole].number.others);
}

/// Whether somebody else says a number that this side tells as that of its whole or of a part, and not as its own.
bool takes_for_other(const Happening& left, const Happening& right) {
  return !share(left.counts, right.counts) && share(left.number.others, right.counts);
}

bool leads_to(const std::vector<Event>& events, std::uint32_t from, std::uint32_t to) {
  std::optional<std::uint32_t> at = from;
  for (std::size_t steps = 0; at && steps <= events.size(); ++steps, at = events[*at].part_of) {
    if (*at == to) return true;
  }
  return at.has_value();
}

}  // namespace

void tell_parts_apart(std::vector<Telling>& tellings) {
  const auto places = by_place(tellings);
  std::map<std::uint32_t, std::vector<std::uint32_t>> parts_of;
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    const auto& whole = tellings[i].mention->part_of;
    const auto found = whole ? places.find({tellings[i].document, *whole}) : places.end();
    if (found == places.end() || found->second == i) continue;
    keep_apart(tellings, i, found->second);
    parts_of[found->second].push_back(i);
  }
  for (const auto& [whole, parts] : parts_of) {
    for (const std::uint32_t one : parts) {
      for (const std::uint32_t other : parts) {
        if (one != other) tellings[one].number.apart.push_back(other);  // "40 in Lyon and 25 in Nice"
      }
    }
  }
  for (Telling& telling : tellings) {
    sort_unique(telling.number.apart);
    sort_unique(telling.number.others);
  }
}

// A part is never its whole, whoever tells of them: not by a text that links the two, nor by their numbers. Of two parts, and of a part and what
// gives another number, nothing is known to be the same but what lies in the same place.
bool Comparer::parts_clash(const Happening& left, const Happening& right) const {
  const PartOfNumber &a = left.number, &b = right.number;
  if (!a.is_part && !a.is_whole && !b.is_part && !b.is_whole) return false;
  if (share_sorted(a.apart, right.tellings) || share_sorted(b.apart, left.tellings)) return true;
  const bool same_count = share(left.counts, right.counts);
  if (!same_count && ((a.is_part && b.is_whole) || (a.is_whole && b.is_part))) return true;
  if (takes_for_other(left, right) || takes_for_other(right, left)) return true;
  if (same_count || (!a.is_part && !b.is_part)) return false;
  const bool placed = !left.places.empty() && !right.places.empty();
  const bool both_counted = !left.counts.empty() && !right.counts.empty();
  return (placed || both_counted) && !share_sorted(left.places, right.places);
}

void link_parts(std::vector<Event>& events, const std::vector<std::uint32_t>& event_of,
                const std::vector<Telling>& tellings) {
  const auto places = by_place(tellings);
  std::map<std::uint32_t, std::map<std::uint32_t, int>> told;
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    const auto& whole = tellings[i].mention->part_of;
    const auto found = whole ? places.find({tellings[i].document, *whole}) : places.end();
    if (found != places.end() && event_of[found->second] != event_of[i]) ++told[event_of[i]][event_of[found->second]];
  }
  for (const auto& [part, wholes] : told) {
    const auto most = std::max_element(wholes.begin(), wholes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (!leads_to(events, most->first, part)) events[part].part_of = most->first;
  }
}

}  // namespace dateline::merging
