// Verbs that the tagger took for nouns.
#pragma once

#include "dateline/model/extraction.hpp"

namespace dateline {

/// "Ann Lee plans to visit Lyon.": in a sentence without a finite verb, a noun that the parser gave a subject, and nothing that links the two,
/// is its verb. Tags and what hangs on it are put right.
void retag_lost_verbs(Extraction& extraction);

}  // namespace dateline
