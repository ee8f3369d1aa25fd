#include "extract/time/holidays.hpp"

#include <charconv>
#include <map>

#include "dateline/base/text.hpp"
#include "extract/time/calendars.hpp"

namespace dateline::time {
namespace {

int number(const Row& row, std::string_view text) {
  int value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    fail(row, "\"" + std::string(text) + "\" must be a whole number");
  return value;
}

/// "11-04" into month and day.
void read_month_day(const Row& row, std::string_view text, HolidayRule& rule) {
  if (text.size() != 5 || text[2] != '-') fail(row, "\"" + std::string(text) + "\" must be MM-DD");
  rule.month = number(row, text.substr(0, 2));
  rule.day = number(row, text.substr(3));
  if (!day_number(2000, rule.month, rule.day)) fail(row, "there is no such day: " + std::string(text));
}

/// "11-04", "western+1", "eastern-2", "nth 4 4 11" (fourth Thursday of November), "from 2 11-02" (first Tuesday from 2
/// November on), "hebrew 7 10", "islamic 10 1 2024:04-10" (of the table, but for the years listed), "listed 2024:02-10 2025:01-29".
HolidayRule read_rule(const Row& row, std::string_view text) {
  HolidayRule rule;
  const std::vector<std::string_view> parts = split(text, ' ');
  if (text.starts_with("western") || text.starts_with("eastern")) {
    rule.kind = text.starts_with("western") ? HolidayRule::Kind::western_easter : HolidayRule::Kind::eastern_easter;
    rule.offset = text.size() > 7 ? number(row, text.substr(7)) : 0;
  } else if (parts[0] == "nth" && parts.size() == 4) {
    rule.kind = HolidayRule::Kind::nth_weekday;
    rule.nth = number(row, parts[1]);
    rule.weekday = number(row, parts[2]);
    rule.month = number(row, parts[3]);
  } else if (parts[0] == "from" && parts.size() == 3) {
    rule.kind = HolidayRule::Kind::weekday_from;
    rule.weekday = number(row, parts[1]);
    read_month_day(row, parts[2], rule);
  } else if (parts[0] == "hebrew" && parts.size() == 3) {
    rule.kind = HolidayRule::Kind::hebrew;
    rule.month = number(row, parts[1]);
    rule.day = number(row, parts[2]);
    if (rule.month < 0 || rule.month > 12 || rule.day < 1 || rule.day > 30)
      fail(row, "hebrew MONTH DAY, Nisan is 1, 0 the last month");
  } else if (parts[0] == "listed" || (parts[0] == "islamic" && parts.size() >= 3)) {
    const bool islamic = parts[0] == "islamic";
    rule.kind = islamic ? HolidayRule::Kind::islamic : HolidayRule::Kind::listed;
    if (islamic) {
      rule.month = number(row, parts[1]);
      rule.day = number(row, parts[2]);
      if (rule.month < 1 || rule.month > 12 || rule.day < 1 || rule.day > 30)
        fail(row, "islamic MONTH DAY [YYYY:MM-DD ...]");
    }
    for (std::size_t i = islamic ? 3 : 1; i < parts.size(); ++i) {
      const std::optional<EdtfDate> day = parse_edtf(std::string(parts[i].substr(0, 4)) + "-" +
                                                     std::string(parts[i].size() > 5 ? parts[i].substr(5) : ""));
      if (!day || day->precision != Precision::day) fail(row, "\"" + std::string(parts[i]) + "\" must be YYYY:MM-DD");
      rule.listed.emplace_back(civil(*day->days.first).year, *day->days.first);
    }
  } else {
    read_month_day(row, text, rule);
  }
  if ((rule.kind == HolidayRule::Kind::nth_weekday || rule.kind == HolidayRule::Kind::weekday_from) &&
      (rule.weekday < 1 || rule.weekday > 7 || rule.month < 1 || rule.month > 12)) {
    fail(row, "weekdays are 1 (Monday) to 7, months 1 to 12");
  }
  return rule;
}

}  // namespace

std::optional<DayNumber> holiday_in(const HolidayRule& rule, int year) {
  using Kind = HolidayRule::Kind;
  const auto from = [&](DayNumber day) { return day + (rule.weekday - iso_weekday(day) + 7) % 7; };
  switch (rule.kind) {
    case Kind::fixed:
      return day_number(year, rule.month, rule.day);
    case Kind::western_easter:
      return western_easter(year) + rule.offset;
    case Kind::eastern_easter:
      return eastern_easter(year) + rule.offset;
    case Kind::weekday_from:
      return from(*day_number(year, rule.month, rule.day));
    case Kind::nth_weekday: {
      if (rule.nth > 0) return from(*day_number(year, rule.month, 1)) + 7 * (rule.nth - 1);
      const DayNumber end = rule.month == 12 ? *day_number(year + 1, 1, 1) : *day_number(year, rule.month + 1, 1);
      return from(end - 7);
    }
    case Kind::hebrew: {
      const std::vector<DayNumber> days = hebrew_days_in(year, rule.month, rule.day);
      return days.empty() ? std::nullopt : std::optional(days.front());
    }
    case Kind::listed:
    case Kind::islamic: {
      for (const auto& [listed, day] : rule.listed) {
        if (listed == year) return day;
      }
      if (rule.kind == Kind::listed) return std::nullopt;
      const std::vector<DayNumber> days = islamic_days_in(year, rule.month, rule.day);
      return days.empty() ? std::nullopt : std::optional(days.front());
    }
  }
  return std::nullopt;
}

Holidays::Holidays(const Resources& resources, Lexicon& lexicon) {
  const Table& table = resources.table("en/time/holidays");
  std::map<std::string, std::size_t> numbers;
  for (const Row& row : table.rows) {
    Holiday holiday{table.cell(row, "id"), read_rule(row, table.cell(row, "day")), {}};
    for (const std::string& word : table.list(row, "near")) holiday.near.push_back(folded(word));
    const std::vector<std::string> forms = table.list(row, "forms");
    if (forms.empty()) fail(row, "a holiday needs a name");
    for (const std::string& form : forms) {
      const auto [found, added] = numbers.emplace(folded(form), by_name_.size());
      if (added) {
        by_name_.emplace_back();
        const auto name = static_cast<double>(found->second);
        lexicon.add(form, lexicon.cls("holiday"), name, false, true);
        lexicon.add(form, lexicon.cls("holiday"), name, true, false);
      }
      by_name_[found->second].push_back(holiday);
    }
  }
}

}  // namespace dateline::time
