// Events that say again what another event of the document says, and would stand in a timeline twice.
#pragma once

#include "dateline/model/document.hpp"
#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// Marks in `gone` what to leave out: a participle or infinitive under an event of the same type ("marked the day by laying flowers, honouring the dead"), a clause on the noun that tells
/// the same ("a collision which killed two"), a headline
/// whose happening the text tells with the same people, a speech act that is only urged, planned or denied or is itself the content of another one.
std::vector<bool> repeated_events(const MatchContext& context, const EventWords& words, const EventLinks& links);

}  // namespace dateline
