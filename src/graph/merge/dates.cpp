#include "graph/merge/dates.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace dateline::merging {
namespace {

constexpr std::int64_t open_length = std::numeric_limits<std::int64_t>::max();

std::int64_t width(const DayInterval& days) {
  return days.first && days.last ? std::int64_t{*days.last} - *days.first : open_length;
}

bool same_or_later(const std::optional<DayNumber>& left, const std::optional<DayNumber>& right) {
  return !right || (left && *left >= *right);
}

bool within(const DayInterval& inner, const DayInterval& outer) {
  const bool begins = same_or_later(inner.first, outer.first);
  const bool ends = !outer.last || (inner.last && *inner.last <= *outer.last);
  return begins && ends;
}

// Surer and more precise dates first; of equals those that more tellings give.
void rank(std::vector<EventDate>& dates) {
  const auto support = [&](const EventDate& date) {
    return std::count_if(dates.begin(), dates.end(),
                         [&](const EventDate& other) { return overlap(date.days, other.days); });
  };
  std::vector<std::tuple<std::int64_t, int, std::int64_t, int, std::string, std::size_t>> keys;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    keys.emplace_back(-support(dates[i]), static_cast<int>(dates[i].basis), width(dates[i].days),
                      static_cast<int>(dates[i].precision), dates[i].edtf, i);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<EventDate> ranked;
  for (const auto& key : keys) ranked.push_back(std::move(dates[std::get<5>(key)]));
  dates = std::move(ranked);
}

EventDate narrowed(const EventDate& date, const EventDate& other) {
  const auto basis = std::min(date.basis, other.basis);
  if (within(date.days, other.days) && (date.days != other.days || date.precision <= other.precision)) {
    EventDate out = date;
    out.basis = basis;
    return out;
  }
  if (within(other.days, date.days)) {
    EventDate out = other;
    out.basis = basis;
    return out;
  }
  const DayInterval days{
      same_or_later(date.days.first, other.days.first) ? date.days.first : other.days.first,
      !other.days.last || (date.days.last && *date.days.last <= *other.days.last) ? date.days.last : other.days.last};
  if (!days.first || !days.last) return date;
  const std::string from = iso_day(*days.first), to = iso_day(*days.last);
  return event_date(from == to ? from : from + "/" + to, Basis::inferred).value_or(date);
}

void add_alternative(EventDate& date, const std::string& edtf, const std::string& why) {
  const bool known = std::any_of(date.alternatives.begin(), date.alternatives.end(),
                                 [&](const DateAlternative& a) { return a.edtf == edtf; });
  if (!known && edtf != date.edtf) date.alternatives.push_back({edtf, why});
}

}  // namespace

bool overlap(const DayInterval& left, const DayInterval& right) {
  const bool left_ends_before = left.last && right.first && *left.last < *right.first;
  const bool right_ends_before = right.last && left.first && *right.last < *left.first;
  return !left_ends_before && !right_ends_before;
}

std::optional<EventDate> combined_date(std::vector<EventDate> dates, const std::string& disagrees) {
  if (dates.empty()) return std::nullopt;
  rank(dates);
  EventDate out = dates.front();
  std::vector<DateAlternative> given = std::move(out.alternatives);
  std::vector<std::string> apart;
  for (std::size_t i = 1; i < dates.size(); ++i) {
    given.insert(given.end(), dates[i].alternatives.begin(), dates[i].alternatives.end());
    if (overlap(out.days, dates[i].days)) {
      out = narrowed(out, dates[i]);
    } else {
      apart.push_back(dates[i].edtf);
    }
  }
  out.alternatives.clear();
  for (const std::string& edtf : apart) add_alternative(out, edtf, disagrees);
  for (const DateAlternative& alternative : given) add_alternative(out, alternative.edtf, alternative.why);
  std::sort(out.alternatives.begin(), out.alternatives.end(), [](const DateAlternative& a, const DateAlternative& b) {
    return std::tie(a.edtf, a.why) < std::tie(b.edtf, b.why);
  });
  return out;
}

}  // namespace dateline::merging
