// Dates whose day the text leaves open: an hour told alone, a speaker's "this morning".
#pragma once

#include "extract/event/matcher.hpp"
#include "extract/event/owned_dates.hpp"

namespace dateline {

/// "At 2:45 a.m. he died", "shortly after midnight": the clock alone does not say on which day; and "this morning" is that of the speaker.
bool is_on_guessed_day(const MatchContext& on, const Dated& dated);

/// "At 2:30 the next day", when the text has not told the day before: whether the clause has such a time.
bool is_on_next_day(const MatchContext& on, TokenIndex clause);

}  // namespace dateline
