// What an article tells of one occasion happened on its day: the winners of the election, the dead of the crash.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dateline/resources.hpp"
#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

/// Rows of resources/ontology/occasions.tsv.
class Occasions {
 public:
  /// Throws Error{resource} on a type that the ontology has not.
  explicit Occasions(const Resources& resources);

  /// Dates (basis: inferred) what is told in the past without any time beside it, when all that the article dates of the same kind of occasion
  /// happened on one day near its publication.
  void date(const MatchContext& context, EventLinks& links, Extraction& extraction) const;

 private:
  struct Occasion {
    std::vector<std::string> anchors;    ///< types whose day is that of the occasion
    std::vector<std::string> followers;  ///< types that happen on that day too
  };
  std::vector<Occasion> occasions_;
};

}  // namespace dateline
