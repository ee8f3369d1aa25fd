// Holidays and named days: which day of a year, and whose when several countries have one of that name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/time/lexicon.hpp"
#include "extract/time/point.hpp"

namespace dateline::time {

/// How the day of a year is found.
struct HolidayRule {
  enum class Kind { fixed, western_easter, eastern_easter, nth_weekday, weekday_from, listed, hebrew, islamic };
  Kind kind = Kind::fixed;
  int month = 0, day = 0, weekday = 0, nth = 0, offset = 0;
  std::vector<std::pair<int, DayNumber>>
      listed;  ///< year and day, as announced; `islamic` takes the other years from the table
};

struct Holiday {
  std::string id;
  HolidayRule rule;
  std::vector<std::string>
      near;  ///< folded words one of which must stand in the document; empty when the name says it all
};

/// The day of a holiday in a year; nothing when it is not known.
std::optional<DayNumber> holiday_in(const HolidayRule& rule, int year);

class Holidays {
 public:
  /// Reads en/time/holidays and adds the names to the lexicon, as class "holiday". Throws Error{resource} on a bad row.
  Holidays(const Resources& resources, Lexicon& lexicon);

  /// The holidays of one name; `name` is the value of a reading of class "holiday".
  const std::vector<Holiday>& named(std::size_t name) const { return by_name_[name]; }

 private:
  std::vector<std::vector<Holiday>> by_name_;
};

}  // namespace dateline::time
