// What is told of no happening: habits, rules, and bare plurals that mean many.
#pragma once

#include "extract/event/matcher.hpp"
#include "extract/event/standing.hpp"

namespace dateline {

/// "The minister quit", "rioters set fire to": a base form that agrees with no singular subject, or of a verb that has one form for both and is
/// seldom told of as a habit, is the past.
bool looks_past(const Tree& tree, const Classes& classes, TokenIndex verb);

/// A verb in the simple present outside headlines tells a habit or a rule, not what happened.
bool is_habitual(const Match& match, const Standing& standing, const MatchContext& on, BlockKind block);

/// "rulings from a court", "attacks on shops": bare plurals that name nobody, no place and no time tell of no happening, nor does what
/// somebody spent a career on, or did longer than others, nor a legend of a map.
bool is_generic(const Match& match, const Standing& standing, const MatchContext& on);

/// "Plans to hold the contest every year", "meets on the first Monday of each month": what comes again and again is no one happening, whatever day
/// is named beside.
bool comes_again(const Match& match, const MatchContext& on);

/// "Boycott the shop", "arrest the thief": what somebody is told to do, which is no act of speech itself.
bool is_told_to_do(const Match& match, const MatchContext& on);

/// "The film tells the story of a man who was kidnapped", "in the second episode, a spy was killed": what happens in a work of fiction.
bool is_fiction(TokenIndex trigger, const MatchContext& on);

/// "Testimony of two people is required": a bare noun that a rule asks for.
bool is_asked_for(TokenIndex noun, const MatchContext& on);

/// Whether a sentence ends with a question mark, whatever quotation marks stand behind it.
bool is_question(std::string_view sentence);

}  // namespace dateline
