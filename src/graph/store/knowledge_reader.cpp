#include "graph/store/knowledge_reader.hpp"

#include <string>

#include "graph/store/statement.hpp"

namespace dateline::store {
namespace {

/// Calls add(Columns) for every row of a query.
template <class Add>
void each(const Database& database, std::string_view sql, const Add& add) {
  Statement statement(database, sql);
  while (statement.next()) add(Columns(statement));
}

DocumentInfo document_info(Columns& in) {
  DocumentInfo info;
  info.id = in.text();
  info.source = in.text();
  info.title = in.text();
  info.publisher = in.text();
  info.url = in.text();
  if (in.missing()) {
    in.skip(2);
  } else {
    info.published = Published{in.text(), in.text()};
  }
  info.anchor_edtf = in.text();
  info.anchor_why = in.text();
  info.origin = in.text();
  info.sha256 = in.text();
  return info;
}

/// `rest` chooses and orders rows of documents, beside which their row of document_origins lies.
std::vector<DocumentRow> document_rows(const Database& database, const std::string& rest) {
  std::vector<DocumentRow> rows;
  const std::string columns =
      "SELECT document.id, key, source, title, publisher, url, published, published_from, "
      "coalesce(origin.anchor, document.anchor), coalesce(origin.anchor_why, document.anchor_why), origin, "
      "sha256 "
      "FROM documents AS document LEFT JOIN document_origins AS origin ON origin.document_id = document.id ";
  each(database, columns + rest, [&](Columns in) {
    const std::int64_t id = in.integer();
    rows.push_back({id, document_info(in)});
  });
  Statement agencies(database, "SELECT name FROM document_agencies WHERE document_id = ? ORDER BY id");
  for (DocumentRow& row : rows) {
    agencies.start(row.id);
    while (agencies.next()) row.info.agencies.push_back(agencies.text(0));
  }
  return rows;
}

/// Reads each table once, from front to back: parents first, their parts handed out by id.
class KnowledgeReader {
 public:
  explicit KnowledgeReader(const Database& database) : database_(database) {}
  Knowledge read();

 private:
  void read_documents();
  void read_entities();
  void read_events();
  void read_event_parts();
  void read_relations();
  void read_evidence();
  void read_attribution();
  void read_conflicts();
  void read_temporal();
  Evidence evidence(Columns& in) const;
  Evidence& evidence_at(std::uint32_t index);

  /// Where a row of the table evidence went.
  struct Place {
    bool event;
    std::uint32_t owner, index;
  };

  const Database& database_;
  Knowledge knowledge_;
  std::vector<std::int64_t> document_ids_;
  Positions entities_, events_, relations_, evidence_;
  std::vector<Place> evidence_places_;
  std::vector<std::uint32_t> document_index_;
  Positions documents_;
};

Knowledge KnowledgeReader::read() {
  read_documents();
  read_entities();
  read_events();
  read_event_parts();
  read_relations();
  read_evidence();
  read_attribution();
  read_conflicts();
  read_temporal();
  return std::move(knowledge_);
}

void KnowledgeReader::read_documents() {
  for (DocumentRow& row : document_rows(database_, "WHERE origin.id IS NOT NULL ORDER BY origin.id")) {
    knowledge_.documents.push_back(std::move(row.info));
  }
  // By id, for those who point to them: documents lie in another order than their ids.
  each(database_, "SELECT document_id, row_number() OVER (ORDER BY id) - 1 FROM document_origins ORDER BY document_id",
       [&](Columns in) {
         documents_.add(in.integer());
         document_index_.push_back(in.place());
       });
}

void KnowledgeReader::read_entities() {
  each(database_, "SELECT id, key, name, kind, country, mentions, wikidata FROM entities ORDER BY id", [&](Columns in) {
    entities_.add(in.integer());
    Entity& entity = knowledge_.entities.emplace_back();
    entity.id = in.text();
    entity.name = in.text();
    entity.kind = in.named(entity_kind_named);
    entity.country = in.text();
    entity.mentions = in.count();
    entity.wikidata = in.text();
  });
  each(database_, "SELECT entity_id, alias FROM entity_aliases ORDER BY id",
       [&](Columns in) { knowledge_.entities[in.index(entities_)].aliases.push_back(in.text()); });
}

void KnowledgeReader::read_events() {
  each(database_,
       "SELECT id, key, title, type, mode, status, date, first_day, last_day, start_date, end_date, precision, basis, "
       "place_id, articles, origins, plover_event, plover_mode, cameo FROM events ORDER BY id",
       [&](Columns in) {
         events_.add(in.integer());
         Event& event = knowledge_.events.emplace_back();
         event.id = in.text();
         event.label = in.text();
         event.type = in.text();
         event.mode = in.text();
         event.status = in.named(status_named);
         event.date = in.date();
         event.place = in.optional_index(entities_);
         event.articles = in.count();
         event.origins = in.count();
         event.plover_event = in.text();
         event.plover_mode = in.text();
         event.cameo = in.text();
       });
}

void KnowledgeReader::read_event_parts() {
  auto& events = knowledge_.events;
  each(database_, "SELECT event_id, edtf, why FROM event_alternatives ORDER BY id", [&](Columns in) {
    std::optional<EventDate>& date = events[in.index(events_)].date;
    if (date) date->alternatives.push_back({in.text(), in.text()});
  });
  each(database_, "SELECT event_id, role, entity_id FROM event_participants ORDER BY id", [&](Columns in) {
    events[in.index(events_)].participants.push_back({in.text(), in.index(entities_)});
  });
  each(database_, "SELECT event_id, role, text, value FROM event_amounts ORDER BY id", [&](Columns in) {
    events[in.index(events_)].amounts.push_back({in.text(), in.text(), in.optional_real()});
  });
  each(database_, "SELECT event_id, content_id FROM event_content ORDER BY id",
       [&](Columns in) { events[in.index(events_)].content.push_back(in.index(events_)); });
  each(database_, "SELECT event_id, whole_id FROM event_parts ORDER BY id", [&](Columns in) {
    Event& part = events[in.index(events_)];
    part.part_of = in.index(events_);
  });
}

void KnowledgeReader::read_relations() {
  each(database_, "SELECT id, key, type, from_id, to_id, text, since, until FROM relations ORDER BY id",
       [&](Columns in) {
         relations_.add(in.integer());
         Relation& relation = knowledge_.relations.emplace_back();
         relation.id = in.text();
         relation.type = in.text();
         relation.from = in.index(entities_);
         relation.to = in.optional_index(entities_);
         relation.text = in.text();
         relation.since = in.text();
         relation.until = in.text();
       });
}

Evidence KnowledgeReader::evidence(Columns& in) const {
  Evidence evidence;
  evidence.document = document_index_[in.index(documents_)];
  evidence.span = in.span();
  evidence.quote = in.text();
  evidence.trigger = in.span();
  evidence.trigger_text = in.text();
  if (in.missing()) {
    in.skip(6);
  } else {
    evidence.time = Evidence::Time{in.span(), in.text(), in.text(), in.text(), in.text()};
  }
  evidence.status = in.named(status_named);
  evidence.reported = in.text();
  evidence.rule = in.text();
  return evidence;
}

void KnowledgeReader::read_evidence() {
  each(database_,
       "SELECT id, event_id, relation_id, document_id, start_offset, end_offset, quote, trigger_start, trigger_end, "
       "trigger_text, time_start, time_end, time_text, time_date, time_anchor, time_rule, status, reported, rule "
       "FROM evidence ORDER BY id",
       [&](Columns in) {
         evidence_.add(in.integer());
         const std::optional<std::uint32_t> event = in.optional_index(events_);
         if (event) in.skip(1);
         const std::uint32_t owner = event ? *event : in.index(relations_);
         auto& told = event ? knowledge_.events[owner].evidence : knowledge_.relations[owner].evidence;
         evidence_places_.push_back({event.has_value(), owner, static_cast<std::uint32_t>(told.size())});
         told.push_back(evidence(in));
       });
}

Evidence& KnowledgeReader::evidence_at(std::uint32_t index) {
  const Place& place = evidence_places_[index];
  auto& told = place.event ? knowledge_.events[place.owner].evidence : knowledge_.relations[place.owner].evidence;
  return told[place.index];
}

void KnowledgeReader::read_attribution() {
  each(database_, "SELECT evidence_id, entity_id FROM evidence_attribution ORDER BY id",
       [&](Columns in) { evidence_at(in.index(evidence_)).attribution.push_back(in.index(entities_)); });
}

void KnowledgeReader::read_conflicts() {
  Positions conflicts, values;
  std::vector<Place> conflict_places;  // owner: the event
  each(database_, "SELECT id, event_id, field FROM conflicts ORDER BY id", [&](Columns in) {
    conflicts.add(in.integer());
    const std::uint32_t event = in.index(events_);
    auto& told = knowledge_.events[event].conflicts;
    conflict_places.push_back({true, event, static_cast<std::uint32_t>(told.size())});
    told.push_back({in.text(), {}});
  });
  const auto conflict_at = [&](const Place& place) -> Conflict& {
    return knowledge_.events[place.owner].conflicts[place.index];
  };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> value_places;  // index into conflict_places, index of the value
  each(database_, "SELECT id, conflict_id, value FROM conflict_values ORDER BY id", [&](Columns in) {
    values.add(in.integer());
    const std::uint32_t conflict = in.index(conflicts);
    auto& told = conflict_at(conflict_places[conflict]).values;
    value_places.emplace_back(conflict, static_cast<std::uint32_t>(told.size()));
    told.push_back({in.text(), {}});
  });
  each(database_, "SELECT value_id, evidence_id FROM conflict_evidence ORDER BY id", [&](Columns in) {
    const auto [conflict, value] = value_places[in.index(values)];
    const Place& told = evidence_places_[in.index(evidence_)];
    if (!told.event || told.owner != conflict_places[conflict].owner) {
      in.damaged("a conflict over the evidence of another event");
    }
    conflict_at(conflict_places[conflict]).values[value].evidence.push_back(told.index);
  });
}

void KnowledgeReader::read_temporal() {
  Positions links;
  std::vector<Place> places;  // owner: the event
  each(database_, "SELECT id, event_id, relation, other_id FROM event_temporal ORDER BY id", [&](Columns in) {
    links.add(in.integer());
    const std::uint32_t event = in.index(events_);
    auto& told = knowledge_.events[event].temporal;
    places.push_back({true, event, static_cast<std::uint32_t>(told.size())});
    told.push_back({in.named(temporal_relation_named), in.index(events_), {}});
  });
  each(database_, "SELECT temporal_id, evidence_id FROM event_temporal_evidence ORDER BY id", [&](Columns in) {
    const Place& link = places[in.index(links)];
    const Place& told = evidence_places_[in.index(evidence_)];
    if (!told.event || told.owner != link.owner) in.damaged("a temporal link over the evidence of another event");
    knowledge_.events[link.owner].temporal[link.index].evidence.push_back(told.index);
  });
}

}  // namespace

Knowledge read_knowledge(const Database& database) { return KnowledgeReader(database).read(); }

std::vector<DocumentRow> read_documents(const Database& database) { return document_rows(database, "ORDER BY source"); }

}  // namespace dateline::store
