// What an article tells in the present perfect had happened when it was published: a bound, with that reason, and never a date.
#pragma once

#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "extract/event/contents.hpp"
#include "extract/event/tree.hpp"

namespace dateline {

/// Whether a clause tells news in the present perfect, or is a headline in the present or without its auxiliary ("markets shut"). False for background: relative and adverbial
/// clauses, the pluperfect, what stands inside them; and for the simple past, whose day the text leaves open (no bound is better than a wide one).
bool tells_past(const Tree& tree, TokenIndex clause, BlockKind block);

/// Gives undated events that are told so (EventNote::told_in_past) the bound "../day of publication".
void bound_by_publication(const Document& document, EventLinks& links, Extraction& extraction);

}  // namespace dateline
