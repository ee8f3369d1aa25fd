#include "extract/event/frames.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "dateline/extract.hpp"
#include "dateline/ontology.hpp"
#include "extract/event/classes.hpp"

using namespace dateline;

TEST_CASE("every type of the ontology has frames, and every frame row reads") {
  const Resources resources = Resources::embedded();
  const Ontology ontology(resources);
  const Classes classes(resources);
  const Frames frames(resources, ontology, classes);
  CHECK(frames.size() > 4000);
  const auto senses = senses_by_type(resources);
  for (const EventType& type : ontology.events()) CHECK_MESSAGE(senses.count(type.id) > 0, "no frame for " << type.id);
}

TEST_CASE("every frame and cue row finds its example and passes over its traps") {
  const Resources resources = Resources::embedded();
  if (resources.bytes("models/english.bin").empty()) {
    MESSAGE("skipped: no language model is embedded");
    return;
  }
  const std::vector<RowExample> examples = run_examples(resources, Extractor(resources));
  std::size_t wrong = 0;
  for (const RowExample& one : examples) {
    if (one.right) continue;
    ++wrong;
    MESSAGE(one.file << ":" << one.line << ": " << one.row << ": " << one.sentence << " -> " << one.expected
                     << one.found);
  }
  CHECK(examples.size() > 1200);
  // the trees come from a learned model: a few rows may fall to its errors
  CHECK_MESSAGE(wrong * 40 <= examples.size(), wrong << " of " << examples.size() << " examples are misread");
}
