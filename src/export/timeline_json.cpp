// The timeline JSON, version 1: resources/schema/timeline.schema.json says what stands where.
#include <ostream>

#include "export/formats.hpp"
#include "export/json_parts.hpp"

namespace dateline {
namespace {

using enum JsonWriter::Layout;

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& strings) {
  json.key(key).begin_array(flat);
  for (const std::string& text : strings) json.string(text);
  json.end_array();
}

void write_document(JsonWriter& json, const DocumentInfo& document) {
  json.begin_object(open).member("id", document.id).member("source", document.source).member("title", document.title);
  json.optional_member("publisher", document.publisher);
  if (!document.agencies.empty()) write_strings(json, "agency", document.agencies);
  json.optional_member("url", document.url);
  json.nullable_member("published", document.published ? document.published->edtf : std::string());
  json.nullable_member("published_from", document.published ? document.published->from : std::string());
  write_anchor(json, document.anchor_edtf, document.anchor_why);
  json.member("origin", document.origin).member("sha256", document.sha256).end_object();
}

void write_entity(JsonWriter& json, const Entity& entity) {
  json.begin_object(flat).member("id", entity.id).member("name", entity.name).member("kind", name(entity.kind));
  write_strings(json, "aliases", entity.aliases);
  json.member("mentions", entity.mentions).optional_member("country", entity.country);
  json.optional_member("wikidata", entity.wikidata).end_object();
}

/// Writes events and relations, which refer to documents, entities and events by id.
class Writer {
 public:
  Writer(JsonWriter& json, const Knowledge& knowledge) : json_(json), knowledge_(knowledge) {}

  void event(const Event& event) {
    json_.begin_object(open).member("id", event.id).member("type", event.type);
    json_.member("label", event.label).key("date");
    event.date ? write_date(json_, *event.date) : static_cast<void>(json_.null());
    json_.member("status", name(event.status));
    participants(event.participants);
    if (event.place) json_.member("place", knowledge_.entities[*event.place].id);
    if (!event.amounts.empty()) write_amounts(json_.key("amounts"), event.amounts);
    if (!event.content.empty()) {
      json_.key("content").begin_array(flat);
      for (const std::uint32_t content : event.content) json_.string(knowledge_.events[content].id);
      json_.end_array();
    }
    if (!event.temporal.empty()) temporal(event.temporal);
    if (event.part_of) json_.member("part_of", knowledge_.events[*event.part_of].id);
    json_.member("articles", event.articles).member("origins", event.origins);
    if (!event.conflicts.empty()) conflicts(event.conflicts);
    alignment(event);
    evidence(event.evidence);
    json_.end_object();
  }

  void relation(const Relation& relation) {
    json_.begin_object(open).member("id", relation.id).member("type", relation.type);
    json_.member("from", knowledge_.entities[relation.from].id);
    json_.nullable_member("to", relation.to ? knowledge_.entities[*relation.to].id : std::string());
    json_.optional_member("text", relation.text)
        .optional_member("since", relation.since)
        .optional_member("until", relation.until);
    evidence(relation.evidence);
    json_.end_object();
  }

 private:
  void participants(const std::vector<Participant>& participants) {
    json_.key("participants").begin_array(flat);
    for (const Participant& participant : participants) {
      json_.begin_object(flat)
          .member("role", participant.role)
          .member("entity", knowledge_.entities[participant.entity].id)
          .end_object();
    }
    json_.end_array();
  }

  void temporal(const std::vector<TemporalLink>& links) {
    json_.key("temporal").begin_array(open);
    for (const TemporalLink& link : links) {
      json_.begin_object(flat).member("relation", name(link.relation));
      json_.member("event", knowledge_.events[link.event].id);
      indices("evidence", link.evidence);
      json_.end_object();
    }
    json_.end_array();
  }

  void indices(std::string_view key, const std::vector<std::uint32_t>& values) {
    json_.key(key).begin_array(flat);
    for (const std::uint32_t index : values) json_.integer(index);
    json_.end_array();
  }

  void conflicts(const std::vector<Conflict>& conflicts) {
    json_.key("conflicts").begin_array(open);
    for (const Conflict& conflict : conflicts) {
      json_.begin_object(flat).member("field", conflict.field).key("values").begin_array(flat);
      for (const Conflict::Value& value : conflict.values) {
        json_.begin_object(flat).member("value", value.value);
        indices("evidence", value.evidence);
        json_.end_object();
      }
      json_.end_array().end_object();
    }
    json_.end_array();
  }

  void alignment(const Event& event) {
    if (!event.plover_event.empty()) {
      json_.key("plover")
          .begin_object(flat)
          .member("event", event.plover_event)
          .nullable_member("mode", event.plover_mode)
          .end_object();
    }
    json_.optional_member("cameo", event.cameo).optional_member("mode", event.mode);
  }

  void evidence(const std::vector<Evidence>& pieces) {
    json_.key("evidence").begin_array(open);
    for (const Evidence& piece : pieces) evidence(piece);
    json_.end_array();
  }

  void evidence(const Evidence& piece) {
    json_.begin_object(open).member("document", knowledge_.documents[piece.document].id);
    json_.member("start", piece.span.begin).member("end", piece.span.end).member("quote", piece.quote);
    json_.key("trigger").begin_object(flat);
    write_span_members(json_, piece.trigger, piece.trigger_text);
    json_.end_object();
    if (piece.time) time(*piece.time);
    if (!piece.attribution.empty()) {
      json_.key("attribution").begin_array(flat);
      for (const std::uint32_t source : piece.attribution) json_.string(knowledge_.entities[source].id);
      json_.end_array();
    }
    json_.member("status", name(piece.status))
        .nullable_member("reported", piece.reported)
        .optional_member("rule", piece.rule);
    json_.end_object();
  }

  void time(const Evidence::Time& time) {
    json_.key("time").begin_object(flat);
    write_span_members(json_, time.span, time.text);
    json_.nullable_member("edtf", time.edtf)
        .nullable_member("anchor", time.anchor)
        .member("rule", time.rule)
        .end_object();
  }

  JsonWriter& json_;
  const Knowledge& knowledge_;
};

}  // namespace

void write_timeline_json(const Knowledge& knowledge, const Graph&, const ExportOptions& options, std::ostream& out,
                         Notes&) {
  JsonWriter json;
  Writer writer(json, knowledge);
  json.begin_object(open)
      .member("format", "dateline-timeline")
      .member("version", 1)
      .member("generator", options.generator);
  const auto array = [&](std::string_view key, const auto& values, const auto& write) {
    json.key(key).begin_array(open);
    for (const auto& value : values) {
      write(value);
      out << json.take();
    }
    json.end_array();
  };
  array("documents", knowledge.documents, [&](const DocumentInfo& document) { write_document(json, document); });
  array("entities", knowledge.entities, [&](const Entity& entity) { write_entity(json, entity); });
  array("events", knowledge.events, [&](const Event& event) { writer.event(event); });
  array("relations", knowledge.relations, [&](const Relation& relation) { writer.relation(relation); });
  json.end_object();
  out << json.take() << '\n';
}

}  // namespace dateline
