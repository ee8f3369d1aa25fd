// Numbers that a sentence tells as parts of one before them, with a place or a time of their own: "sent 500 soldiers to Mali, including 120 to
// Kidal", "arrested 300, 40 of them on Friday". They are read from the words in their order, since parsers hang such phrases now here, now there; the tree is
// then put right, so that the place and time of a part are not those of the whole.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/entity/lookup.hpp"
#include "extract/event/amounts.hpp"
#include "extract/event/classes.hpp"
#include "extract/event/part_rules.hpp"
#include "extract/event/tree.hpp"

namespace dateline {

struct CountedPart {
  std::string rule;                ///< id of the row that says so
  TokenIndex whole = 0;            ///< the noun of the whole, or its number where that stands alone
  TokenIndex number = 0;           ///< of the part
  TokenIndex head = 0;             ///< the noun that the part counts, else its number
  std::optional<TokenIndex> verb;  ///< "with 120 stationed in Kidal"
  std::vector<TokenIndex> places;  ///< heads of the phrases behind it that name a place
  bool timed = false;              ///< a time stands behind it
};

/// In text order. `mended` are the attachments that the tree has beside the parser's; those that the parts need are added: what is said of a
/// part hangs on it.
std::vector<CountedPart> counted_parts(const PartRules& rules, const Document& document, const Extraction& extraction,
                                       const Classes& classes, const Numbers& numbers, const EntityLookup& lookup,
                                       const std::vector<bool>& in_time, std::vector<Attachment>& mended);

}  // namespace dateline
