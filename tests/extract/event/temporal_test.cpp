// temporal.txt: sentences, and how their events lie to one another in time. The rows of temporal.tsv are read with those of frames.tsv.
#include <doctest/doctest.h>

#include "dateline/extract.hpp"
#include "extract/event/expectation.hpp"
#include "support/corpus.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("temporal.txt") {
  const Resources resources = Resources::embedded();
  if (resources.bytes("models/english.bin").empty()) {
    MESSAGE("skipped: no language model is embedded");
    return;
  }
  const Extractor extractor(resources);
  run_corpus("extract/event/temporal.txt",
             [&](const CorpusCase& one) { return temporal_links(extractor.analyse(one_paragraph(one.text))); });
}

TEST_CASE("every row on how events lie in time finds its example and passes over its traps") {
  const Resources resources = Resources::embedded();
  if (resources.bytes("models/english.bin").empty()) return;
  const auto examples = run_examples(resources, Extractor(resources), "resources/en/event/temporal.tsv");
  CHECK(!examples.empty());
  for (const RowExample& one : examples)
    CHECK_MESSAGE(one.right, one.row << ": " << one.sentence << " -> " << one.expected << one.found);
}
