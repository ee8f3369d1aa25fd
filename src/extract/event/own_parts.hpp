// The parts of a clause as a label says them: who it is about, and what stands behind its verb, with names for pronouns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/event/own_phrases.hpp"

namespace dateline {

bool is_personal_pronoun(TokenIndex token, const MatchContext& on);
bool is_person(std::uint32_t entity, const MatchContext& on);

/// The one entity that a word stands for.
std::optional<std::uint32_t> meant(TokenIndex token, const MatchContext& on);

/// Words that a label puts in: what makes a name a possessive, and the article for whose day a noun is of ("Friday's blast").
struct Joints {
  std::string_view owner, article;
};

/// The words of a phrase with names for its pronouns; nothing when one stays open. The pronouns of whom the clause is about stay:
/// of the entity `own`, or of a name in the words `about`; so do possessives of a name in the words `said`.
std::optional<std::string> words_of(const Tokens& tokens, std::optional<std::uint32_t> own, std::string_view about,
                                    std::string_view said, const Joints& joints, const MatchContext& on);

/// Whether a role names whom a word stands for.
bool has_role(TokenIndex word, const Match& match, const MatchContext& on);

/// Whether a role or a condition of the frame rests on a word: "the attack" of "conducted the attack".
bool is_asked(TokenIndex word, const Match& match, const MatchContext& on);

/// Whether a noun takes a verb in the plural.
bool is_counted_or_plural(TokenIndex noun, const MatchContext& on);

/// The name of a person, whatever the phrase says beside it; else the phrase.
std::optional<std::string> subject_words(TokenIndex subject, TokenIndex verb, const Joints& joints,
                                         const MatchContext& on);

/// The verb that tells of the match: its trigger, an adjective with a copula, or the verb that carries a noun.
std::optional<TokenIndex> telling_verb(TokenIndex trigger, const MatchContext& on);

/// What stands behind the verb, in order; nothing when it is denied, partly quoted, or has an object that cannot be told.
/// `denied`: a negation at the verb is said otherwise.
std::optional<std::vector<Tokens>> parts_behind(TokenIndex verb, TokenIndex subject, bool denied, Fullness fullness,
                                                const MatchContext& on);

/// Whether the object of a verb stands nowhere behind it, nor before its relative clause: "ships that they want to seize".
bool lacks_object(TokenIndex verb, const MatchContext& on);

}  // namespace dateline
