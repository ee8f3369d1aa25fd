// Which tokens of a document belong to times and to headlines.
#pragma once

#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"

namespace dateline {

/// By token: whether it belongs to a time expression.
std::vector<bool> time_words(const Extraction& extraction);

/// By token: whether it stands in a title or heading that is no full sentence.
std::vector<bool> headline_words(const Document& document, const Extraction& extraction);

}  // namespace dateline
