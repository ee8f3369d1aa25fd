#include "graph/store/reading_writer.hpp"

#include <algorithm>
#include <optional>

#include "dateline/base/error.hpp"
#include "dateline/base/utf8.hpp"
#include "dateline/store.hpp"
#include "graph/store/columns.hpp"

namespace dateline::store {
namespace {

/// Whether every index of the findings points inside them.
bool points_inside(const Findings& findings) {
  const auto entity = [&](std::uint32_t index) { return index < findings.entities.size(); };
  const auto event = [&](std::uint32_t index) { return index < findings.events.size(); };
  const auto sound_event = [&](const EventMention& mention) {
    return std::ranges::all_of(mention.participants, entity, &Participant::entity) &&
           std::ranges::all_of(mention.attribution, entity) && std::ranges::all_of(mention.content, event) &&
           std::ranges::all_of(mention.temporal, event, &TemporalMention::event) &&
           (!mention.part_of || event(*mention.part_of)) && (!mention.place || entity(*mention.place)) &&
           (!mention.time || *mention.time < findings.times.size());
  };
  const auto sound_relation = [&](const RelationMention& mention) {
    return entity(mention.from) && (!mention.to || entity(*mention.to));
  };
  return std::ranges::all_of(findings.events, sound_event) && std::ranges::all_of(findings.relations, sound_relation);
}

std::optional<std::int64_t> id_of(const std::vector<std::int64_t>& ids, const std::optional<std::uint32_t>& index) {
  return index ? std::optional(ids[*index]) : std::nullopt;
}

DayColumns published_days(const std::optional<Published>& published) {
  const std::optional<EdtfDate> date = published ? parse_edtf(published->edtf) : std::nullopt;
  return date ? day_columns(date->days) : DayColumns{};
}

}  // namespace

ReadingWriter::ReadingWriter(const Database& database, std::string_view ingested)
    : ingested_(ingested),
      document_(inserting(
          database, "documents",
          "title, source, publisher, byline, url, published, published_from, published_first_day, "
          "published_last_day, published_start, published_end, ingested, dateline_place, dateline_day, anchor, "
          "anchor_why, sha256, made_by, text")),
      agency_(inserting(database, "document_agencies", "document_id, name")),
      block_(inserting(database, "blocks", "document_id, kind, start_offset, end_offset")),
      sentence_(inserting(database, "sentences", "document_id, start_offset, end_offset, text")),
      entity_(inserting(database, "local_entities", "document_id, name, kind, country, resource_key")),
      mention_(inserting(database, "mentions", "entity_id, form, start_offset, end_offset, text")),
      time_(inserting(database, "time_mentions",
                      "document_id, start_offset, end_offset, text, type, value, mod, edtf, first_day, last_day, "
                      "start_date, end_date, precision, anchor, anchor_event, rule, why")),
      time_alternative_(inserting(database, "time_mention_alternatives", "time_id, edtf, why")),
      event_(
          inserting(database, "event_mentions",
                    "document_id, type, mode, status, negated, trigger_start, trigger_end, trigger_text, "
                    "sentence_start, sentence_end, place_id, time_id, date, first_day, last_day, start_date, end_date, "
                    "precision, basis, rule, about, told_again, own_words")),
      participant_(inserting(database, "event_mention_participants", "mention_id, role, entity_id")),
      attribution_(inserting(database, "event_mention_attribution", "mention_id, entity_id")),
      content_(inserting(database, "event_mention_content", "mention_id, content_id")),
      temporal_(inserting(database, "event_mention_temporal", "mention_id, relation, other_id, rule")),
      part_(inserting(database, "event_mention_parts", "mention_id, whole_id")),
      amount_(inserting(database, "event_mention_amounts", "mention_id, role, text, value")),
      alternative_(inserting(database, "event_mention_alternatives", "mention_id, edtf, why")),
      relation_(inserting(database, "relation_mentions",
                          "document_id, type, from_id, to_id, text, start_offset, end_offset, sentence_start, "
                          "sentence_end, since, until, rule")) {}

void ReadingWriter::write(const Reading& reading) {
  const Findings& findings = reading.findings;
  if (!points_inside(findings)) {
    throw Error(
        ErrorKind::store, reading.document.source,
        "cannot be stored: its findings point outside themselves, which is an error in the program that made them");
  }
  const Places places(reading.document.text);
  const std::int64_t document = write_document(reading);
  write_blocks(reading.document, document);
  for (const Span sentence : findings.sentences)
    sentence_.run(document, span_columns(sentence), places.words(sentence));
  const Ids times = write_times(findings, places, document);
  const Ids entities = write_entities(findings, document);
  const Ids events = write_events(findings, places, document, entities, times);
  for (std::size_t i = 0; i < events.size(); ++i) write_event_parts(findings.events[i], events[i], entities, events);
  write_relations(findings, document, entities);
}

std::int64_t ReadingWriter::write_document(const Reading& reading) {
  const Document& document = reading.document;
  const std::optional<Published>& published = document.published;
  const std::int64_t id = document_.insert(
      known(document.title), document.source, known(document.publisher), known(document.byline), known(document.url),
      published ? std::optional(published->edtf) : std::nullopt,
      published ? std::optional(published->from) : std::nullopt, published_days(published), ingested_,
      known(document.dateline_place), known(document.dateline_day), known(reading.findings.anchor_edtf),
      known(reading.findings.anchor_why), document.sha256, reading.findings.made_by, document.text);
  for (const std::string& agency : document.agencies) agency_.run(id, agency);
  return id;
}

void ReadingWriter::write_blocks(const Document& document, std::int64_t id) {
  const utf8::Index index(document.text);
  for (const Block& block : document.blocks) {
    block_.run(id, name(block.kind), index.code_point(block.bytes.begin), index.code_point(block.bytes.end));
  }
}

ReadingWriter::Ids ReadingWriter::write_times(const Findings& findings, const Places& places, std::int64_t document) {
  Ids ids;
  for (const TimeMention& time : findings.times) {
    ids.push_back(time_.insert(document, span_columns(time.span), places.words(time.span), name(time.type), time.value,
                               known(time.mod), known(time.edtf), day_columns(time.days), name(time.precision),
                               known(time.anchor), known(time.anchor_event), known(time.rule), known(time.why)));
    for (const DateAlternative& other : time.alternatives) time_alternative_.run(ids.back(), other.edtf, other.why);
  }
  return ids;
}

ReadingWriter::Ids ReadingWriter::write_entities(const Findings& findings, std::int64_t document) {
  Ids ids;
  for (const LocalEntity& entity : findings.entities) {
    ids.push_back(entity_.insert(document, entity.name, name(entity.kind), known(entity.country), known(entity.key)));
    for (const EntityMention& mention : entity.mentions) {
      mention_.run(ids.back(), name(mention.form), span_columns(mention.span), mention.text);
    }
  }
  return ids;
}

ReadingWriter::Ids ReadingWriter::write_events(const Findings& findings, const Places& places, std::int64_t document,
                                               const Ids& entities, const Ids& times) {
  Ids ids;
  for (const EventMention& event : findings.events) {
    ids.push_back(event_.insert(document, event.type, known(event.mode), name(event.status), event.negated,
                                span_columns(event.trigger), places.words(event.trigger), span_columns(event.sentence),
                                id_of(entities, event.place), id_of(times, event.time), date_columns(event.date),
                                known(event.rule), known(event.about), event.told_again, known(event.own_words)));
  }
  return ids;
}

void ReadingWriter::write_event_parts(const EventMention& event, std::int64_t mention, const Ids& entities,
                                      const Ids& events) {
  for (const Participant& participant : event.participants) {
    participant_.run(mention, participant.role, entities[participant.entity]);
  }
  for (const std::uint32_t entity : event.attribution) attribution_.run(mention, entities[entity]);
  for (const std::uint32_t other : event.content) content_.run(mention, events[other]);
  for (const TemporalMention& link : event.temporal)
    temporal_.run(mention, name(link.relation), events[link.event], known(link.rule));
  if (event.part_of) part_.run(mention, events[*event.part_of]);
  for (const Amount& amount : event.amounts) amount_.run(mention, amount.role, amount.text, amount.value);
  if (!event.date) return;
  for (const DateAlternative& other : event.date->alternatives) alternative_.run(mention, other.edtf, other.why);
}

void ReadingWriter::write_relations(const Findings& findings, std::int64_t document, const Ids& entities) {
  for (const RelationMention& relation : findings.relations) {
    relation_.run(document, relation.type, entities[relation.from], id_of(entities, relation.to), known(relation.text),
                  span_columns(relation.span), span_columns(relation.sentence), known(relation.since),
                  known(relation.until), known(relation.rule));
  }
}

}  // namespace dateline::store
