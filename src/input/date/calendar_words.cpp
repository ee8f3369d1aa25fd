#include "input/date/calendar_words.hpp"

#include <charconv>

#include "dateline/base/utf8.hpp"
#include "dateline/model/date.hpp"

namespace dateline::input {
namespace {

/// "+05:30" to minutes.
int minutes_east(const Row& row, const std::string& text) {
  int hours = 0, minutes = 0;
  const char* end = text.data() + text.size();
  const bool shaped = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':';
  if (!shaped || std::from_chars(text.data() + 1, end, hours).ptr != text.data() + 3 ||
      std::from_chars(text.data() + 4, end, minutes).ptr != end || hours > 14 || minutes > 59) {
    fail(row, "'" + text + "' is not an offset such as +05:30");
  }
  return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

Zone time_zone_of(const Table& table, const Row& row) {
  Zone zone;
  zone.minutes = zone.summer_minutes = minutes_east(row, table.cell(row, "offset"));
  const std::string& law = table.cell(row, "summer_law");
  if (law.empty()) return zone;
  if (law != "us" && law != "eu") fail(row, "'" + law + "' is not a law of summer time: us, eu or nothing");
  zone.summer = law == "us" ? Zone::Summer::us : Zone::Summer::eu;
  zone.summer_minutes = minutes_east(row, table.cell(row, "summer_offset"));
  return zone;
}

int value_of(const Table& table, const Row& row) {
  const std::string& text = table.cell(row, "value");
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) fail(row, "'" + text + "' is not a number");
  return value;
}

/// The n-th Sunday of a month; n = 0 is the last one.
int sunday(int year, int month, int n) {
  const DayNumber first = *day_number(year, month, 1);
  int day = 1 + (7 - iso_weekday(first)) + 7 * (n == 0 ? 0 : n - 1);
  if (n == 0) {
    while (day_number(year, month, day + 7)) day += 7;
  }
  return day;
}

}  // namespace

CalendarWords::CalendarWords(const Resources& resources) {
  const Table& words = resources.table("en/input/calendar");
  for (const Row& row : words.rows) {
    const std::string& role = words.cell(row, "role");
    for (const std::string& surface : words.list(row, "surfaces")) {
      const std::string word = utf8::lower(surface);
      if (role == "month") {
        months[word] = value_of(words, row);
      } else if (role == "weekday") {
        weekdays.insert(word);
      } else if (role == "meridiem") {
        meridiem[word] = value_of(words, row) == 12;
      } else if (role == "ordinal") {
        ordinals.insert(word);
      } else if (role == "filler") {
        fillers.insert(word);
      } else if (role == "company") {
        company.insert(word);
      } else if (role == "other") {
        others.insert(word);
      } else if (role == "published" || role == "updated") {
        cues[word] = role == "published" ? DateCue::published : DateCue::updated;
      } else {
        fail(row, "'" + role + "' is not a role of this table");
      }
    }
  }
  const Table& zone_table = resources.table("en/input/zones");
  for (const Row& row : zone_table.rows) {
    const Zone zone = time_zone_of(zone_table, row);
    for (const std::string& surface : zone_table.list(row, "surfaces")) zones[utf8::lower(surface)] = zone;
  }
}

int offset_minutes(const Zone& zone, int year, int month, int day, int hour) {
  if (zone.summer == Zone::Summer::none) return zone.minutes;
  const bool us = zone.summer == Zone::Summer::us;
  const int first_month = 3, last_month = us ? 11 : 10;
  const int first_day = sunday(year, first_month, us ? 2 : 0), last_day = sunday(year, last_month, us ? 1 : 0);
  const auto moment = [](int m, int d, int h) { return (m * 100 + d) * 100 + h; };
  const int now = moment(month, day, hour);
  const bool summer = now >= moment(first_month, first_day, 2) && now < moment(last_month, last_day, 2);
  return summer ? zone.summer_minutes : zone.minutes;
}

}  // namespace dateline::input
