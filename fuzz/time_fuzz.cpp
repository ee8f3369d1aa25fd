// Any text through sentences and time expressions, published on any day: sound places, values that EDTF reads; never a crash or a hang.
#include <cstdint>
#include <cstdlib>

#include "dateline/base/utf8.hpp"
#include "extract/text/segmenter.hpp"
#include "extract/time/time_finder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dateline::Resources resources = dateline::Resources::embedded();
  static const dateline::Segmenter segment(resources);
  static const dateline::TimeFinder find_times(resources);
  // The first byte chooses the day of publication.
  constexpr const char* published[] = {"",        "2024-11-09", "2024",        "2000-02-29",
                                       "1999-12", "9999-12-31", "-0043-03-15", "2024-11-09T16:24Z"};
  if (size == 0) return 0;
  dateline::Document document;
  document.text = dateline::utf8::repaired({reinterpret_cast<const char*>(data) + 1, size - 1});
  document.blocks = {{dateline::BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}}};
  if (const std::string day = published[data[0] % 8]; !day.empty())
    document.published = dateline::Published{day, "given"};
  dateline::Extraction extraction;
  segment(document, extraction);
  find_times(document, extraction);
  if (extraction.times.size() != extraction.time_tokens.size()) std::abort();
  std::uint32_t end = 0;
  for (const dateline::TimeMention& time : extraction.times) {
    if (time.span.begin < end || time.span.begin >= time.span.end || time.span.end > document.text.size()) std::abort();
    if (time.value.empty() || time.rule.empty() || (!time.edtf.empty() && !dateline::parse_edtf(time.edtf)))
      std::abort();
    end = time.span.end;
  }
  return 0;
}
