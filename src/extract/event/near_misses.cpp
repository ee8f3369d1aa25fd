#include "extract/event/near_misses.hpp"

namespace dateline {

void explain_near_misses(const Matcher& matcher, const std::vector<Match>& matches, const MatchContext& on,
                         Extraction& extraction) {
  std::vector<bool> used(on.tree.size());
  for (const Match& match : matches) {
    used[match.trigger] = true;
    for (const TokenIndex one : match.consumed) used[one] = true;
  }
  for (TokenIndex token = 0; token < on.tree.size(); ++token) {
    if (used[token]) continue;
    for (const NearMiss& miss : matcher.near_misses(token)) {
      extraction.steps.push_back(
          {-1, miss.frame->id,
           "no " + miss.frame->type->id + ": " + std::string(on.tree.word(token)) + " lacks " + miss.lacks});
    }
  }
}

}  // namespace dateline
