// So many years before its anniversary: "Monday was the 20th anniversary of the landing".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/resources.hpp"
#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// Words that say which one in a row: rows of resources/en/event/ordinals.tsv, and numbers with an ending of that table.
class Ordinals {
 public:
  /// Throws Error{resource} on a bad row.
  explicit Ordinals(const Resources& resources);
  /// "tenth" 10, "70th" 70; nothing for anything else.
  std::optional<int> value(std::string_view word) const;

 private:
  std::map<std::string, int, std::less<>> words_;
};

/// Dates (basis: inferred) what a noun tells that an anniversary is of: by its day when the text says which day the anniversary is ("on Monday, the tenth
/// anniversary of the fire"), else by the year alone ("marked the 20th anniversary of the massacre on Monday").
void date_by_anniversaries(const Ordinals& ordinals, const MatchContext& context, const TimePlaces& places,
                           EventLinks& links, Extraction& extraction);

}  // namespace dateline
