// What somebody goes on to say: "Hale said on Monday ... He also accused the bank of fraud."
#pragma once

#include <string_view>

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

inline constexpr std::string_view speaker_role = "speaker", court_role = "court";  ///< those who may go on to say more

/// Dates (basis: inferred) what somebody says in the simple past by a main clause, in a sentence without a time: by the day, at most a week before the
/// publication, on which the same person is told to have spoken before in that paragraph, when no other time stands between; and in another paragraph, when
/// it is told as more ("he added", "she also urged") and all that the article dates of what that person said was said on one day.
void date_more_said(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction);

/// "In remarks to the BBC, she said", "he told the BBC": on an occasion of its own.
bool is_told_to_medium(const MatchContext& context, TokenIndex verb);

}  // namespace dateline
