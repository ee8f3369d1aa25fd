// The Hebrew calendar and the tabular Islamic one, for feasts that move through ours. Rules: Reingold and Dershowitz, Calendrical Calculations.
#pragma once

#include <vector>

#include "dateline/model/date.hpp"

namespace dateline::time {

/// The day of a Hebrew date. Months count from Nisan (1) to Adar (12, in a leap year Adar II is 13).
DayNumber hebrew_day(int year, int month, int day);
/// The Hebrew month before Nisan: 12, or 13 in a leap year.
int last_hebrew_month(int year);
/// The day of a date of the tabular (civil) Islamic calendar; the sighted one may differ by a day.
DayNumber islamic_day(int year, int month, int day);

/// The days of a Gregorian year that bear this Hebrew or Islamic month and day; an Islamic one may come twice, or not at all.
/// Month 0 of a Hebrew date is the last of its year (Purim).
std::vector<DayNumber> hebrew_days_in(int year, int month, int day);
std::vector<DayNumber> islamic_days_in(int year, int month, int day);

}  // namespace dateline::time
