// Pronouns that stand for nobody, but hold the place of a clause: "called it wrong that he went".
#pragma once

#include "extract/event/matcher.hpp"

namespace dateline {

/// "Considered it unfit for kings to vote": whether a pronoun only holds the place of some clause.
bool holds_place(TokenIndex pronoun, const MatchContext& on);

/// Whether a clause is what a pronoun before it stands for.
bool is_held_by_pronoun(TokenIndex clause, const MatchContext& on);

}  // namespace dateline
