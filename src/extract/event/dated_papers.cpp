// Papers say what they say when they are written: "a 1971 review called her gifted".
#include "extract/event/dating.hpp"

namespace dateline {

/// The time on a paper that speaks: "a June 1999 memo urged", "a report from 2004 accused".
std::optional<Dated> Dating::of_paper(const Match& match) const {
  const Tree& tree = on_.tree;
  if (!match.frame->type->speech || match.told_by || !tree.is_verb(match.trigger)) return std::nullopt;
  for (const TokenIndex paper : on_.arguments.subjects(match.trigger)) {
    const PlacedRange times = places_.of_paper(paper);
    const bool one = !times.empty() && std::next(times.begin()) == times.end() && tree.xpos(paper) == "NN";
    if (one && paper < match.trigger) return dates_.read(times.front().second, Basis::inferred, date_reason::paper);
  }
  return std::nullopt;
}

}  // namespace dateline
