// Trees written by hand: CoNLL-U text into a document with one paragraph and its parsed sentences.
#pragma once

#include <string_view>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"

namespace dateline::test {

struct ParsedText {
  Document document;
  Extraction extraction;  ///< tokens and sentences; names from NER=B-PER style marks in MISC
};

/// Columns may be separated by tabs or by runs of spaces; "# text =" is not read: words are joined by spaces unless MISC says SpaceAfter=No.
/// Multiword and empty nodes are left out.
ParsedText parsed_text(std::string_view conllu);

}  // namespace dateline::test
