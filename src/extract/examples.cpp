// The examples of the event tables, read as an article would be.
#include <algorithm>

#include "dateline/base/text.hpp"
#include "dateline/extract.hpp"
#include "extract/event/expectation.hpp"

namespace dateline {
namespace {

/// The event type of a frame row, by its pattern; "" when there is no such pattern.
std::string type_of(const Resources& resources, const Table& frames, const Row& row) {
  const Table& patterns = resources.table("en/event/patterns");
  for (const Row& pattern : patterns.rows) {
    if (pattern.cells.front() == frames.cell(row, "pattern")) return patterns.cell(pattern, "type");
  }
  return {};
}

class Examples {
 public:
  Examples(const Resources& resources, const Extractor& extractor, std::string_view from)
      : resources_(resources), extractor_(extractor), from_(from) {}

  std::vector<RowExample> run() {
    const Table& frames = resources_.table("en/event/frames");
    for (const Row& row : wanted(frames)) {
      const std::string type = type_of(resources_, frames, row);
      const std::string& example = frames.cell(row, "example");
      if (!example.empty()) must_find(row, type, example, frames.cell(row, "expected"));
      for (const std::string_view trap : traps_of(frames.cell(row, "not"))) must_stay_silent(row, type, trap);
    }
    const Table& cues = resources_.table("en/event/cues");
    for (const Row& row : wanted(cues)) {
      const std::string& expected = cues.cell(row, "expected");  // "attack claimed"
      const std::size_t space = expected.find(' ');
      if (space == expected.npos) continue;
      must_find(row, expected.substr(0, space), cues.cell(row, "example"), "[" + expected.substr(space + 1) + "]");
    }
    const Table& temporal = resources_.table("en/event/temporal");
    for (const Row& row : wanted(temporal)) {
      must_link(row, temporal.cell(row, "example"), temporal.cell(row, "expected"));
      for (const std::string_view trap : traps_of(temporal.cell(row, "not"))) must_not_link(row, trap);
    }
    const Table& parts = resources_.table("en/event/parts");
    for (const Row& row : wanted(parts)) {
      must_part(row, parts.cell(row, "example"), {parts.cell(row, "expected")});
      for (const std::string_view trap : traps_of(parts.cell(row, "not"))) must_part(row, trap, {});
    }
    must_word(resources_.table("en/event/about"), &EventMention::about);
    must_word(resources_.table("en/event/own_words"), &EventMention::own_words);
    return std::move(examples_);
  }

 private:
  std::vector<Row> wanted(const Table& table) const {
    std::vector<Row> rows;
    std::copy_if(table.rows.begin(), table.rows.end(), std::back_inserter(rows),
                 [this](const Row& row) { return row.file.starts_with(from_); });
    return rows;
  }

  static std::vector<std::string_view> traps_of(std::string_view cell) {
    std::vector<std::string_view> traps;
    while (!cell.empty()) {
      const std::size_t bars = cell.find("||");
      traps.push_back(trim(cell.substr(0, bars)));
      cell = bars == cell.npos ? std::string_view() : cell.substr(bars + 2);
    }
    return traps;
  }

  void must_find(const Row& row, const std::string& type, std::string_view sentence, const std::string& expected) {
    const Extraction extraction = extractor_.analyse(one_paragraph(sentence));
    const Expectation expectation(expected);
    const bool right = std::any_of(extraction.events.begin(), extraction.events.end(), [&](const EventMention& event) {
      return event.type == type && expectation.met_by(extraction, event);
    });
    note(row, sentence, type + ": " + expected, extraction, right);
  }

  void must_stay_silent(const Row& row, const std::string& type, std::string_view sentence) {
    const Extraction extraction = extractor_.analyse(one_paragraph(sentence));
    const bool fired = std::any_of(extraction.events.begin(), extraction.events.end(), [&](const EventMention& event) {
      return event.type == type && event.status != Status::hypothetical;
    });
    note(row, sentence, "no " + type, extraction, !fired);
  }

  void must_link(const Row& row, std::string_view sentence, const std::string& expected) {
    const Extraction extraction = extractor_.analyse(one_paragraph(sentence));
    const std::vector<std::string> links = temporal_links(extraction, row.cells.front());
    note(row, sentence, expected, extraction, links == std::vector{expected});
  }

  void must_not_link(const Row& row, std::string_view sentence) {
    const Extraction extraction = extractor_.analyse(one_paragraph(sentence));
    note(row, sentence, "no link", extraction, temporal_links(extraction).empty());
  }

  void must_part(const Row& row, std::string_view sentence, const std::vector<std::string>& expected) {
    const Extraction extraction = extractor_.analyse(one_paragraph(sentence));
    note(row, sentence, expected.empty() ? "no part" : expected.front(), extraction,
         part_links(extraction) == expected);
  }

  /// Some event says the expected words of itself.
  void must_word(const Table& table, std::string EventMention::*words) {
    for (const Row& row : wanted(table)) {
      const std::string &example = table.cell(row, "example"), &expected = table.cell(row, "expected");
      const Extraction extraction = extractor_.analyse(one_paragraph(example));
      const bool right = std::any_of(extraction.events.begin(), extraction.events.end(),
                                     [&](const EventMention& event) { return event.*words == expected; });
      std::string said;
      for (const EventMention& event : extraction.events) said += (said.empty() ? "" : "; ") + event.*words;
      examples_.push_back({row.file, row.line, row.cells.front(), example, expected, right ? "" : said, right});
    }
  }

  void note(const Row& row, std::string_view sentence, std::string expected, const Extraction& extraction, bool right) {
    examples_.push_back({row.file, row.line, row.cells.front(), std::string(sentence), std::move(expected),
                         right ? std::string() : written(extraction), right});
  }

  const Resources& resources_;
  const Extractor& extractor_;
  const std::string_view from_;
  std::vector<RowExample> examples_;
};

}  // namespace

std::vector<RowExample> run_examples(const Resources& resources, const Extractor& extractor, std::string_view from) {
  return Examples(resources, extractor, from).run();
}

std::map<std::string, std::size_t> senses_by_type(const Resources& resources) {
  std::map<std::string, std::size_t> senses;
  const Table& frames = resources.table("en/event/frames");
  for (const Row& row : frames.rows) senses[type_of(resources, frames, row)] += frames.list(row, "lemmas").size();
  return senses;
}

}  // namespace dateline
