// What must hold of every day and every weekday, not of a few examples.
#include <array>
#include <random>

#include <doctest/doctest.h>

#include "extract/time/calendars.hpp"
#include "extract/time/point.hpp"
#include "extract/time/rendering.hpp"

using namespace dateline;
using namespace dateline::time;

namespace {

constexpr std::array months = {"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};
constexpr std::array weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

std::string ordinal(int day) {
  const char* ending = day % 10 == 1 && day != 11   ? "st"
                       : day % 10 == 2 && day != 12 ? "nd"
                       : day % 10 == 3 && day != 13 ? "rd"
                                                    : "th";
  return std::to_string(day) + ending;
}

/// Every way in which a date with its year is written out.
std::vector<std::string> written(const CivilDay& day, DayNumber number) {
  const std::string month = months[static_cast<std::size_t>(day.month - 1)], year = std::to_string(day.year),
                    d = std::to_string(day.day);
  const std::string weekday = weekdays[static_cast<std::size_t>(iso_weekday(number) - 1)];
  return {month + " " + d + ", " + year,
          d + " " + month + " " + year,
          "the " + ordinal(day.day) + " of " + month + " " + year,
          month + " " + ordinal(day.day) + ", " + year,
          iso_day(number),
          weekday + ", " + month + " " + d + ", " + year,
          weekday + " " + d + " " + month + " " + year};
}

std::string only(const test::TimesFound& found) {
  return found.lines.size() == 1 ? found.lines[0] : "(" + std::to_string(found.lines.size()) + ")";
}

}  // namespace

TEST_CASE("every day of 400 years is read back from its written forms") {
  const DayNumber first = *day_number(1700, 1, 1), last = *day_number(2099, 12, 31);
  std::size_t form = 0, wrong = 0;
  std::string text, example;
  std::vector<std::string> expected;
  const auto check = [&] {
    const test::TimesFound found = test::times_in(text, "2024-11-09");
    for (std::size_t i = 0; i < std::max(expected.size(), found.lines.size()); ++i) {
      if (i < expected.size() && i < found.lines.size() && expected[i] == found.lines[i]) continue;
      if (wrong++ == 0)
        example = (i < expected.size() ? expected[i] : "-") + " <> " + (i < found.lines.size() ? found.lines[i] : "-");
    }
    text.clear();
    expected.clear();
  };
  for (DayNumber day = first; day <= last; ++day) {
    const std::vector<std::string> forms = written(civil(day), day);
    const std::string& one =
        forms[form++ % forms.size()];  // seven forms and 146,097 days: each form meets every month, day and leap year
    text += "It was signed on " + one + ".\n\n";
    expected.push_back(one + " = " + iso_day(day));
    if (expected.size() == 500) check();
  }
  check();
  CHECK_MESSAGE(wrong == 0, wrong << " wrong, first " << example);
}

TEST_CASE("every form of every day of a leap year and the year behind it") {
  for (DayNumber day = *day_number(2023, 12, 1); day <= *day_number(2025, 1, 31); ++day) {
    for (const std::string& form : written(civil(day), day))
      CHECK(only(test::times_in("It was signed on " + form + ".", "2024-11-09")) == form + " = " + iso_day(day));
  }
}

TEST_CASE("every weekday expression against every weekday of publication") {
  const DayNumber monday = *day_number(2024, 12, 30);  // a week that two years share
  for (int published = 0; published < 7; ++published) {
    const DayNumber today = monday + published;
    for (int wanted = 0; wanted < 7; ++wanted) {
      const std::string name = weekdays[static_cast<std::size_t>(wanted)], from = iso_day(today);
      const auto value = [&](const std::string& sentence, const std::string& extent) {
        const std::string line = only(test::times_in(sentence, from));
        INFO(from << ": " << sentence << ": " << line);
        REQUIRE(line.starts_with(extent + " = "));
        return *parse_edtf(line.substr(extent.size() + 3))->days.first;
      };
      const DayNumber back = (published - wanted + 7) % 7, ahead = (wanted - published + 7) % 7;
      INFO(from << " " << name);
      CHECK(value("She resigned on " + name + ".", name) == today - back);
      CHECK(value("She will resign on " + name + ".", name) == today + ahead);
      CHECK(value("The ban holds until " + name + ".", name) == today + ahead);
      CHECK(value("She has led it since " + name + ".", name) == today - back);
      CHECK(value("She resigned last " + name + ".", "last " + name) == today - (back == 0 ? 7 : back));
      CHECK(value("She will resign next " + name + ".", "next " + name) == monday + 7 + wanted);
      CHECK(value("She will resign this coming " + name + ".", "this coming " + name) ==
            today + (ahead == 0 ? 7 : ahead));
      CHECK(value("She resigned on " + name + " of last week.", name + " of last week") == monday - 7 + wanted);
    }
  }
}

TEST_CASE("points and their EDTF agree, whatever the day and the grain") {
  std::mt19937 random(20241109);
  std::uniform_int_distribution<DayNumber> any(*day_number(-499, 1, 1), *day_number(2999, 12, 31));
  for (int round = 0; round < 20000; ++round) {
    const Point day = day_point(any(random));
    for (const Grain grain : {Grain::century, Grain::decade, Grain::year, Grain::half, Grain::quarter, Grain::season,
                              Grain::month, Grain::week, Grain::weekend, Grain::day}) {
      const std::optional<Point> point = enclosing(day, grain);
      REQUIRE(point);
      const DayInterval span = days(*point);
      const std::optional<EdtfDate> read = parse_edtf(edtf(*point));
      INFO(edtf(day) << " in " << edtf(*point));
      REQUIRE(read);
      CHECK(read->days == span);
      CHECK(*span.first <= *span.last);
      if (grain != Grain::weekend) CHECK((*span.first <= day.base && day.base <= *span.last));
      CHECK(*days(stepped(*point, 1)).first > *span.last);
      if (const std::optional<Point> back = point_from_edtf(edtf(*point)); back && grain >= Grain::day)
        CHECK(*back == *point);
    }
  }
}

TEST_CASE("movable feasts on days that the calendars print") {
  CHECK(iso_day(hebrew_days_in(2024, 1, 15).at(0)) == "2024-04-23");   // Passover
  CHECK(iso_day(hebrew_days_in(2023, 7, 10).at(0)) == "2023-09-25");   // Yom Kippur
  CHECK(iso_day(hebrew_days_in(2024, 7, 1).at(0)) == "2024-10-03");    // Rosh Hashanah
  CHECK(iso_day(hebrew_days_in(2024, 0, 14).at(0)) == "2024-03-24");   // Purim, in a leap year
  CHECK(iso_day(hebrew_days_in(2021, 9, 25).at(0)) == "2021-11-29");   // Hanukkah
  CHECK(iso_day(islamic_days_in(2024, 10, 1).at(0)) == "2024-04-10");  // Eid al-Fitr
  CHECK(islamic_days_in(2000, 10, 1).size() == 2);                     // January and December
  CHECK(iso_day(western_easter(2024)) == "2024-03-31");
  CHECK(iso_day(eastern_easter(2024)) == "2024-05-05");
}
