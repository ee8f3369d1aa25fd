// Speech acts performed by what is said in direct speech: "'The ruling is a disgrace,' she said" condemns.
#pragma once

#include <vector>

#include "extract/event/dating.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

/// Adds those of clauses of which neither their own words nor the verb of saying tell one, of each type one a quotation. The frames of the verbs
/// of class `quotation_verb` say what performs which act; `matches` stays in text order.
void add_said(const Frames& frames, const MatchContext& on, std::vector<Match>& matches);

/// The match as its verb of saying tells it: what is said stands and is dated as the saying of it.
Match as_told(const Match& match);

/// What dates it; a speech act that a speaker performs by saying it, without a date of its own, takes that of the saying.
std::optional<Dated> date_said(const Match& match, const Standing& standing, const Dating& dating,
                               const StandingReader& standings);

}  // namespace dateline
