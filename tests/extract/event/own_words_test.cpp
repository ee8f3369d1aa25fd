// own_words.txt: sentences, and what happened in their own words. The rows of own_words.tsv and about.tsv are read with those of frames.tsv.
#include <doctest/doctest.h>

#include <algorithm>

#include "dateline/extract.hpp"
#include "extract/event/expectation.hpp"
#include "support/corpus.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("own_words.txt") {
  const Resources resources = Resources::embedded();
  if (resources.bytes("models/english.bin").empty()) {
    MESSAGE("skipped: no language model is embedded");
    return;
  }
  const Extractor extractor(resources);
  run_corpus("extract/event/own_words.txt", [&](const CorpusCase& one) {
    std::vector<std::string> lines;
    for (const EventMention& event : extractor.analyse(one_paragraph(one.text)).events)
      lines.push_back(event.type + ": " + event.own_words);
    return lines;
  });
}

TEST_CASE("every row on a text's own words finds them in its example") {
  const Resources resources = Resources::embedded();
  if (resources.bytes("models/english.bin").empty()) return;
  for (const std::string table : {"resources/en/event/own_words.tsv", "resources/en/event/about.tsv"}) {
    const auto examples = run_examples(resources, Extractor(resources), table);
    CHECK(!examples.empty());
    for (const RowExample& one : examples)
      CHECK_MESSAGE(one.right, one.row << ": " << one.sentence << " -> " << one.expected << ", not " << one.found);
  }
}
