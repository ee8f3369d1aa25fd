// What must hold of the times of any text; shared by the fuzz target and the test that replays its seeds.
#pragma once

#include <string>
#include <string_view>

#include "dateline/base/utf8.hpp"
#include "extract/text/segmenter.hpp"
#include "extract/time/time_finder.hpp"

namespace dateline {

/// Finds the times of `bytes`, whose first byte chooses the day of publication. False when a place or a value is unsound.
inline bool times_are_sound(std::string_view bytes) {
  static const Resources resources = Resources::embedded();
  static const Segmenter segment(resources);
  static const TimeFinder find_times(resources);
  constexpr const char* published[] = {"",        "2024-11-09", "2024",        "2000-02-29",
                                       "1999-12", "9999-12-31", "-0043-03-15", "2024-11-09T16:24Z"};
  if (bytes.empty()) return true;
  Document document;
  document.text = utf8::repaired(bytes.substr(1));
  document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}}};
  if (const std::string day = published[static_cast<unsigned char>(bytes[0]) % 8]; !day.empty())
    document.published = Published{day, "given"};
  Extraction extraction;
  segment(document, extraction);
  find_times(document, extraction);
  if (extraction.times.size() != extraction.time_tokens.size()) return false;
  std::uint32_t end = 0;
  for (const TimeMention& time : extraction.times) {
    if (time.span.begin < end || time.span.begin >= time.span.end || time.span.end > document.text.size()) return false;
    if (time.value.empty() || time.rule.empty() || (!time.edtf.empty() && !parse_edtf(time.edtf))) return false;
    end = time.span.end;
  }
  return true;
}

}  // namespace dateline
