// The words of dates: months, weekdays, marks of the clock, zones, and the cues that say which date a line gives.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "dateline/resources.hpp"

namespace dateline::input {

/// A named time zone. Summer time follows the law of the United States or of the European Union.
struct Zone {
  enum class Summer { none, us, eu };
  int minutes = 0;         ///< east of Greenwich
  int summer_minutes = 0;  ///< the same while summer time holds
  Summer summer = Summer::none;
};

/// What a cue says about the date behind it.
enum class DateCue { published, updated };

struct CalendarWords {
  explicit CalendarWords(const Resources& resources);

  std::unordered_map<std::string, int> months;     ///< lower case, without full stop -> 1 to 12
  std::unordered_set<std::string> weekdays;        ///< lower case
  std::unordered_map<std::string, bool> meridiem;  ///< "am" -> false, "pm" -> true
  std::unordered_set<std::string> ordinals;        ///< "st", "nd", "rd", "th"
  std::unordered_set<std::string> fillers;         ///< "on", "at", "of": words that may stand inside a date
  std::unordered_set<std::string> company;  ///< "min", "read": words that may stand in a date line beside the date
  std::unordered_set<std::string> others;   ///< "born": words that make a date that of something else
  std::unordered_map<std::string, DateCue> cues;  ///< "published", "updated"
  std::unordered_map<std::string, Zone> zones;    ///< lower case, one or two words
};

/// Minutes east of Greenwich at a local moment.
int offset_minutes(const Zone& zone, int year, int month, int day, int hour);

}  // namespace dateline::input
