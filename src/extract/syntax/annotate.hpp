// Trees in CoNLL-U, in and out.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"

namespace dateline::syntax {

/// The lines that were read, with LEMMA, UPOS, XPOS, HEAD, DEPREL and NER= in MISC filled by `parse`; comments, ranges and
/// empty nodes stay where they were. `parse` sees one document at a time: what "# newdoc" begins.
std::string annotated(std::string_view conllu, const std::function<void(const Document&, Extraction&)>& parse);

}  // namespace dateline::syntax
