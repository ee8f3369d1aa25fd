#include "extract/time/content_anchor.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace dateline::time {
namespace {

DayNumber latest_before(DayNumber day, int weekday) {
  const int back = (iso_weekday(day) - weekday + 7) % 7;
  return day - (back == 0 ? 7 : back);
}

/// The plain weekday said most often before `bound` and in its week; of equals the earlier day.
std::optional<DayNumber> plain_day_before(const std::vector<WeekdaySaid>& weekdays, DayNumber bound) {
  std::map<DayNumber, int> said;
  const DayNumber monday = bound - iso_weekday(bound) + 1;
  for (const WeekdaySaid& one : weekdays) {
    if (!one.last && one.day >= monday && one.day < bound) ++said[one.day];
  }
  const auto most =
      std::max_element(said.begin(), said.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == said.end() ? std::nullopt : std::optional(most->first);
}

bool agrees(const std::vector<LengthSaid>& lengths, std::uint32_t sentence, DayNumber anchor, DayNumber literal_anchor,
            DayNumber literal, DayNumber moved) {
  return std::any_of(lengths.begin(), lengths.end(), [&](const LengthSaid& length) {
    return length.sentence == sentence &&
           std::abs(anchor - moved - length.days) < std::abs(literal_anchor - literal - length.days);
  });
}

}  // namespace

std::optional<DayNumber> day_written(const std::vector<NamedDay>& days, DayNumber published) {
  constexpr DayNumber longest_ago = 550;
  if (days.empty()) return std::nullopt;
  const DayNumber back = days.front().counted - days.front().named;
  const bool agree =
      std::all_of(days.begin(), days.end(), [&](const NamedDay& one) { return one.counted - one.named == back; });
  if (!agree || back <= 0 || back > longest_ago) return std::nullopt;
  return published - back;
}

std::vector<Moved> content_anchor(const std::vector<WeekdaySaid>& weekdays, const std::vector<LengthSaid>& lengths,
                                  DayNumber published) {
  std::vector<Moved> moved;
  const DayNumber monday = published - iso_weekday(published) + 1;
  for (std::size_t i = 0; i < weekdays.size(); ++i) {
    const WeekdaySaid& one = weekdays[i];
    if (!one.last || one.day < monday || one.day > published) continue;
    const std::optional<DayNumber> written = plain_day_before(weekdays, one.day);
    if (!written) continue;
    const DayNumber day = latest_before(*written, iso_weekday(one.day));
    moved.push_back({i, *written, day, agrees(lengths, one.sentence, *written, published, one.day, day)});
  }
  return moved;
}

}  // namespace dateline::time
