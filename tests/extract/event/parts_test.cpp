// parts.txt: sentences whose numbers are told as parts of others: every event of a type that counts, and of which one it is a part. The rows of
// parts.tsv are read with those of frames.tsv.
#include <doctest/doctest.h>

#include "dateline/extract.hpp"
#include "extract/event/expectation.hpp"
#include "support/corpus.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::string number_of(const EventMention& event) { return event.amounts.empty() ? "" : event.amounts.front().text; }

/// The events, with their number, and which is part of which.
std::vector<std::string> lines(const Extraction& extraction) {
  std::vector<std::string> out;
  for (const EventMention& event : extraction.events) {
    std::string line = written(extraction, event);
    if (!event.amounts.empty()) line += "; " + event.amounts.front().role + " " + number_of(event);
    if (event.part_of) line += "; part of " + number_of(extraction.events[*event.part_of]);
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

TEST_CASE("parts.txt") {
  const Resources resources = Resources::embedded();
  if (resources.bytes("models/english.bin").empty()) {
    MESSAGE("skipped: no language model is embedded");
    return;
  }
  const Extractor extractor(resources);
  run_corpus("extract/event/parts.txt",
             [&](const CorpusCase& one) { return lines(extractor.analyse(one_paragraph(one.text))); });
}

TEST_CASE("every row on parts of numbers finds its example and passes over its traps") {
  const Resources resources = Resources::embedded();
  if (resources.bytes("models/english.bin").empty()) return;
  const auto examples = run_examples(resources, Extractor(resources), "resources/en/event/parts.tsv");
  CHECK(!examples.empty());
  for (const RowExample& one : examples)
    CHECK_MESSAGE(one.right, one.row << ": " << one.sentence << " -> " << one.expected << one.found);
}
