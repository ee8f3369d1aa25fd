#include "dateline/extract.hpp"

#include <algorithm>

#include "extract/entity/entity_finder.hpp"
#include "extract/event/event_finder.hpp"
#include "extract/syntax/annotate.hpp"
#include "extract/syntax/parser.hpp"
#include "extract/text/segmenter.hpp"
#include "extract/time/time_finder.hpp"

namespace dateline {

/// The stages in order; each sees only what those before it found.
struct Extractor::Stages {
  Segmenter segment;
  Parser parse;
  TimeFinder find_times;
  EntityFinder find_entities;
  EventFinder find_events;
  std::string maker;

  explicit Stages(const Resources& resources)
      : segment(resources),
        parse(resources),
        find_times(resources),
        find_entities(resources),
        find_events(resources),
        maker("extractor " + std::to_string(extractor_version) + ", tables " + resources.fingerprint()) {}
};

Extractor::Extractor(const Resources& resources) : stages_(std::make_unique<const Stages>(resources)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;

Extraction Extractor::analyse(const Document& document, ExtractOptions options) const {
  Extraction extraction;
  stages_->segment(document, extraction);
  if (options.last >= Stage::syntax && options.parse) stages_->parse(document, extraction);
  if (options.last >= Stage::time) stages_->find_times(document, extraction);
  if (!options.parse) options.last = std::min(options.last, Stage::time);
  if (options.last >= Stage::entities) stages_->find_entities(document, extraction);
  if (options.last >= Stage::events)
    stages_->find_events(document, extraction,
                         options.steps ? EventFinder::NearMisses::yes : EventFinder::NearMisses::no);
  if (!options.steps) extraction.steps.clear();
  return extraction;
}

Findings Extractor::extract(const Document& document, ExtractOptions options) const {
  Findings findings = to_findings(document, analyse(document, options));
  findings.made_by = maker();
  return findings;
}

const std::string& Extractor::maker() const { return stages_->maker; }

Extraction Extractor::parse(const Document& document) const {
  Extraction extraction;
  stages_->segment(document, extraction);
  stages_->parse(document, extraction);
  stages_->find_entities.label(document, extraction);
  return extraction;
}

std::string Extractor::parse_conllu(std::string_view conllu) const {
  return syntax::annotated(conllu, [&](const Document& document, Extraction& extraction) {
    stages_->parse(document, extraction);
    stages_->find_entities.label(document, extraction);
  });
}

}  // namespace dateline
