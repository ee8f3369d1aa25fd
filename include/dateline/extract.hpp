// A document's text into findings: times, entities, events, relations. Reads no clock, locale, environment or file.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "dateline/model/findings.hpp"
#include "dateline/resources.hpp"

namespace dateline {

/// How far to go; each stage needs those before it.
enum class Stage { text, syntax, time, entities, events };

struct ExtractOptions {
  Stage last = Stage::events;
  bool parse = true;   ///< without, time expressions are read from words alone, and nothing after them can be found
  bool steps = false;  ///< keep Extraction::steps
};

/// Raised when the code finds something else in the same text with the same tables.
inline constexpr int extractor_version = 7;

/// Immutable after construction and shared by threads; one document, one thread.
class Extractor {
 public:
  /// Throws Error{resource} on a bad row or model.
  explicit Extractor(const Resources& resources);
  ~Extractor();
  Extractor(Extractor&&) noexcept;

  Findings extract(const Document& document, ExtractOptions options = {}) const;

  /// Who made the findings: this program's extractor with these tables. Another value means that they may differ.
  const std::string& maker() const;

  /// The working state, spans in bytes: for `explain`, `parse` and tests.
  Extraction analyse(const Document& document, ExtractOptions options = {}) const;

  /// Sentences, tags, lemmas, heads, and names as tagger, tables, titles and the whole document have them (`parse --text`).
  Extraction parse(const Document& document) const;

  /// The same for sentences whose tokens are given (`parse --conllu`). Lines of CoNLL-U in and out.
  std::string parse_conllu(std::string_view conllu) const;

 private:
  struct Stages;
  std::unique_ptr<const Stages> stages_;
};

/// An example that stands beside a row of an event table, and what was found in it.
struct RowExample {
  std::string file;
  int line = 0;
  std::string row, sentence, expected;
  std::string found;  ///< a line an event; "" when right
  bool right = false;
};

/// Runs the examples and traps of the rows of event tables whose file starts with `from` (all of them with ""), in the order of the
/// rows; a file is a user's path or, of what is built in, "resources/en/event/parts.tsv". The trees come from a learned model, so a few are misread.
std::vector<RowExample> run_examples(const Resources& resources, const Extractor& extractor,
                                     std::string_view from = {});

/// Pairs of a lemma and a frame, by event type.
std::map<std::string, std::size_t> senses_by_type(const Resources& resources);

/// The sentences, tokens and trees as CoNLL-U (https://universaldependencies.org/format.html), names as NER=B-PER in MISC.
std::string to_conllu(const Document& document, const Extraction& extraction);

/// Spans in bytes to spans in code points, and nothing that only the stages need.
Findings to_findings(const Document& document, Extraction&& extraction);

}  // namespace dateline
