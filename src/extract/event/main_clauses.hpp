// Where a word stands in its sentence, as dating asks: in the main clause, in a clause on a noun, or in one that goes with the main clause.
#pragma once

#include "extract/event/matcher.hpp"

namespace dateline {

/// The head of a main clause: the root, or a verb coordinated with it.
bool heads_main_clause(const Tree& tree, TokenIndex token);

/// In a clause on a noun: "(a suit) filed on Sunday", "(a man) who fled".
bool in_noun_clause(const Tree& tree, TokenIndex token);

/// "Police have opened a case and detained him": joined to a present perfect whose auxiliary it shares.
bool shares_perfect(const Tree& tree, TokenIndex verb);

/// "After the fire he resigned", "later left", "said at the previous congress": told as of another time than what is told with it.
bool is_of_other_time(const MatchContext& on, TokenIndex verb);

/// "He made the announcement in a video, in which he thanked them": what is told in the thing that the main clause made.
bool was_part_of_it(const MatchContext& on, TokenIndex trigger);

/// "The minister, who was visiting a school, survived": what was going on as the main clause happened.
bool went_on_then(const MatchContext& on, TokenIndex trigger);

}  // namespace dateline
