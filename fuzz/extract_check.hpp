// What must hold of the findings of any text; shared by the fuzz target and the test that replays its seeds.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "dateline/extract.hpp"

namespace dateline {

/// A document whose whole text is one paragraph, published on a fixed day.
inline Document paragraph_of(std::string_view bytes) {
  Document document;
  document.source = "fuzz";
  document.text = utf8::repaired(bytes);
  document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}}};
  document.published = Published{"2024-11-09", "given"};
  return document;
}

/// Whether every place lies inside the text and every index inside its list.
inline bool is_sound(const Document& document, const Findings& findings) {
  const std::size_t size = utf8::length(document.text), entities = findings.entities.size();
  const auto placed = [&](const Span& span) { return span.begin < span.end && span.end <= size; };
  const auto known = [&](std::uint32_t entity) { return entity < entities; };
  const auto sound_event = [&](const EventMention& event) {
    const auto taking_part = [&](const Participant& one) { return known(one.entity); };
    return placed(event.trigger) && placed(event.sentence) && event.sentence.begin <= event.trigger.begin &&
           event.trigger.end <= event.sentence.end && !event.rule.empty() &&
           std::all_of(event.participants.begin(), event.participants.end(), taking_part) &&
           std::all_of(event.attribution.begin(), event.attribution.end(), known) &&
           (!event.place || known(*event.place)) && (!event.time || *event.time < findings.times.size()) &&
           std::all_of(event.temporal.begin(), event.temporal.end(),
                       [&](const TemporalMention& link) { return link.event < findings.events.size(); }) &&
           std::all_of(event.content.begin(), event.content.end(),
                       [&](std::uint32_t one) { return one < findings.events.size(); });
  };
  const auto sound_entity = [&](const LocalEntity& entity) {
    return !entity.mentions.empty() &&
           std::all_of(entity.mentions.begin(), entity.mentions.end(), [&](const EntityMention& mention) {
             return placed(mention.span) &&
                    squeeze(utf8::slice(document.text, mention.span.begin, mention.span.end)) == mention.text;
           });
  };
  return std::all_of(findings.sentences.begin(), findings.sentences.end(), placed) &&
         std::all_of(findings.times.begin(), findings.times.end(),
                     [&](const TimeMention& time) {
                       return placed(time.span) && (time.edtf.empty() || parse_edtf(time.edtf));
                     }) &&
         std::all_of(findings.entities.begin(), findings.entities.end(), sound_entity) &&
         std::all_of(findings.events.begin(), findings.events.end(), sound_event) &&
         std::all_of(findings.relations.begin(), findings.relations.end(),
                     [&](const RelationMention& one) { return known(one.from) && (!one.to || known(*one.to)); });
}

}  // namespace dateline
