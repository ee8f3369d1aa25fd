#include "extract/time/shapes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string>

#include "dateline/model/date.hpp"

namespace dateline::time {
namespace {

/// Up to three numbers with the same separator between them.
struct Groups {
  std::array<int, 3> values{};
  std::array<std::size_t, 3> sizes{};
  std::size_t count = 0;
  char separator = 0;
};

/// `count` is 0 when the text is anything else.
Groups groups_of(std::string_view text) {
  Groups groups;
  std::size_t at = 0;
  while (groups.count < 3) {
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), groups.values[groups.count]);
    if (error != std::errc{} || !is_digit(text[at])) return {};
    const auto next = static_cast<std::size_t>(end - text.data());
    groups.sizes[groups.count++] = next - at;
    if (next == text.size()) return groups;
    if (groups.separator != 0 && text[next] != groups.separator) return {};
    groups.separator = text[next];
    at = next + 1;
    if (at >= text.size()) return {};
  }
  return {};
}

int full_year(int year, std::size_t digits) { return digits > 2 ? year : year < 50 ? 2000 + year : 1900 + year; }

/// year * 10000 + month * 100 + day, or 0. Day and month in the American order unless only the other one is a date.
int packed_date(const Groups& groups) {
  const auto& [a, b, c] = groups.values;
  const auto packed = [](int year, int month, int day) {
    return day_number(year, month, day) ? year * 10000 + month * 100 + day : 0;
  };
  if (groups.count != 3 || groups.sizes[1] > 2) return 0;
  if (groups.sizes[0] == 4 && groups.sizes[2] <= 2) return packed(a, b, c);
  if (groups.sizes[0] > 2 || (groups.sizes[2] != 4 && !(groups.sizes[2] == 2 && groups.separator == '/'))) return 0;
  const int year = full_year(c, groups.sizes[2]);
  const int american = groups.separator == '.' ? 0 : packed(year, a, b);
  return american != 0 ? american : packed(year, b, a);
}

void read_clock(const Groups& groups, const Lexicon& lexicon, std::vector<Reading>& readings) {
  const auto& [hour, minute, second] = groups.values;
  if (groups.count < 2 || groups.sizes[0] > 2 || groups.sizes[1] != 2 || hour > 24 || minute > 59) return;
  if (groups.count == 3 && (groups.sizes[2] != 2 || second > 60)) return;
  const double seconds = hour * 3600 + minute * 60 + (groups.count == 3 ? second : 0);
  if (groups.separator == ':')
    readings.push_back({lexicon.shapes.clock, 1, false, seconds + (groups.count == 3 ? 0.5 : 0)});
  if (groups.separator == ':' && groups.count == 3) readings.push_back({lexicon.shapes.elapsed, 1, false, seconds});
  if (groups.separator == '.' && groups.count == 2) readings.push_back({lexicon.shapes.dotted, 1, false, seconds});
}

void read_whole_number(std::string_view text, const Lexicon& lexicon, std::vector<Reading>& readings) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  const Lexicon::Shapes& shapes = lexicon.shapes;
  if (text.size() == 4 && value >= 1000 && value < 2200)
    readings.push_back({shapes.year, 1, value < 1500 || value > 2100, double(value)});
  if (text.size() == 4 && value >= 1000 && value < 2200 && value % 10 == 0)
    readings.push_back({shapes.decade_year, 1, false, value / 10.0});
  if (text.size() == 4 && value / 100 <= 24 && value % 100 <= 59)
    readings.push_back({shapes.hhmm, 1, false, double(value / 100 * 3600 + value % 100 * 60)});
  if (text.size() == 3 || (text.size() <= 2 && value > 0)) readings.push_back({shapes.year3, 1, false, double(value)});
  if (text.size() == 2) readings.push_back({shapes.yy, 1, false, double(value)});
  if (text.size() <= 2 && value >= 1 && value <= 31) readings.push_back({shapes.dom, 1, false, double(value)});
  if (text.size() != 4 || text.front() != '0') readings.push_back({shapes.number, 1, false, double(value)});
}

/// The number that ends with one of `endings` ("17th", "1990s"), or -1.
int with_ending(std::string_view text, const std::vector<std::string>& endings) {
  for (const std::string& ending : endings) {
    if (text.size() <= ending.size() || !text.ends_with(ending)) continue;
    const std::string_view digits = text.substr(0, text.size() - ending.size());
    int value = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error == std::errc{} && end == digits.data() + digits.size()) return value;
  }
  return -1;
}

void read_decimal(std::string_view text, const Lexicon& lexicon, std::vector<Reading>& readings) {
  std::string plain(text);
  std::erase(plain, ',');
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error == std::errc{} && end == plain.data() + plain.size())
    readings.push_back({lexicon.shapes.number, 1, false, value});
}

void read_decade(std::string_view digits, const Lexicon& lexicon, std::vector<Reading>& readings) {
  const int value = with_ending(digits, lexicon.decade_endings);
  if (value >= 1000 && value < 2200 && value % 10 == 0)
    readings.push_back({lexicon.shapes.decade, 1, false, value / 10.0});
  if (value >= 20 && value < 100 && value % 10 == 0)
    readings.push_back({lexicon.shapes.decade, 1, false, 190 + value / 10.0});
}

}  // namespace

bool has_shape(std::string_view text) {
  const Groups groups = groups_of(text);
  if (groups.count == 3) return packed_date(groups) != 0;
  return groups.count == 2 && !(groups.sizes[0] == 4 && groups.sizes[1] >= 2);
}

void read_shapes(std::string_view text, const Lexicon& lexicon, std::vector<Reading>& readings) {
  const bool quoted = !is_digit(text.front());
  while (!text.empty() && !is_digit(text.front())) text.remove_prefix(1);
  if (text.empty() || text.size() > 20) return;
  if (std::all_of(text.begin(), text.end(), is_digit)) {
    if (text.size() > 9) return;
    if (quoted) {
      if (text.size() == 2)
        readings.push_back({lexicon.shapes.yy_quoted, 1, false, double((text[0] - '0') * 10 + text[1] - '0')});
      return;
    }
    return read_whole_number(text, lexicon, readings);
  }
  read_decade(text, lexicon, readings);
  if (quoted) return;
  if (const int ordinal = with_ending(text, lexicon.ordinal_endings); ordinal > 0) {
    readings.push_back({lexicon.shapes.ordinal, 1, false, double(ordinal)});
    if (ordinal <= 31) readings.push_back({lexicon.shapes.dom, 1, false, double(ordinal)});
    if (ordinal <= 31) readings.push_back({lexicon.shapes.dth, 1, false, double(ordinal)});
    return;
  }
  if (const Groups groups = groups_of(text); groups.count >= 2) {
    read_clock(groups, lexicon, readings);
    if (const int date = packed_date(groups); date != 0)
      readings.push_back({lexicon.shapes.date, 1, false, double(date)});
    if (groups.count == 2 && groups.separator != '.' && groups.separator != ':' && groups.sizes[0] <= 2 &&
        groups.sizes[1] == 4 && groups.values[0] >= 1 && groups.values[0] <= 12 && groups.values[1] >= 1500 &&
        groups.values[1] < 2100)
      readings.push_back({lexicon.shapes.month_year, 1, true, double(groups.values[0] * 10000 + groups.values[1])});
    if (groups.separator == '/' && groups.count == 2) {
      const auto& [first, second, none] = groups.values;
      if (groups.sizes[1] <= 2 && (day_number(2000, first, second) || day_number(2000, second, first)))
        readings.push_back({lexicon.shapes.slashed, 1, true, double(first * 100 + second)});
      if (groups.values[1] > groups.values[0] && groups.sizes[1] == 1)
        readings.push_back({lexicon.shapes.fraction, 1, false, double(groups.values[0]) / groups.values[1]});
    }
  }
  read_decimal(text, lexicon, readings);
}

}  // namespace dateline::time
