// JSON Lines: an event a line, whole in itself: names and sources stand in it, not ids to look up.
#include <ostream>

#include "export/formats.hpp"
#include "export/json_parts.hpp"

namespace dateline {
namespace {

using enum JsonWriter::Layout;

void write_entity_members(JsonWriter& json, const Entity& entity) {
  json.member("id", entity.id).member("name", entity.name).member("kind", name(entity.kind));
  json.nullable_member("country", entity.country).optional_member("wikidata", entity.wikidata);
}

void write_evidence(JsonWriter& json, const Knowledge& knowledge, const Evidence& piece) {
  const DocumentInfo& document = knowledge.documents[piece.document];
  json.begin_object(flat).member("document", document.id).member("source", document.source);
  json.member("title", document.title).nullable_member("url", document.url);
  json.member("origin", document.origin).nullable_member("reported", piece.reported);
  json.member("start", piece.span.begin).member("end", piece.span.end).member("quote", piece.quote);
  json.member("trigger", piece.trigger_text).nullable_member("time", piece.time ? piece.time->text : std::string());
  json.key("attribution").begin_array(flat);
  for (const std::uint32_t source : piece.attribution) json.string(knowledge.entities[source].name);
  json.end_array().member("status", name(piece.status)).end_object();
}

void write_event_line(JsonWriter& json, const Knowledge& knowledge, const Event& event) {
  json.begin_object(flat).member("id", event.id).member("type", event.type).nullable_member("mode", event.mode);
  json.member("label", event.label).key("date");
  event.date ? write_date(json, *event.date) : static_cast<void>(json.null());
  json.member("status", name(event.status)).key("participants").begin_array(flat);
  for (const Participant& participant : event.participants) {
    json.begin_object(flat).member("role", participant.role);
    write_entity_members(json, knowledge.entities[participant.entity]);
    json.end_object();
  }
  json.end_array().key("place");
  if (event.place) {
    json.begin_object(flat);
    write_entity_members(json, knowledge.entities[*event.place]);
    json.end_object();
  } else {
    json.null();
  }
  write_amounts(json.key("amounts"), event.amounts);
  json.key("content").begin_array(flat);
  for (const std::uint32_t told : event.content) json.string(knowledge.events[told].id);
  json.end_array().key("temporal").begin_array(flat);
  for (const TemporalLink& link : event.temporal) {
    json.begin_object(flat).member("relation", name(link.relation));
    json.member("event", knowledge.events[link.event].id).end_object();
  }
  json.end_array().nullable_member("part_of", event.part_of ? knowledge.events[*event.part_of].id : std::string());
  json.member("articles", event.articles).member("origins", event.origins);
  json.nullable_member("plover", event.plover_event).nullable_member("cameo", event.cameo);
  json.key("evidence").begin_array(flat);
  for (const Evidence& piece : event.evidence) write_evidence(json, knowledge, piece);
  json.end_array().end_object();
}

}  // namespace

void write_jsonl(const Knowledge& knowledge, const Graph&, const ExportOptions&, std::ostream& out, Notes&) {
  JsonWriter json;
  for (const Event& event : knowledge.events) {
    write_event_line(json, knowledge, event);
    out << json.take() << '\n';
  }
}

}  // namespace dateline
