#include "export/display_date.hpp"

#include <array>
#include <string_view>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

std::string year_words(int year) { return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC"; }
std::string month_words(int month) { return std::string(months[static_cast<std::size_t>(month - 1)]); }

std::string day_words(DayNumber day) {
  const CivilDay on = civil(day);
  return std::to_string(on.day) + " " + month_words(on.month) + " " + year_words(on.year);
}

/// "28 October – 3 November 2024": what both ends share is said once.
std::string range_words(DayNumber first, DayNumber last) {
  if (first == last) return day_words(first);
  const CivilDay from = civil(first), to = civil(last);
  std::string start = std::to_string(from.day);
  if (from.year != to.year || from.month != to.month) start += " " + month_words(from.month);
  if (from.year != to.year) start += " " + year_words(from.year);
  return start + " – " + day_words(last);
}

/// A side of a span as exact as it is written: "2008", "June 2019"; "" for any other than a year or a month.
std::string side_words(std::string_view edtf) {
  const std::optional<EdtfDate> side = parse_edtf(edtf);
  if (!side || !side->days.first) return "";
  const CivilDay on = civil(*side->days.first);
  if (side->precision == Precision::month) return month_words(on.month) + " " + year_words(on.year);
  return side->precision == Precision::year ? year_words(on.year) : "";
}

/// "2008 – 2016", "3 May 2014 – 2016": no more exact than the text.
std::string span_words(std::string_view edtf, DayNumber first, DayNumber last) {
  const std::size_t slash = edtf.find('/');
  if (slash == edtf.npos) return range_words(first, last);
  const std::string from = side_words(edtf.substr(0, slash)), to = side_words(edtf.substr(slash + 1));
  if (from.empty() && to.empty()) return range_words(first, last);
  return (from.empty() ? day_words(first) : from) + " – " + (to.empty() ? day_words(last) : to);
}

/// The clock of "2024-11-04T16:24Z": "16:24 UTC"; a local or shifted time without its zone's name.
std::string clock_words(std::string_view edtf) {
  const std::size_t at = edtf.find('T');
  if (at == edtf.npos) return "";
  std::string_view clock = edtf.substr(at + 1);
  std::string_view zone;
  if (const std::size_t end = clock.find_first_of("Z+-"); end != clock.npos)
    zone = clock.substr(end), clock = clock.substr(0, end);
  std::string words(clock);
  if (words.size() == 2) words += "h";
  if (zone == "Z") return words + " UTC";
  return zone.empty() ? words : words + " (UTC" + std::string(zone) + ")";
}

std::string part_of_year(const EventDate& date, DayNumber first, DayNumber last) {
  const std::string_view part = date.edtf.size() >= 2 ? std::string_view(date.edtf).substr(date.edtf.size() - 2) : "";
  const std::string year = year_words(civil(first).year);
  if (date.precision == Precision::quarter && part >= "33" && part <= "36")
    return "Q" + std::to_string(part[1] - '2') + " " + year;
  constexpr std::array<std::string_view, 4> seasons = {"spring", "summer", "autumn", "winter"};
  if (date.precision == Precision::season && part >= "21" && part <= "24") {
    return std::string(seasons[static_cast<std::size_t>(part[1] - '1')]) + " " + year;
  }
  return range_words(first, last);
}

}  // namespace

std::string display_date(const EventDate& date) {
  const auto [first, last] = date.days;
  if (!first && !last) return "";
  if (!first) return "before " + day_words(*last + 1);
  if (!last) {
    const std::string from = side_words(std::string_view(date.edtf).substr(0, date.edtf.find('/')));
    return "from " + (from.empty() ? day_words(*first) : from);
  }
  const CivilDay from = civil(*first);
  switch (date.precision) {
    case Precision::minute:
    case Precision::hour: {
      const std::string clock = clock_words(date.edtf);
      return range_words(*first, *last) + (clock.empty() ? "" : ", " + clock);
    }
    case Precision::month:
      return month_words(from.month) + " " + year_words(from.year);
    case Precision::season:
    case Precision::quarter:
      return part_of_year(date, *first, *last);
    case Precision::year:
      return year_words(from.year);
    case Precision::decade:
      return from.year > 0 ? "the " + year_words(from.year) + "s" : range_words(*first, *last);
    case Precision::century:
      return from.year > 0 ? year_words(from.year) + " – " + year_words(civil(*last).year) : range_words(*first, *last);
    default:
      return span_words(date.edtf, *first, *last);
  }
}

}  // namespace dateline
