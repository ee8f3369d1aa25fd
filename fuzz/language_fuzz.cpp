// Any bytes through the language engine: tokens in order and on characters, sentences that cover them, one tree a
// sentence; never a crash or a hang.
#include "dateline/resources.hpp"
#include "extract/syntax/parser.hpp"
#include "extract/text/segmenter.hpp"
#include "language_check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dateline::Resources resources = dateline::Resources::embedded();
  static const dateline::Segmenter segment(resources);
  static const dateline::Parser parse(resources);
  const dateline::Document document = dateline::document_of(data, size);
  dateline::Extraction extraction;
  segment(document, extraction);
  parse(document, extraction);
  dateline::check_segments(document, extraction);
  dateline::check_trees(extraction);
  return 0;
}
