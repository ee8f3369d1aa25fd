#include "extract/event/time_bounds.hpp"

#include <charconv>

namespace dateline {

TimeBounds::TimeBounds(const Resources& resources) {
  const Table& table = resources.table("en/event/time_prepositions");
  for (const Row& row : table.rows) {
    static const std::map<std::string_view, TimeBound> names = {
        {"from", TimeBound::from}, {"to", TimeBound::to},           {"end", TimeBound::end},
        {"pair", TimeBound::pair}, {"elapsed", TimeBound::elapsed}, {"ahead", TimeBound::ahead}};
    const auto bound = names.find(table.cell(row, "bound"));
    if (bound == names.end())
      fail(row, "bound must be from, to, end, pair, elapsed or ahead, not '" + table.cell(row, "bound") + "'");
    bounds_[row.cells.front()] = bound->second;
  }
}

std::optional<TimeBound> TimeBounds::find(std::string_view preposition) const {
  const auto found = bounds_.find(preposition);
  return found == bounds_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Length> length_of(std::string_view value) {
  if (!value.starts_with('P')) return std::nullopt;
  const bool of_day = value.starts_with("PT");
  value.remove_prefix(of_day ? 2 : 1);
  Length length;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length.count);
  if (error != std::errc() || end + 1 != value.data() + value.size() || length.count <= 0 || length.count > 9999)
    return std::nullopt;
  length.unit = *end;
  if (of_day) {
    if (length.unit != 'H' || length.count % 24 != 0) return std::nullopt;
    return Length{length.count / 24, 'D'};
  }
  if (length.unit == 'W') return Length{length.count * 7, 'D'};
  return length.unit == 'D' || length.unit == 'M' || length.unit == 'Y' ? std::optional(length) : std::nullopt;
}

std::string before(DayNumber day, const Length& length) {
  if (length.unit == 'D') return iso_day(day - length.count);
  CivilDay then = civil(day);
  if (length.unit == 'Y') then.year -= length.count;
  const int months = then.year * 12 + then.month - 1 - (length.unit == 'M' ? length.count : 0);
  const auto first = day_number(months / 12, months % 12 + 1, 1);
  if (!first || months < 0) return {};
  return iso_day(*first).substr(0, length.unit == 'Y' ? 4 : 7);
}

}  // namespace dateline
