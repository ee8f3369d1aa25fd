// What a speech act is about, in the words of the text: "to reopen their embassies". For labels; the event it speaks of is
// linked apart (contents.hpp).
#pragma once

#include <string>
#include <vector>

#include "dateline/resources.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

/// The rows of resources/en/event/about.tsv.
class AboutRules {
 public:
  explicit AboutRules(const Resources& resources);

  /// "" when the trigger has no such dependent, or it is quoted speech. White space is squeezed; long clauses are cut where
  /// a side clause begins, else marked with an ellipsis.
  std::string words(const Match& match, const MatchContext& on) const;

 private:
  struct Place {
    std::string relation, before;
  };
  std::vector<Place> places_;
};

}  // namespace dateline
