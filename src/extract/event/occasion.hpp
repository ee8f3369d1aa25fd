// What an article tells of one occasion happened on its day: the winners of the election, the dead of the crash.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dateline/resources.hpp"
#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// Rows of resources/ontology/occasions.tsv.
class Occasions {
 public:
  /// Throws Error{resource} on a type that the ontology has not.
  explicit Occasions(const Resources& resources);

  /// Dates (basis: inferred) what is told in the past without any time beside it, when all that the article dates of the same kind of occasion
  /// happened on one day near its publication; and what has only a bound or an hour that fits that day.
  void date(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction) const;

 private:
  struct Occasion {
    std::vector<std::string> anchors;    ///< types whose day is that of the occasion
    std::vector<std::string> followers;  ///< types that happen on that day too
    std::vector<std::string> deeds;      ///< of these, "type" or "type:mode", what is told by a verb of its own
    std::vector<std::string> places;     ///< of these, what is told so of a building or a place
  };
  static bool follows(const MatchContext& on, const Occasion& occasion, TokenIndex trigger, const EventMention& event);
  std::vector<Occasion> occasions_;
};

}  // namespace dateline
