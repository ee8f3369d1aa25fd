// Counts that one verb shares out over places: "will cut 4,300 jobs in France, 3,700 in Germany and 400 in Spain".
#pragma once

#include <cstdint>
#include <vector>

#include "extract/event/matcher.hpp"

namespace dateline {

/// A number behind the counted one that has a place of its own: what happened there is an event of its own.
struct Share {
  TokenIndex number = 0;
  std::uint32_t place = 0;
  Amount amount;
};

/// The shares that follow the counted noun of a match in its sentence; none when it counts nothing.
std::vector<Share> shares(const Match& match, const MatchContext& context);

}  // namespace dateline
