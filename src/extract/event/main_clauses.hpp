// Where a word stands in its sentence, as dating asks: in the main clause, or in a clause on a noun.
#pragma once

#include "extract/event/tree.hpp"

namespace dateline {

/// The head of a main clause: the root, or a verb coordinated with it.
bool heads_main_clause(const Tree& tree, TokenIndex token);

/// In a clause on a noun: "(a suit) filed on Sunday", "(a man) who fled".
bool in_noun_clause(const Tree& tree, TokenIndex token);

}  // namespace dateline
