// What an event is about, in the words of the text: "to reopen their embassies", "of fraud". For labels; the event that a speech
// act speaks of is linked apart (contents.hpp).
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

  /// "" when the trigger has no such dependent; quoted speech stands in quotation marks. White space is squeezed; long clauses are cut
  /// where a side clause begins, else marked with an ellipsis.
  std::string words(const Match& match, const MatchContext& on) const;

 private:
  struct Place {
    std::string relation, before;
  };
  std::string words(const Place& place, TokenIndex child, const Match& match, const MatchContext& on) const;
  std::string told_words(Span tokens, TokenIndex head, const MatchContext& on) const;

  std::vector<Place> places_;
};

}  // namespace dateline
