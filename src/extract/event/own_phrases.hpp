// The phrases of a clause as a label says them: without times, side clauses and what stands in brackets.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "extract/event/matcher.hpp"

namespace dateline {

/// In text order.
using Tokens = std::vector<TokenIndex>;

bool is_any(TokenIndex token, const auto& relations, const MatchContext& on) {
  return std::any_of(relations.begin(), relations.end(),
                     [&](std::string_view relation) { return on.tree.is(token, relation); });
}

bool is_quotation_mark(TokenIndex token, const MatchContext& on);

/// Whether a comma stands before a phrase.
bool is_set_off(TokenIndex head, const MatchContext& on);

/// Whether a word is part of a day or an hour; not of a length of time, as in "jailed for six years".
bool is_when(TokenIndex token, const MatchContext& on);

/// How much of what stands beside a deed inside a phrase is said: "suspicion of driving while drunk", "an attempt to sue", or only what it cannot do without.
enum class Fullness { full, lean };

/// The phrase that a word heads, without punctuation at either end; empty when nothing is left.
Tokens phrase(TokenIndex head, Fullness fullness, const MatchContext& on);

/// "Committed to cutting it", "jailed for robbing a bank", "by selling it", "asked to be heard": a clause that a label needs although it stands beside the verb.
bool is_needed_clause(TokenIndex clause, const MatchContext& on);

/// "In the first half of May", "about an hour after the vote": a time although its head is none.
bool is_around_time(TokenIndex token, const MatchContext& on);

/// What a clause is about, without what joins it to the rest and without the clause of `verb` itself: "of the men who were arrested" -> "the men".
Tokens subject_phrase(TokenIndex head, TokenIndex verb, const MatchContext& on);

/// Two phrases as one.
Tokens joined(Tokens one, const Tokens& other, const MatchContext& on);

/// "Was shown on Friday in Lima": the heads of what the parser hung on the time before it.
Tokens behind_time(TokenIndex time, const MatchContext& on);

/// Whether some of the words are direct speech, or a quotation mark stands alone; `within`: but for the speech in which the clause itself stands.
bool is_quoted(const Tokens& tokens, const Quotation* within, const MatchContext& on);

/// "I", "our"
bool is_speaker_word(TokenIndex token, const MatchContext& on);

/// The time that makes a noun that of its day: "Friday" in "Friday's blast".
std::optional<TokenIndex> time_owner(TokenIndex token, const MatchContext& on);

}  // namespace dateline
