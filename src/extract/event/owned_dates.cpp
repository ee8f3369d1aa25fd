#include "extract/event/owned_dates.hpp"

#include <utility>

namespace dateline {
namespace {

/// The ends of an interval; of anything else it is both.
std::pair<std::string, std::string> ends(const std::string& edtf) {
  const std::size_t middle = edtf.find('/');
  if (middle == edtf.npos) return {edtf, edtf};
  return {edtf.substr(0, middle), edtf.substr(middle + 1)};
}

/// "2024-08" opened at one side: "since early June" from its first day, "until late May" up to its last.
std::string opened(const std::string& edtf, std::optional<TimeBound> bound) {
  constexpr std::string_view open = "..";
  const auto [first, last] = ends(edtf);
  if (bound == TimeBound::from && first != open) return first + "/..";
  return bound == TimeBound::to && last != open ? "../" + last : edtf;
}

std::uint32_t distance(TokenIndex a, TokenIndex b) { return a > b ? a - b : b - a; }

}  // namespace

/// "As of Monday, the storm was moving north", "shut its schools as of Monday": then; but "as of Monday, nine had died": by then.
bool OwnedDates::is_of_state(const Placed& placed) const {
  const Tree& tree = on_.tree;
  const bool happened =
      tree.is_pluperfect(placed.owner) || tree.is_present_perfect(placed.owner) || is_count_so_far(placed.owner);
  return !happened && on_.classes.holds("state_preposition", tree.preposition(placed.head));
}

/// "Just after 7:30 a.m.", "shortly before noon": at that hour, as near as anybody tells.
bool OwnedDates::is_about_the_hour(const Placed& placed) const {
  const Span& tokens = on_.extraction.time_tokens[placed.time];
  const auto first = static_cast<TokenIndex>(tokens.begin);
  return first >= 2 && on_.extraction.times[placed.time].edtf.find('T') != std::string::npos &&
         on_.tree.upos(first - 2) == Upos::ADV && on_.classes.holds("nearly", on_.tree.lemma(first - 2));
}

/// "Shortly before midnight on Monday": still on Monday, and not at its first hour.
bool OwnedDates::is_before_midnight(const Placed& placed) const {
  constexpr std::string_view midnight = "T00:00";
  return on_.extraction.times[placed.time].edtf.ends_with(midnight) && !is_clock(placed) &&
         bounds_.find(on_.tree.preposition(placed.head)) == TimeBound::to;
}

/// "Was released on bail until June", "jailed until 2030": when what came of it ends, and no time of the deed.
bool OwnedDates::is_end_of_state(const Placed& placed) const {
  return !placed.taken_up && on_.tree.is_verb(placed.owner) &&
         on_.classes.holds("end_preposition", on_.tree.preposition(placed.head)) &&
         on_.classes.holds("puts_in_state", on_.tree.lemma(placed.owner));
}

/// "Recorded 90 aftershocks as of Friday night": so many up to then.
bool OwnedDates::is_count_so_far(TokenIndex owner) const {
  const auto what = on_.tree.child(owner, on_.tree.is_passive(owner) ? "nsubj:pass" : "obj");
  return what && on_.tree.is_simple_past(owner) && on_.tree.child(*what, "nummod");
}

std::optional<Dated> OwnedDates::read(const Placed& placed, Basis basis, std::string_view reason) const {
  const TimeMention& time = on_.extraction.times[placed.time];
  const bool at_itself = placed.taken_up || is_of_state(placed) || is_about_the_hour(placed);
  auto bound = at_itself ? std::nullopt : bounds_.find(on_.tree.preposition(placed.head));
  if (bound == TimeBound::end && on_.classes.holds("through_preposition", on_.tree.preposition(placed.head)))
    bound = TimeBound::to;  // "the fair runs through June 11"
  const bool of_day = is_before_midnight(placed);
  auto date = event_date(of_day ? time.edtf.substr(0, time.edtf.find('T')) : opened(time.edtf, bound), basis);
  if (!date) return std::nullopt;
  date->alternatives = time.alternatives;
  return Dated{*date, placed.time, reason};
}

std::optional<Dated> OwnedDates::time_before(TokenIndex clause, std::string_view reason) const {
  const TokenIndex begin = on_.tree.extent(clause).begin;
  for (const auto& [sentence, one] : places_.in_sentence(on_.tree.sentence(clause))) {
    const TokenIndex end = on_.extraction.time_tokens[one.time].end;
    const bool behind = end == begin || (end + 1 == begin && on_.tree.upos(end) == Upos::PUNCT);
    if (!behind) continue;
    if (const auto date = event_date(on_.extraction.times[one.time].edtf, Basis::inferred))
      return Dated{*date, one.time, reason};
  }
  return std::nullopt;
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

/// "From Friday to Monday", each read as the latest one: what is over began the week before, what goes on ends in the week to come.
void OwnedDates::put_in_order(TokenIndex owner, const Placed& first, const Placed& last, std::string& from,
                              std::string& to) const {
  const TimeMention &one = on_.extraction.times[first.time], &other = on_.extraction.times[last.time];
  const auto is_weekday = [&](const TimeMention& time) {
    return on_.classes.holds("weekday_rule", time.rule) && time.days.first && time.days.first == time.days.last;
  };
  constexpr DayNumber week = 7;
  if (!is_weekday(one) || !is_weekday(other) || *one.days.first <= *other.days.first ||
      *one.days.first - *other.days.first >= week)
    return;
  if (on_.tree.is_simple_past(owner))
    from = iso_day(*one.days.first - week);
  else
    to = iso_day(*other.days.first + week);
}

std::optional<Dated> OwnedDates::span(TokenIndex owner, Basis basis, std::string_view reason) const {
  for (const auto& [word, one] : places_.of(owner)) {
    for (const auto& [same_word, other] : places_.of(owner)) {
      if (one.head >= other.head || !makes_span(one, other)) continue;
      std::string from = ends(on_.extraction.times[one.time].edtf).first,
                  to = ends(on_.extraction.times[other.time].edtf).second;
      put_in_order(owner, one, other, from, to);
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
    if (is_end_of_state(one)) continue;
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
  if (is_clock(*best) &&
      bounds_.find(on_.tree.preposition(best->head))) {  // "early on Monday, some time after midnight"
    for (const auto& [word, day] : places_.of(owner)) {
      if (day.head < best->head && !is_clock(day) && !day.aside && !bounds_.find(on_.tree.preposition(day.head)))
        return read(day, basis, reason);
    }
  }
  return read(*best, basis, reason);
}

}  // namespace dateline
