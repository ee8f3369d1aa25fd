#include "graph/store/knowledge_writer.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "dateline/base/error.hpp"
#include "graph/store/columns.hpp"
#include "graph/store/knowledge_reader.hpp"
#include "graph/store/statement.hpp"

namespace dateline::store {
namespace {

bool points_inside(const Knowledge& knowledge) {
  const auto entity = [&](std::uint32_t index) { return index < knowledge.entities.size(); };
  const auto event = [&](std::uint32_t index) { return index < knowledge.events.size(); };
  const auto sound_evidence = [&](const Evidence& evidence) {
    return evidence.document < knowledge.documents.size() && std::ranges::all_of(evidence.attribution, entity);
  };
  const auto sound_event = [&](const Event& value) {
    const auto told = [&](std::uint32_t index) { return index < value.evidence.size(); };
    const auto sound_conflict = [&](const Conflict& conflict) {
      return std::ranges::all_of(conflict.values, [&](const auto& v) { return std::ranges::all_of(v.evidence, told); });
    };
    const auto sound_link = [&](const TemporalLink& link) {
      return event(link.event) && std::ranges::all_of(link.evidence, told);
    };
    return std::ranges::all_of(value.temporal, sound_link) &&
           std::ranges::all_of(value.participants, entity, &Participant::entity) &&
           (!value.place || entity(*value.place)) && (!value.part_of || event(*value.part_of)) &&
           std::ranges::all_of(value.content, event) && std::ranges::all_of(value.evidence, sound_evidence) &&
           std::ranges::all_of(value.conflicts, sound_conflict);
  };
  const auto sound_relation = [&](const Relation& value) {
    return entity(value.from) && (!value.to || entity(*value.to)) &&
           std::ranges::all_of(value.evidence, sound_evidence);
  };
  return std::ranges::all_of(knowledge.events, sound_event) && std::ranges::all_of(knowledge.relations, sound_relation);
}

/// Children first, so that no row is looked for twice.
void clear(const Database& database) {
  for (const char* table :
       {"event_parts", "event_temporal_evidence", "event_temporal", "conflict_evidence", "conflict_values", "conflicts",
        "evidence_attribution", "evidence", "event_content", "event_amounts", "event_participants",
        "event_alternatives", "relations", "events", "entity_aliases", "entities", "document_origins"}) {
    database.run(std::string("DELETE FROM ") + table);
  }
}

/// Writes a knowledge whose indices are sound into empty tables: row ids are indices + 1.
class KnowledgeWriter {
 public:
  explicit KnowledgeWriter(const Database& database);
  void write(const Knowledge& knowledge);

 private:
  void write_documents(const std::vector<DocumentInfo>& documents);
  void write_entity(std::int64_t id, const Entity& entity);
  void write_event(std::int64_t id, const Event& event);
  void write_event_parts(std::int64_t id, const Event& event);
  void write_conflicts(std::int64_t event, const std::vector<Conflict>& conflicts,
                       const std::vector<std::int64_t>& told);
  void write_temporal(std::int64_t event, const std::vector<TemporalLink>& links,
                      const std::vector<std::int64_t>& told);
  void write_relation(std::int64_t id, const Relation& relation);
  std::int64_t write_evidence(std::optional<std::int64_t> event, std::optional<std::int64_t> relation,
                              const Evidence& evidence);

  const Database& database_;
  std::vector<std::int64_t> documents_;  // row ids by index
  Statement origin_, entity_, alias_;
  Statement event_, alternative_, participant_, amount_, content_, temporal_, temporal_evidence_, part_;
  Statement relation_, evidence_, attribution_, conflict_, conflict_value_, conflict_evidence_;
};

std::int64_t row_id(std::size_t index) { return static_cast<std::int64_t>(index) + 1; }

std::optional<std::int64_t> row_id(const std::optional<std::uint32_t>& index) {
  return index ? std::optional(row_id(*index)) : std::nullopt;
}

KnowledgeWriter::KnowledgeWriter(const Database& database)
    : database_(database),
      origin_(inserting(database, "document_origins", "id, document_id, key, origin, anchor, anchor_why")),
      entity_(inserting(database, "entities", "id, key, name, kind, country, mentions, wikidata")),
      alias_(inserting(database, "entity_aliases", "entity_id, alias")),
      event_(
          inserting(database, "events",
                    "id, key, title, type, mode, status, date, first_day, last_day, start_date, end_date, precision, "
                    "basis, place_id, articles, origins, plover_event, plover_mode, cameo")),
      alternative_(inserting(database, "event_alternatives", "event_id, edtf, why")),
      participant_(inserting(database, "event_participants", "event_id, role, entity_id")),
      amount_(inserting(database, "event_amounts", "event_id, role, text, value")),
      content_(inserting(database, "event_content", "event_id, content_id")),
      temporal_(inserting(database, "event_temporal", "event_id, relation, other_id")),
      temporal_evidence_(inserting(database, "event_temporal_evidence", "temporal_id, evidence_id")),
      part_(inserting(database, "event_parts", "event_id, whole_id")),
      relation_(inserting(database, "relations", "id, key, type, from_id, to_id, text, since, until")),
      evidence_(
          inserting(database, "evidence",
                    "event_id, relation_id, document_id, start_offset, end_offset, quote, trigger_start, "
                    "trigger_end, trigger_text, time_start, time_end, time_text, time_date, time_anchor, time_rule, "
                    "status, reported, rule")),
      attribution_(inserting(database, "evidence_attribution", "evidence_id, entity_id")),
      conflict_(inserting(database, "conflicts", "event_id, field")),
      conflict_value_(inserting(database, "conflict_values", "conflict_id, value")),
      conflict_evidence_(inserting(database, "conflict_evidence", "value_id, evidence_id")) {}

void KnowledgeWriter::write(const Knowledge& knowledge) {
  write_documents(knowledge.documents);
  for (std::size_t i = 0; i < knowledge.entities.size(); ++i) write_entity(row_id(i), knowledge.entities[i]);
  for (std::size_t i = 0; i < knowledge.events.size(); ++i) write_event(row_id(i), knowledge.events[i]);
  for (std::size_t i = 0; i < knowledge.events.size(); ++i) write_event_parts(row_id(i), knowledge.events[i]);
  for (std::size_t i = 0; i < knowledge.relations.size(); ++i) write_relation(row_id(i), knowledge.relations[i]);
}

/// The documents lie there already, from the readings: merge adds ids, origins and their order, and where a document counts from
/// when others tell; it may change nothing else.
void KnowledgeWriter::write_documents(const std::vector<DocumentInfo>& documents) {
  std::map<std::string, DocumentRow, std::less<>> stored;
  for (DocumentRow& row : read_documents(database_)) stored.emplace(row.info.source, std::move(row));
  for (const DocumentInfo& info : documents) {
    const auto found = stored.find(info.source);
    if (found == stored.end()) {
      throw Error(ErrorKind::store, database_.path(),
                  "has no document '" + info.source + "' that was merged: merge again");
    }
    auto& [id, expected] = found->second;
    expected.id = info.id;
    expected.origin = info.origin;
    if (!info.anchor_edtf.empty()) expected.anchor_edtf = info.anchor_edtf, expected.anchor_why = info.anchor_why;
    if (expected != info) {
      throw Error(ErrorKind::store, database_.path(),
                  "holds another reading of '" + info.source + "' than the one that was merged: merge again");
    }
    origin_.run(row_id(documents_.size()), id, info.id, info.origin, known(info.anchor_edtf), known(info.anchor_why));
    documents_.push_back(id);
    stored.erase(found);
  }
}

void KnowledgeWriter::write_entity(std::int64_t id, const Entity& entity) {
  entity_.run(id, entity.id, entity.name, name(entity.kind), known(entity.country), entity.mentions,
              known(entity.wikidata));
  for (const std::string& alias : entity.aliases) alias_.run(id, alias);
}

void KnowledgeWriter::write_event(std::int64_t id, const Event& event) {
  event_.run(id, event.id, event.label, event.type, known(event.mode), name(event.status), date_columns(event.date),
             row_id(event.place), event.articles, event.origins, known(event.plover_event), known(event.plover_mode),
             known(event.cameo));
  if (!event.date) return;
  for (const DateAlternative& other : event.date->alternatives) alternative_.run(id, other.edtf, other.why);
}

void KnowledgeWriter::write_event_parts(std::int64_t id, const Event& event) {
  for (const Participant& participant : event.participants) {
    participant_.run(id, participant.role, row_id(participant.entity));
  }
  for (const Amount& amount : event.amounts) amount_.run(id, amount.role, amount.text, amount.value);
  for (const std::uint32_t other : event.content) content_.run(id, row_id(other));
  if (event.part_of) part_.run(id, row_id(*event.part_of));
  std::vector<std::int64_t> told;
  for (const Evidence& evidence : event.evidence) told.push_back(write_evidence(id, std::nullopt, evidence));
  write_conflicts(id, event.conflicts, told);
  write_temporal(id, event.temporal, told);
}

void KnowledgeWriter::write_temporal(std::int64_t event, const std::vector<TemporalLink>& links,
                                     const std::vector<std::int64_t>& told) {
  for (const TemporalLink& link : links) {
    const std::int64_t id = temporal_.insert(event, name(link.relation), row_id(link.event));
    for (const std::uint32_t evidence : link.evidence) temporal_evidence_.run(id, told[evidence]);
  }
}

void KnowledgeWriter::write_conflicts(std::int64_t event, const std::vector<Conflict>& conflicts,
                                      const std::vector<std::int64_t>& told) {
  for (const Conflict& conflict : conflicts) {
    const std::int64_t id = conflict_.insert(event, conflict.field);
    for (const Conflict::Value& value : conflict.values) {
      const std::int64_t value_id = conflict_value_.insert(id, value.value);
      for (const std::uint32_t evidence : value.evidence) conflict_evidence_.run(value_id, told[evidence]);
    }
  }
}

void KnowledgeWriter::write_relation(std::int64_t id, const Relation& relation) {
  relation_.run(id, relation.id, relation.type, row_id(relation.from), row_id(relation.to), known(relation.text),
                known(relation.since), known(relation.until));
  for (const Evidence& evidence : relation.evidence) write_evidence(std::nullopt, id, evidence);
}

std::int64_t KnowledgeWriter::write_evidence(std::optional<std::int64_t> event, std::optional<std::int64_t> relation,
                                             const Evidence& evidence) {
  using Time =
      std::tuple<std::optional<std::uint32_t>, std::optional<std::uint32_t>, std::optional<std::string_view>,
                 std::optional<std::string_view>, std::optional<std::string_view>, std::optional<std::string_view>>;
  Time time;
  if (const auto& t = evidence.time) {
    time = Time{t->span.begin, t->span.end, t->text, known(t->edtf), known(t->anchor), known(t->rule)};
  }
  const std::int64_t id = evidence_.insert(event, relation, documents_[evidence.document], span_columns(evidence.span),
                                           evidence.quote, span_columns(evidence.trigger), evidence.trigger_text, time,
                                           name(evidence.status), known(evidence.reported), known(evidence.rule));
  for (const std::uint32_t entity : evidence.attribution) attribution_.run(id, row_id(entity));
  return id;
}

}  // namespace

void write_knowledge(const Database& database, const Knowledge& knowledge) {
  if (!points_inside(knowledge)) {
    throw Error(ErrorKind::store, database.path(),
                "cannot take this knowledge: it points outside itself, which is an error in the program that made it");
  }
  clear(database);
  KnowledgeWriter(database).write(knowledge);
  database.run(
      "UPDATE state SET merged = NOT EXISTS (SELECT 1 FROM documents WHERE id NOT IN (SELECT document_id FROM "
      "document_origins))");
}

}  // namespace dateline::store
