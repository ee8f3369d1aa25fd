// negative.txt: ordinary prose in which nothing of the event types happens.
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "dateline/extract.hpp"
#include "extract/event/expectation.hpp"

using namespace dateline;

namespace {

constexpr int most_per_thousand = 10;

}  // namespace

TEST_CASE("ordinary prose tells of no events") {
  const Resources resources = Resources::embedded();
  if (resources.bytes("models/english.bin").empty()) {
    MESSAGE("skipped: no language model is embedded");
    return;
  }
  const Extractor extractor(resources);
  std::ifstream file(DATELINE_SOURCE_DIR "/tests/extract/event/negative.txt");
  int sentences = 0, events = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    ++sentences;
    const Extraction extraction = extractor.analyse(one_paragraph(line));
    for (const EventMention& event : extraction.events) {
      if (event.status == Status::hypothetical) continue;  // left out of timelines
      ++events;
      MESSAGE(line << "\n  " << written(extraction, event));
    }
  }
  MESSAGE(events << " false events in " << sentences << " sentences");
  CHECK(sentences >= 480);
  CHECK_MESSAGE(events * 1000 <= most_per_thousand * sentences, events << " false events in " << sentences);
}
