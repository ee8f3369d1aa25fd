#include "graph/merge/evidence.hpp"

namespace dateline::merging {
namespace {

std::string reported(const Document& document) { return document.published ? document.published->edtf : ""; }

}  // namespace

Quotes::Quotes(const Readings& readings) {
  places_.reserve(readings.size());
  for (const Reading* reading : readings) places_.emplace_back(reading->document.text);
}

std::string Quotes::text(std::uint32_t document, const Span& span) const {
  return std::string(places_[document].slice(span.begin, span.end));
}

Evidence evidence_of(const EventMention& mention, std::uint32_t document, const Readings& readings,
                     const EntityTable& entities, const Quotes& quotes) {
  const Findings& findings = readings[document]->findings;
  Evidence out;
  out.document = document;
  out.span = mention.sentence;
  out.quote = quotes.text(document, mention.sentence);
  out.trigger = mention.trigger;
  out.trigger_text = quotes.text(document, mention.trigger);
  if (mention.time && *mention.time < findings.times.size()) {
    const TimeMention& time = findings.times[*mention.time];
    out.time = Evidence::Time{time.span, quotes.text(document, time.span), time.edtf, time.anchor, time.rule};
  }
  for (const std::uint32_t speaker : mention.attribution) {
    if (speaker < entities.of[document].size()) out.attribution.push_back(entities.of[document][speaker]);
  }
  out.status = mention.negated ? Status::denied : mention.status;
  out.reported = reported(readings[document]->document);
  out.rule = mention.rule;
  return out;
}

Evidence evidence_of(const RelationMention& mention, std::uint32_t document, const Readings& readings,
                     const Quotes& quotes) {
  Evidence out;
  out.document = document;
  out.span = mention.sentence;
  out.quote = quotes.text(document, mention.sentence);
  out.trigger = mention.span;
  out.trigger_text = quotes.text(document, mention.span);
  out.reported = reported(readings[document]->document);
  out.rule = mention.rule;
  return out;
}

}  // namespace dateline::merging
