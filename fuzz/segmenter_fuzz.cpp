// Any bytes into sentences and tokens: thousands of inputs a second, which the parser behind them does not allow.
#include "dateline/resources.hpp"
#include "extract/text/segmenter.hpp"
#include "language_check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dateline::Segmenter segment(dateline::Resources::embedded());
  const dateline::Document document = dateline::document_of(data, size);
  dateline::Extraction extraction;
  segment(document, extraction);
  dateline::check_segments(document, extraction);
  return 0;
}
