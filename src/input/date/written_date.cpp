#include "input/date/written_date.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "dateline/base/text.hpp"
#include "dateline/model/date.hpp"
#include "input/date/tokens.hpp"

namespace dateline::input {
namespace {

using Kind = DateToken::Kind;
constexpr std::size_t longest_dated = 2000;

bool is_dash(const DateToken& token) {
  return token.is('-') || token.is(0x2013) || token.is(0x2014) || token.is(0x2011);
}
bool is_year(const DateToken& token) { return token.number(4) && token.value >= 1500 && token.value < 2200; }
bool is_day(const DateToken& token) { return token.number(1, 2) && token.value >= 1 && token.value <= 31; }

/// Reads the tokens of one line; every `take` moves on only when it succeeds.
class LineReader {
 public:
  LineReader(std::string_view line, const CalendarWords& words) : words_(words), tokens_(date_tokens(line)) {}

  std::vector<WrittenDate> all() {
    std::vector<WrittenDate> found;
    while (at_ + 1 < tokens_.size()) {
      const std::size_t first = at_;
      if (std::optional<WrittenDate> date = take()) {
        date->bytes = {tokens_[first].bytes.begin, tokens_[at_ - 1].bytes.end};
        found.push_back(*date);
      } else {
        at_ = first + 1;
      }
    }
    return found;
  }

 private:
  const DateToken& token(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
  /// A number or word that stands apart from the number, word or currency mark before it.
  bool starts_freely() const {
    if (at_ == 0 || token().after_space) return true;
    const DateToken& before = tokens_[at_ - 1];
    return before.kind == Kind::mark && !before.is('$') && !before.is(0x20AC) && !before.is(0xA3) && !before.is('#') &&
           !before.is('.') && !before.is('\'');
  }

  std::optional<WrittenDate> take() {
    if (!starts_freely()) return std::nullopt;
    skip_weekday();
    if (std::optional<WrittenDate> date = take_calendar()) {
      const std::size_t after_calendar = at_;
      skip_separators();
      date->clock = take_clock();
      if (!date->clock) at_ = after_calendar;
      return date;
    }
    std::optional<Clock> clock = take_clock();
    if (!clock) return std::nullopt;
    const std::size_t after_clock = at_;
    skip_separators();
    skip_weekday();
    std::optional<WrittenDate> date = take_calendar();
    if (!date) {
      at_ = after_clock;
      date = WrittenDate{};
    }
    date->clock = clock;
    return date;
  }

  void skip_weekday() {
    if (token().kind != Kind::word || !words_.weekdays.contains(token().lower)) return;
    ++at_;
    while (token().is(',') || token().is('.') || token().is('|') || is_dash(token())) ++at_;
  }

  void skip_separators() {
    for (int steps = 0; steps < 4; ++steps) {
      const DateToken& t = token();
      const bool mark = t.is(',') || t.is('/') || t.is('|') || t.is('.') || t.is(';') || t.is('(') || t.is(0xB7) ||
                        t.is(0x2022) || t.is('@') || is_dash(t);
      if (!mark && !(t.kind == Kind::word && (words_.fillers.contains(t.lower) || t.lower == "t"))) return;
      ++at_;
    }
  }

  std::optional<WrittenDate> take_calendar() {
    for (const auto take_form : {&LineReader::take_iso, &LineReader::take_month_first, &LineReader::take_day_first,
                                 &LineReader::take_numbers, &LineReader::take_compact}) {
      const std::size_t first = at_;
      const std::optional<WrittenDate> date = (this->*take_form)();
      const bool real = date && (date->day == 0 || date->year == 0 || day_number(date->year, date->month, date->day));
      if (real) return date;
      at_ = first;
    }
    return std::nullopt;
  }

  /// 2024-11-09, 2024/11/09, 2024.11.09
  std::optional<WrittenDate> take_iso() {
    const DateToken mark = token(1);
    if (!is_year(token()) || !(is_dash(mark) || mark.is('/') || mark.is('.')) || !token(2).number(1, 2))
      return std::nullopt;
    if (!token(3).is(mark.mark) || !is_day(token(4)) || token(2).value < 1 || token(2).value > 12) return std::nullopt;
    const WrittenDate date{token().value, token(2).value, token(4).value, {}, {}, false};
    at_ += 5;
    return date;
  }

  /// 20241109T1624Z, 20241109T162400Z: only with the clock behind it, for eight digits alone are any number.
  std::optional<WrittenDate> take_compact() {
    if (!token().number(8) || token(1).lower != "t" || !(token(2).number(4) || token(2).number(6))) return std::nullopt;
    const int value = token().value;
    const WrittenDate date{value / 10000, value / 100 % 100, value % 100, {}, {}, false};
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.year < 1500) return std::nullopt;
    at_ += 1;
    return date;
  }

  /// November 9, 2024; Nov. 9th 2024; November 2024; Nov 9
  std::optional<WrittenDate> take_month_first() {
    WrittenDate date;
    if (!take_month(date)) return std::nullopt;
    if (is_year(token())) {
      date.year = token().value;
      ++at_;
      return date;
    }
    if (token().is(',') && is_year(token(1))) {
      date.year = token(1).value;
      at_ += 2;
      return date;
    }
    if (!is_day(token())) return std::nullopt;
    date.day = token().value;
    ++at_;
    skip_ordinal();
    take_year(date);
    return date;
  }

  /// 9 November 2024; 9th of November, 2024; 05-Nov-2024; 4 Nov
  std::optional<WrittenDate> take_day_first() {
    WrittenDate date;
    if (!is_day(token())) return std::nullopt;
    date.day = token().value;
    ++at_;
    skip_ordinal();
    while (token().is('.') || is_dash(token()) ||
           (token().kind == Kind::word && words_.fillers.contains(token().lower)))
      ++at_;
    if (!take_month(date)) return std::nullopt;
    take_year(date);
    return date;
  }

  /// 09.11.2024 (day first), 31/10/2024, 10/31/2024, and 05/11/2024, which may be read both ways.
  std::optional<WrittenDate> take_numbers() {
    const DateToken mark = token(1);
    if (!token().number(1, 2) || !(mark.is('/') || mark.is('.') || mark.is('-')) || !token(2).number(1, 2))
      return std::nullopt;
    if (!token(3).is(mark.mark) || !is_year(token(4))) return std::nullopt;
    const int first = token().value, second = token(2).value;
    WrittenDate date{token(4).value, second, first, {}, {}, false};
    if (second > 12) std::swap(date.month, date.day);
    date.ambiguous = !mark.is('.') && first != second && first <= 12 && second <= 12;
    if (date.month < 1 || date.month > 12 || date.day < 1) return std::nullopt;
    at_ += 5;
    return date;
  }

  bool take_month(WrittenDate& date) {
    if (token().kind != Kind::word) return false;
    const auto found = words_.months.find(token().lower);
    if (found == words_.months.end()) return false;
    date.month = found->second;
    ++at_;
    while (token().is('.') || (is_dash(token()) && !token().after_space)) ++at_;
    return true;
  }

  void skip_ordinal() {
    if (token().kind == Kind::word && !token().after_space && words_.ordinals.contains(token().lower)) ++at_;
  }

  void take_year(WrittenDate& date) {
    std::size_t ahead = 0;
    while (token(ahead).is(',') || token(ahead).is('.') || (is_dash(token(ahead)) && !token(ahead).after_space))
      ++ahead;
    if (!is_year(token(ahead))) return;
    date.year = token(ahead).value;
    at_ += ahead + 1;
  }

  /// 16:24 GMT; 4:24 p.m. EST; 4 pm; 1624 GMT; 16:24:05Z; 16h24
  std::optional<Clock> take_clock() {
    const std::size_t first = at_;
    if (std::optional<Clock> clock = take_hours()) {
      const std::size_t after_hours = at_;
      if (token().is('(') || token().is(',')) ++at_;
      clock->zone = take_zone();
      if (!clock->zone) at_ = after_hours;
      if (clock->zone && token().is(')')) ++at_;
      if (clock->hour < 24 && clock->minute < 60) return clock;
    }
    at_ = first;
    return std::nullopt;
  }

  std::optional<Clock> take_hours() {
    const DateToken hours = token();
    if ((hours.number(4) || hours.number(6)) && (at_ == 0 || hours.value >= 0)) return take_run_together();
    if (!hours.number(1, 2)) return std::nullopt;
    Clock clock{hours.value, 0, {}};
    const bool separated = token(1).is(':') || token(1).is('.') || token(1).lower == "h";
    bool certain = false;
    ++at_;
    if (separated && token(1).number(2)) {
      clock.minute = token(1).value;
      certain = token().is(':') || token().lower == "h";
      at_ += 2;
      if (token().is(':') && token(1).number(2)) at_ += 2;
      if (token().is('.') && token(1).kind == Kind::number && !token(1).after_space) at_ += 2;
    }
    if (take_meridiem(clock)) return clock;
    if (!certain && clock.minute > 0) certain = zone_follows();  // "17.15 CET"
    return certain ? std::optional(clock) : std::nullopt;
  }

  /// 1624 GMT or 162405Z: only with a zone behind it.
  std::optional<Clock> take_run_together() {
    const int value = token().number(6) ? token().value / 100 : token().value;
    const Clock clock{value / 100, value % 100, {}};
    ++at_;
    return zone_follows() ? std::optional(clock) : std::nullopt;
  }

  bool zone_follows() {
    const std::size_t here = at_;
    const bool follows = take_zone().has_value();
    at_ = here;
    return follows;
  }

  bool take_meridiem(Clock& clock) {
    if (token().kind != Kind::word) return false;
    std::string word = token().lower;
    std::size_t length = 1;
    if (word.size() == 1 && token(1).is('.') && token(2).kind == Kind::word && token(2).lower.size() == 1) {
      word += token(2).lower;
      length = token(3).is('.') ? 4 : 3;
    }
    const auto found = words_.meridiem.find(word);
    if (found == words_.meridiem.end() || clock.hour > 12) return false;
    clock.hour = clock.hour % 12 + (found->second ? 12 : 0);
    at_ += length;
    return true;
  }

  std::optional<Zone> take_zone() {
    std::optional<Zone> zone;
    if (token().kind == Kind::word) zone = take_named_zone();
    const std::optional<int> offset = take_offset();
    if (!offset) return zone;
    Zone fixed;
    fixed.minutes = fixed.summer_minutes = *offset;
    return fixed;
  }

  std::optional<Zone> take_named_zone() {
    if (token(1).kind == Kind::word) {
      const auto two = words_.zones.find(token().lower + " " + token(1).lower);
      if (two != words_.zones.end()) {
        at_ += 2;
        return two->second;
      }
    }
    const auto one = words_.zones.find(token().lower);
    if (one == words_.zones.end()) return std::nullopt;
    ++at_;
    return one->second;
  }

  /// +03:00, +0300, +3
  std::optional<int> take_offset() {
    if (!(token().is('+') || token().is('-') || token().is(0x2212)) || token(1).after_space) return std::nullopt;
    const int sign = token().is('+') ? 1 : -1;
    const DateToken hours = token(1);
    int minutes = 0;
    std::size_t length = 2;
    if (hours.number(4)) {
      minutes = hours.value / 100 * 60 + hours.value % 100;
    } else if (hours.number(1, 2)) {
      minutes = hours.value * 60;
      if (token(2).is(':') && token(3).number(2)) minutes += token(3).value, length = 4;
    } else {
      return std::nullopt;
    }
    if (minutes > 14 * 60) return std::nullopt;
    at_ += length;
    return sign * minutes;
  }

  const CalendarWords& words_;
  std::vector<DateToken> tokens_;
  std::size_t at_ = 0;
};

std::string written(const char* format, int a, int b, int c = 0) {
  std::array<char, 48> out{};
  std::snprintf(out.data(), out.size(), format, a, b, c);
  return out.data();
}

}  // namespace

std::vector<WrittenDate> dates_in(std::string_view line, const CalendarWords& words) {
  return LineReader(line.substr(0, longest_dated), words).all();
}

std::string edtf_of(const WrittenDate& date) {
  if (date.year == 0 || date.month == 0) return "";
  if (date.day == 0) return written("%04d-%02d", date.year, date.month);
  const std::optional<DayNumber> day = day_number(date.year, date.month, date.day);
  if (!day) return "";
  if (!date.clock || !date.clock->zone) return iso_day(*day);
  const int east = offset_minutes(*date.clock->zone, date.year, date.month, date.day, date.clock->hour);
  const std::string clock = iso_day(*day) + written("T%02d:%02d", date.clock->hour, date.clock->minute);
  if (east == 0) return clock + "Z";
  // The place's own day is kept: "yesterday" is counted from it.
  const int minutes = east < 0 ? -east : east;
  return clock + (east < 0 ? "-" : "+") + written("%02d:%02d", minutes / 60, minutes % 60);
}

std::string edtf_of_stamp(std::string_view stamp, const CalendarWords& words) {
  const std::vector<WrittenDate> dates = dates_in(trim(stamp), words);
  if (!dates.empty() && !dates.front().ambiguous) {
    if (std::string edtf = edtf_of(dates.front()); !edtf.empty()) return edtf;
  }
  const std::string plain(trim(stamp));
  return parse_edtf(plain) ? plain : "";
}

std::optional<WrittenDate> date_in_path(std::string_view path, const CalendarWords& words) {
  const std::vector<DateToken> tokens = date_tokens(path.substr(0, longest_dated));
  const auto joins = [](const DateToken& t) { return t.is('/') || t.is('-') || t.is('_') || t.is('.'); };
  std::optional<WrittenDate> found;
  const auto keep = [&](WrittenDate date) {
    const bool real = date.year >= 1900 && day_number(date.year, date.month, date.day);
    if (real && found && edtf_of(*found) != edtf_of(date)) found->ambiguous = true;
    if (real && !found) found = date;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].number(8))
      keep({tokens[i].value / 10000, tokens[i].value / 100 % 100, tokens[i].value % 100, {}, {}, false});
    if (i + 4 >= tokens.size() || !is_year(tokens[i]) || !joins(tokens[i + 1]) || !joins(tokens[i + 3]) ||
        !is_day(tokens[i + 4]))
      continue;
    const auto named = words.months.find(tokens[i + 2].lower);
    const int month = named != words.months.end()  ? named->second
                      : tokens[i + 2].number(1, 2) ? tokens[i + 2].value
                                                   : 0;
    keep({tokens[i].value, month, tokens[i + 4].value, {}, {}, false});
  }
  return found && !found->ambiguous ? found : std::nullopt;
}

}  // namespace dateline::input
