// Where an event happened, when its frame does not say: "in Moscow" beside the trigger.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/event/matcher.hpp"

namespace dateline {

/// The entity of a place phrase on the trigger, on the verb of its clause, or on its object; nothing when there is none, or when it has another role.
std::optional<std::uint32_t> place_of(const Match& match, TokenIndex clause, const MatchContext& context);

/// The same where the event is told to be in or at it, and not only near.
std::optional<std::uint32_t> place_there(const Match& match, TokenIndex clause, const MatchContext& context);

/// "Outside a bank": a building without a name, where it did not happen; but "near Lima", "near the border", "around the bank".
bool is_building_outside(const MatchContext& on, std::string_view preposition, std::uint32_t entity);

/// "A fire in a block of flats in Lima": the place at the end of the phrases of a noun.
std::optional<std::uint32_t> place_within(TokenIndex noun, const Match& match, const MatchContext& context);

/// "500 soldiers are in Mali": who is told to be somewhere came there before it was told.
bool is_somewhere_now(const Match& match, const MatchContext& on);

}  // namespace dateline
