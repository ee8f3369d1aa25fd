// The years of a history's dates: each "in March" and "on 4 May" read so that the whole story runs on as smoothly as it can, with what it
// says later as much as with what it said before.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "extract/time/point.hpp"

namespace dateline::time {

/// A date of a history, in the order of the text: `point` when the text writes its year, else what it would be in a year.
struct Told {
  std::optional<Point> point;
  std::function<std::optional<Point>(int year)> in_year;
  std::uint32_t block = 0, section = 0;
  bool heading = false;
};

struct Placed {
  std::optional<int> year;  ///< for what has none of its own
  /// A look aside ("as in 1870", "documents opened in 2005 show"): the story does not go on from here.
  bool aside = false;
};

/// One for each of `told`.
std::vector<Placed> place(const std::vector<Told>& told);

}  // namespace dateline::time
