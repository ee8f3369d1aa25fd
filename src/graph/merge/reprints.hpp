// Reprints: a sentence that stands word for word in an earlier report counts its dates from the day of that report.
#pragma once

#include <vector>

#include "graph/merge/amended.hpp"
#include "graph/merge/labels.hpp"

namespace dateline::merging {

/// Relative dates of sentences that an earlier document has word for word take the value that they have there, and say so. The
/// two must share an origin, or the sentence be too long for chance and no formula. Nothing moves when the earlier readings
/// differ, or when the documents are issues of a series (the same sentences with other numbers). `documents` beside the readings.
void follow_originals(Amended& amended, const std::vector<DocumentInfo>& documents, const Labels& labels);

}  // namespace dateline::merging
