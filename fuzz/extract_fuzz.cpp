// Any text through all stages of extract: findings whose places and indices hold; never a crash or a hang.
#include <cstdint>
#include <cstdlib>

#include "extract_check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dateline::Extractor extractor(dateline::Resources::embedded());
  const dateline::Document document = dateline::paragraph_of({reinterpret_cast<const char*>(data), size});
  if (!dateline::is_sound(document, extractor.extract(document))) std::abort();
  return 0;
}
