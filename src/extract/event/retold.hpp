// The same happening told again in a document without its date takes the date of the telling that has one.
#pragma once

#include <optional>
#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "extract/event/classes.hpp"
#include "extract/event/contents.hpp"

namespace dateline {

/// Gives undated events of `extraction` the date (basis: inferred) of a dated one of the same type and standing whose participants include theirs in roles that agree, when all such
/// agree on the date. Speech acts only from a headline: who speaks says many things in one article. Never one that is told as another occasion.
/// Of what happens to somebody once (class `once_event`) the dated telling may also be the shorter one.
/// A speech act between two who met on a known day takes that day.
void date_retold(const Document& document, const Classes& classes, EventLinks& links, Extraction& extraction);

/// A date whose day is only guessed (an hour told alone, a speaker's "this morning") on the day of another: its hour there, or the day itself when it
/// lies at most a week before; the day after that of the other when told as of "the next day". Nothing when they agree already, or the other is no day.
std::optional<EventDate> on_its_day(const EventDate& guessed, const EventDate& day, const EventNote& note);

}  // namespace dateline
