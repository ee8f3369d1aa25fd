// Times of a text as lines, for tests.
#pragma once

#include <string>
#include <vector>

#include "extract/text/segmenter.hpp"
#include "extract/time/time_finder.hpp"

namespace dateline::test {

struct TimesFound {
  std::vector<std::string> lines;  ///< "extent = VALUE [MOD] [EDTF]"
  std::vector<std::string> rules;
};

/// `published` is EDTF; "" for none. A blank line parts blocks.
inline TimesFound times_in(const std::string& text, const std::string& published) {
  static const Resources resources = Resources::embedded();
  static const Segmenter segment(resources);
  static const TimeFinder find_times(resources);
  Document document;
  document.text = text;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    document.blocks.push_back(
        {BlockKind::paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    begin = end == text.size() ? end : end + 2;
  }
  if (!published.empty()) document.published = Published{published, "test"};
  Extraction extraction;
  segment(document, extraction);
  find_times(document, extraction);
  TimesFound found;
  for (const TimeMention& time : extraction.times) {
    std::string line = text.substr(time.span.begin, time.span.size()) + " = " + time.value;
    if (!time.mod.empty()) line += " " + time.mod;
    if (!time.edtf.empty() && time.edtf != time.value) line += " " + time.edtf;
    found.lines.push_back(line);
    found.rules.push_back(time.rule);
  }
  return found;
}

}  // namespace dateline::test
