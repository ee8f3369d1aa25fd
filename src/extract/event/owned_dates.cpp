#include "extract/event/owned_dates.hpp"

namespace dateline {
namespace {

/// "2024-08" opened at one side; an interval stays as it is.
std::string opened(const std::string& edtf, std::optional<TimeBound> bound) {
  if (edtf.find('/') != edtf.npos) return edtf;
  if (bound == TimeBound::from) return edtf + "/..";
  return bound == TimeBound::to ? "../" + edtf : edtf;
}

std::uint32_t distance(TokenIndex a, TokenIndex b) { return a > b ? a - b : b - a; }

}  // namespace

std::optional<Dated> OwnedDates::read(const Placed& placed, Basis basis, std::string_view reason) const {
  const TimeMention& time = on_.extraction.times[placed.time];
  const auto bound = placed.taken_up ? std::nullopt : bounds_.find(on_.tree.preposition(placed.head));
  auto date = event_date(opened(time.edtf, bound), basis);
  if (!date) return std::nullopt;
  date->alternatives = time.alternatives;
  return Dated{*date, placed.time, reason};
}

/// "From 2004 to 2009", "between May and July", "on Monday and Tuesday".
bool OwnedDates::makes_span(const Placed& first, const Placed& last) const {
  if (first.taken_up || last.taken_up) return false;
  const auto opens = bounds_.find(on_.tree.preposition(first.head));
  const auto ends = bounds_.find(on_.tree.preposition(last.head));
  if (opens == TimeBound::from) return ends == TimeBound::end || ends == TimeBound::to;
  const bool together = on_.tree.is(last.head, "conj") && on_.tree.head(last.head) == first.head;
  if (opens == TimeBound::pair) return together;
  const DayInterval &one = on_.extraction.times[first.time].days, &next = on_.extraction.times[last.time].days;
  return together && one.last && next.first && *one.last + 1 == *next.first;
}

std::optional<Dated> OwnedDates::span(TokenIndex owner, Basis basis, std::string_view reason) const {
  for (const auto& [word, one] : places_.of(owner)) {
    for (const auto& [same_word, other] : places_.of(owner)) {
      if (one.head >= other.head || !makes_span(one, other)) continue;
      const std::string &from = on_.extraction.times[one.time].edtf, &to = on_.extraction.times[other.time].edtf;
      if (from.find('/') != from.npos || to.find('/') != to.npos) continue;
      const auto date = event_date(from + "/" + to, basis);
      if (date && date->days.first && date->days.last && *date->days.first <= *date->days.last)
        return Dated{*date, one.time, reason};
    }
  }
  return std::nullopt;
}

const Placed* OwnedDates::nearest(TokenIndex owner, TokenIndex near) const {
  const Placed* best = nullptr;
  for (const auto& [word, one] : places_.of(owner)) {
    const bool better = !best || (best->aside && !one.aside) ||
                        (best->aside == one.aside && distance(one.head, near) < distance(best->head, near));
    if (better) best = &one;
  }
  return best;
}

bool OwnedDates::is_clock(const Placed& placed) const {
  return on_.classes.holds("clock_rule", on_.extraction.times[placed.time].rule);
}

/// "At 7:37 p.m. (1137 UTC) on Wednesday", which the brackets keep apart: the hour of that day.
std::optional<Dated> OwnedDates::at_the_hour(TokenIndex owner, const Placed& best, Basis basis,
                                             std::string_view reason) const {
  for (const auto& [word, other] : places_.of(owner)) {
    if (other.aside || best.aside || is_clock(other) == is_clock(best)) continue;
    const Placed &clock = is_clock(best) ? best : other, &day = is_clock(best) ? other : best;
    const std::string &hour = on_.extraction.times[clock.time].edtf, &on_day = on_.extraction.times[day.time].edtf;
    const std::size_t starts = hour.find('T');
    constexpr std::size_t day_length = 10;
    if (starts == hour.npos || on_day.size() != day_length || bounds_.find(on_.tree.preposition(day.head)) ||
        bounds_.find(on_.tree.preposition(clock.head)))
      continue;
    if (const auto date = event_date(on_day + hour.substr(starts), basis)) return Dated{*date, day.time, reason};
  }
  return std::nullopt;
}

std::optional<Dated> OwnedDates::of(TokenIndex owner, TokenIndex near, Basis basis, std::string_view reason) const {
  if (auto found = span(owner, basis, reason)) return found;
  const Placed* best = nearest(owner, near);
  if (!best) return std::nullopt;
  if (auto found = at_the_hour(owner, *best, basis, reason)) return found;
  return read(*best, basis, reason);
}

}  // namespace dateline
