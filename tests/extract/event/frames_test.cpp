#include "dateline/extract.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "dateline/ontology.hpp"
#include "extract/event/classes.hpp"
#include "extract/event/expectation.hpp"
#include "extract/event/frames.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

constexpr std::string_view model = "models/english.bin";

/// The type of a frame row, by its pattern.
std::string type_of(const Resources& resources, const Table& frames, const Row& row) {
  const Table& patterns = resources.table("en/event/patterns");
  for (const Row& pattern : patterns.rows) {
    if (pattern.cells.front() == frames.cell(row, "pattern")) return patterns.cell(pattern, "type");
  }
  return {};
}

/// The trees come from a learned model: a few rows may fall to its errors, each is named, more than one in forty fails.
class Tally {
 public:
  void count(bool right, const std::string& what) {
    ++all_;
    if (right) return;
    ++wrong_;
    MESSAGE(what);
  }
  void check() const {
    CHECK_MESSAGE(wrong_ * 40 <= all_, wrong_ << " of " << all_ << " examples are not read as their rows say");
  }

 private:
  int all_ = 0, wrong_ = 0;
};

bool found(const Extraction& extraction, const std::string& type, const Expectation& expectation) {
  return std::any_of(extraction.events.begin(), extraction.events.end(), [&](const EventMention& event) {
    return event.type == type && expectation.met_by(extraction, event);
  });
}

}  // namespace

TEST_CASE("every type of the ontology has frames, and every frame row reads") {
  const Resources resources = Resources::embedded();
  const Ontology ontology(resources);
  const Classes classes(resources);
  const Frames frames(resources, ontology, classes);
  CHECK(frames.size() > 1000);
  const Table& table = resources.table("en/event/frames");
  for (const EventType& type : ontology.events()) {
    const bool covered = std::any_of(table.rows.begin(), table.rows.end(),
                                     [&](const Row& row) { return type_of(resources, table, row) == type.id; });
    CHECK_MESSAGE(covered, "no frame for " << type.id);
  }
}

TEST_CASE("every frame row finds its example and passes over its traps") {
  const Resources resources = Resources::embedded();
  if (resources.bytes(model).empty()) {
    MESSAGE("skipped: no language model is embedded");
    return;
  }
  const Extractor extractor(resources);
  const Table& table = resources.table("en/event/frames");
  Tally tally;
  for (const Row& row : table.rows) {
    const std::string type = type_of(resources, table, row);
    const std::string& example = table.cell(row, "example");
    const std::string where = row.file + ":" + std::to_string(row.line) + ": " + row.cells.front() + ": ";
    if (!example.empty()) {
      const Extraction extraction = extractor.analyse(one_paragraph(example));
      tally.count(found(extraction, type, Expectation(table.cell(row, "expected"))),
                  where + example + " -> " + table.cell(row, "expected") + written(extraction));
    }
    std::string_view traps = table.cell(row, "not");
    while (!traps.empty()) {
      const std::size_t bars = traps.find("||");
      const std::string trap(trim(traps.substr(0, bars)));
      traps = bars == traps.npos ? std::string_view() : traps.substr(bars + 2);
      const Extraction extraction = extractor.analyse(one_paragraph(trap));
      const bool fired = std::any_of(
          extraction.events.begin(), extraction.events.end(),
          [&](const EventMention& event) { return event.type == type && event.status != Status::hypothetical; });
      tally.count(!fired, where + trap + " -> no " + type + written(extraction));
    }
  }
  tally.check();
}

TEST_CASE("every cue row gives its example the status it says") {
  const Resources resources = Resources::embedded();
  if (resources.bytes(model).empty()) {
    MESSAGE("skipped: no language model is embedded");
    return;
  }
  const Extractor extractor(resources);
  const Table& table = resources.table("en/event/cues");
  Tally tally;
  for (const Row& row : table.rows) {
    const std::string& expected = table.cell(row, "expected");
    const std::size_t space = expected.find(' ');
    if (space == expected.npos) continue;
    const std::string& example = table.cell(row, "example");
    const std::string where = row.file + ":" + std::to_string(row.line) + ": " + row.cells.front() + ": ";
    const Extraction extraction = extractor.analyse(one_paragraph(example));
    tally.count(found(extraction, expected.substr(0, space), Expectation("[" + expected.substr(space + 1) + "]")),
                where + example + " -> " + expected + written(extraction));
  }
  tally.check();
}
