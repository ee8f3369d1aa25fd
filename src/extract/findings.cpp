#include <utility>

#include "dateline/base/utf8.hpp"
#include "dateline/extract.hpp"

namespace dateline {

Findings to_findings(const Document& document, Extraction&& extraction) {
  const utf8::Index index(document.text);
  const auto place = [&](Span& span) { span = {index.code_point(span.begin), index.code_point(span.end)}; };

  Findings findings;
  findings.anchor_edtf = std::move(extraction.anchor_edtf);
  findings.anchor_why = std::move(extraction.anchor_why);
  for (const Sentence& sentence : extraction.sentences)
    findings.sentences.push_back({index.code_point(sentence.bytes.begin), index.code_point(sentence.bytes.end)});
  findings.times = std::move(extraction.times);
  for (TimeMention& time : findings.times) place(time.span);
  findings.entities = std::move(extraction.entities);
  for (LocalEntity& entity : findings.entities) {
    for (EntityMention& mention : entity.mentions) place(mention.span);
  }
  findings.events = std::move(extraction.events);
  for (EventMention& event : findings.events) place(event.trigger), place(event.sentence);
  findings.relations = std::move(extraction.relations);
  for (RelationMention& relation : findings.relations) place(relation.span), place(relation.sentence);
  return findings;
}

}  // namespace dateline
