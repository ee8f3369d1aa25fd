// Events that are told by a definite noun, as what the reader has met before.
#pragma once

#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// "the attack", "the court's ruling", "the lawsuit was filed"; also by a bare participle of that turn ("when convicted").
bool is_told_by_definite_noun(const Match& match, const EventWords& words, const MatchContext& on);

/// Whether such a noun means the happening told before and no other: not "the second attack", "opened its inquiry".
bool means_the_one_told(const Match& match, const EventWords& words, const MatchContext& on);

}  // namespace dateline
