#include "graph/store/reading_reader.hpp"

#include <optional>
#include <string>

#include "graph/store/columns.hpp"
#include "graph/store/places.hpp"
#include "graph/store/statement.hpp"

namespace dateline::store {
namespace {

/// Reads one document after another with statements that are prepared once. What belongs to the things of a document
/// (the mentions of its entities, the participants of its events) is read in one query each and handed out by id.
class ReadingReader {
 public:
  explicit ReadingReader(const Database& database);
  std::vector<Reading> read();

 private:
  void read_document(Columns in, Document& document, Findings& findings);
  void read_parts(std::int64_t id, Document& document);
  void read_sentences(std::int64_t id, Findings& findings);
  void read_times(std::int64_t id, Findings& findings);
  void read_entities(std::int64_t id, Findings& findings);
  void read_events(std::int64_t id, Findings& findings);
  void read_event_parts(std::int64_t id, Findings& findings);
  void read_relations(std::int64_t id, Findings& findings);

  template <class Add>
  void each(Statement& statement, std::int64_t id, const Add& add) {
    statement.start(id);
    while (statement.next()) add(Columns(statement));
  }

  Statement documents_, agencies_, blocks_, sentences_;
  Statement times_, time_alternatives_, entities_, mentions_;
  Statement events_, participants_, attribution_, content_, temporal_, wholes_, amounts_, alternatives_, relations_;
  Positions time_ids_, entity_ids_, event_ids_;
};

/// Rows of `table` that hang from the rows of `owners` of one document by the column `link`: by owner, then in the
/// order of the text. CROSS JOIN fixes the plan: from the document inwards, every step by an index that is already in
/// this order.
std::string hanging(const std::string& columns, const std::string& table, const std::string& link,
                    const std::string& owners) {
  return "SELECT part." + link + ", " + columns + " FROM " + owners + " AS owner CROSS JOIN " + table +
         " AS part ON part." + link + " = owner.id WHERE owner.document_id = ? ORDER BY owner.id, part.id";
}

ReadingReader::ReadingReader(const Database& database)
    : documents_(database,
                 "SELECT id, title, source, publisher, byline, url, published, published_from, dateline_place, "
                 "dateline_day, anchor, "
                 "anchor_why, sha256, made_by, text FROM documents ORDER BY source"),
      agencies_(database, "SELECT name FROM document_agencies WHERE document_id = ? ORDER BY id"),
      blocks_(database, "SELECT kind, start_offset, end_offset FROM blocks WHERE document_id = ? ORDER BY id"),
      sentences_(database, "SELECT start_offset, end_offset FROM sentences WHERE document_id = ? ORDER BY id"),
      times_(database,
             "SELECT id, start_offset, end_offset, type, value, mod, edtf, first_day, last_day, start_date, end_date, "
             "precision, anchor, anchor_event, rule, why FROM time_mentions WHERE document_id = ? ORDER BY id"),
      time_alternatives_(database,
                         hanging("part.edtf, part.why", "time_mention_alternatives", "time_id", "time_mentions")),
      entities_(database,
                "SELECT id, name, kind, country, resource_key FROM local_entities WHERE document_id = ? ORDER BY id"),
      mentions_(database, hanging("part.start_offset, part.end_offset, part.text, part.form", "mentions", "entity_id",
                                  "local_entities")),
      events_(
          database,
          "SELECT id, type, mode, status, negated, trigger_start, trigger_end, sentence_start, sentence_end, place_id, "
          "time_id, date, first_day, last_day, start_date, end_date, precision, basis, rule, about, told_again, "
          "own_words FROM "
          "event_mentions "
          "WHERE document_id = ? ORDER BY id"),
      participants_(database,
                    hanging("part.role, part.entity_id", "event_mention_participants", "mention_id", "event_mentions")),
      attribution_(database, hanging("part.entity_id", "event_mention_attribution", "mention_id", "event_mentions")),
      content_(database, hanging("part.content_id", "event_mention_content", "mention_id", "event_mentions")),
      temporal_(database, hanging("part.relation, part.other_id, part.rule", "event_mention_temporal", "mention_id",
                                  "event_mentions")),
      wholes_(database, hanging("part.whole_id", "event_mention_parts", "mention_id", "event_mentions")),
      amounts_(database,
               hanging("part.role, part.text, part.value", "event_mention_amounts", "mention_id", "event_mentions")),
      alternatives_(database,
                    hanging("part.edtf, part.why", "event_mention_alternatives", "mention_id", "event_mentions")),
      relations_(
          database,
          "SELECT type, from_id, to_id, text, start_offset, end_offset, sentence_start, sentence_end, since, until, "
          "rule FROM relation_mentions WHERE document_id = ? ORDER BY id") {}

std::vector<Reading> ReadingReader::read() {
  std::vector<Reading> readings;
  documents_.start();
  while (documents_.next()) {
    auto& [document, findings] = readings.emplace_back();
    Columns in(documents_);
    const std::int64_t id = in.integer();
    time_ids_ = entity_ids_ = event_ids_ = {};
    read_document(in, document, findings);
    read_parts(id, document);
    read_sentences(id, findings);
    read_times(id, findings);
    read_entities(id, findings);
    read_events(id, findings);
    read_event_parts(id, findings);
    read_relations(id, findings);
  }
  return readings;
}

void ReadingReader::read_document(Columns in, Document& document, Findings& findings) {
  document.title = in.text();
  document.source = in.text();
  document.publisher = in.text();
  document.byline = in.text();
  document.url = in.text();
  if (in.missing()) {
    in.skip(2);
  } else {
    document.published = Published{in.text(), in.text()};
  }
  document.dateline_place = in.text();
  document.dateline_day = in.text();
  findings.anchor_edtf = in.text();
  findings.anchor_why = in.text();
  document.sha256 = in.text();
  findings.made_by = in.text();
  document.text = in.text();
}

void ReadingReader::read_parts(std::int64_t id, Document& document) {
  each(agencies_, id, [&](Columns in) { document.agencies.push_back(in.text()); });
  const Places places(document.text);
  each(blocks_, id, [&](Columns in) {
    const BlockKind kind = in.named(block_kind_named);
    document.blocks.push_back({kind, {places.byte(in.place()), places.byte(in.place())}});
  });
}

void ReadingReader::read_sentences(std::int64_t id, Findings& findings) {
  each(sentences_, id, [&](Columns in) { findings.sentences.push_back(in.span()); });
}

void ReadingReader::read_times(std::int64_t id, Findings& findings) {
  each(times_, id, [&](Columns in) {
    time_ids_.add(in.integer());
    TimeMention& time = findings.times.emplace_back();
    time.span = in.span();
    time.type = in.named(timex_type_named);
    time.value = in.text();
    time.mod = in.text();
    time.edtf = in.text();
    time.days = in.days();
    time.precision = in.named(precision_named);
    time.anchor = in.text();
    time.anchor_event = in.text();
    time.rule = in.text();
    time.why = in.text();
  });
  each(time_alternatives_, id, [&](Columns in) {
    findings.times[in.index(time_ids_)].alternatives.push_back({in.text(), in.text()});
  });
}

void ReadingReader::read_entities(std::int64_t id, Findings& findings) {
  each(entities_, id, [&](Columns in) {
    entity_ids_.add(in.integer());
    findings.entities.push_back({in.text(), in.named(entity_kind_named), in.text(), in.text(), {}});
  });
  each(mentions_, id, [&](Columns in) {
    findings.entities[in.index(entity_ids_)].mentions.push_back({in.span(), in.text(), in.named(mention_form_named)});
  });
}

void ReadingReader::read_events(std::int64_t id, Findings& findings) {
  each(events_, id, [&](Columns in) {
    event_ids_.add(in.integer());
    EventMention& event = findings.events.emplace_back();
    event.type = in.text();
    event.mode = in.text();
    event.status = in.named(status_named);
    event.negated = in.flag();
    event.trigger = in.span();
    event.sentence = in.span();
    event.place = in.optional_index(entity_ids_);
    event.time = in.optional_index(time_ids_);
    event.date = in.date();
    event.rule = in.text();
    event.about = in.text();
    event.told_again = in.flag();
    event.own_words = in.text();
  });
}

void ReadingReader::read_event_parts(std::int64_t id, Findings& findings) {
  auto& events = findings.events;
  each(participants_, id, [&](Columns in) {
    events[in.index(event_ids_)].participants.push_back({in.text(), in.index(entity_ids_)});
  });
  each(attribution_, id,
       [&](Columns in) { events[in.index(event_ids_)].attribution.push_back(in.index(entity_ids_)); });
  each(content_, id, [&](Columns in) { events[in.index(event_ids_)].content.push_back(in.index(event_ids_)); });
  each(temporal_, id, [&](Columns in) {
    events[in.index(event_ids_)].temporal.push_back(
        {in.named(temporal_relation_named), in.index(event_ids_), in.text()});
  });
  each(wholes_, id, [&](Columns in) {
    EventMention& part = events[in.index(event_ids_)];
    part.part_of = in.index(event_ids_);
  });
  each(amounts_, id, [&](Columns in) {
    events[in.index(event_ids_)].amounts.push_back({in.text(), in.text(), in.optional_real()});
  });
  each(alternatives_, id, [&](Columns in) {
    std::optional<EventDate>& date = events[in.index(event_ids_)].date;
    if (date) date->alternatives.push_back({in.text(), in.text()});
  });
}

void ReadingReader::read_relations(std::int64_t id, Findings& findings) {
  each(relations_, id, [&](Columns in) {
    RelationMention& relation = findings.relations.emplace_back();
    relation.type = in.text();
    relation.from = in.index(entity_ids_);
    relation.to = in.optional_index(entity_ids_);
    relation.text = in.text();
    relation.span = in.span();
    relation.sentence = in.span();
    relation.since = in.text();
    relation.until = in.text();
    relation.rule = in.text();
  });
}

}  // namespace

std::vector<Reading> read_readings(const Database& database) { return ReadingReader(database).read(); }

}  // namespace dateline::store
