// JSON-LD in the words of schema.org: Event, NewsArticle, Quotation. The context stands in the file, so that a processor
// needs no network.
#include <ostream>

#include "export/formats.hpp"
#include "export/json_writer.hpp"
#include "export/linked/iri.hpp"
#include "export/notes.hpp"
#include "export/timeline/story.hpp"

namespace dateline {
namespace {

using enum JsonWriter::Layout;

std::string_view schema_type(EntityKind kind) {
  switch (kind) {
    case EntityKind::person:
      return "Person";
    case EntityKind::organization:
      return "Organization";
    case EntityKind::country:
      return "Country";
    case EntityKind::place:
    case EntityKind::facility:
      return "Place";
    case EntityKind::work:
      return "CreativeWork";
    case EntityKind::product:
      return "Product";
    default:
      return "Thing";
  }
}

void write_reference(JsonWriter& json, const std::string& to) {
  json.begin_object(flat).member("@id", to).end_object();
}

void write_context(JsonWriter& json) {
  json.key("@context").begin_object(flat).member("@vocab", "https://schema.org/");
  for (const std::string_view link : {"url", "additionalType"})
    json.key(link).begin_object(flat).member("@type", "@id").end_object();
  json.end_object();
}

void write_article(JsonWriter& json, const DocumentInfo& document) {
  json.begin_object(flat).member("@type", "NewsArticle").member("@id", iri(document));
  json.member("headline", document.title.empty() ? document.source : document.title);
  json.member("identifier", document.source);
  if (is_link(document.url)) json.member("url", document.url);
  if (document.published) json.member("datePublished", document.published->edtf);
  if (!document.publisher.empty()) {
    json.key("publisher").begin_object(flat).member("@type", "Organization");
    json.member("name", document.publisher).end_object();
  }
  json.end_object();
}

void write_thing(JsonWriter& json, const Entity& entity) {
  json.begin_object(flat).member("@type", schema_type(entity.kind)).member("@id", iri(entity.id));
  json.member("name", entity.name).member("additionalType", iri("kind", name(entity.kind)));
  if (!entity.aliases.empty()) {
    json.key("alternateName").begin_array(flat);
    for (const std::string& alias : entity.aliases) json.string(alias);
    json.end_array();
  }
  if (!entity.wikidata.empty()) write_reference(json.key("sameAs"), wikidata_iri(entity.wikidata));
  json.end_object();
}

/// schema.org's own way to say in which role: the property again, inside a Role.
void write_participants(JsonWriter& json, const Knowledge& knowledge, const Event& event) {
  if (event.participants.empty()) return;
  json.key("about").begin_array(open);
  for (const Participant& participant : event.participants) {
    json.begin_object(flat).member("@type", "Role").member("roleName", participant.role).key("about");
    write_reference(json, iri(knowledge.entities[participant.entity].id));
    json.end_object();
  }
  json.end_array();
}

void write_quotes(JsonWriter& json, const Knowledge& knowledge, const Event& event) {
  if (event.evidence.empty()) return;
  json.key("subjectOf").begin_array(open);
  for (const Evidence& piece : event.evidence) {
    json.begin_object(flat).member("@type", "Quotation").member("text", piece.quote).key("isPartOf");
    write_reference(json, iri(knowledge.documents[piece.document]));
    if (!piece.attribution.empty()) {
      json.key("creator").begin_array(flat);
      for (const std::uint32_t source : piece.attribution) write_reference(json, iri(knowledge.entities[source].id));
      json.end_array();
    }
    json.end_object();
  }
  json.end_array();
}

void write_event(JsonWriter& json, const Knowledge& knowledge, const Event& event) {
  json.begin_object(open).member("@type", "Event").member("@id", iri(event.id)).member("name", event.label);
  json.member("additionalType", iri("type", event.type));
  if (event.date) {
    const IsoDates dates = iso_dates(*event.date);
    json.optional_member("startDate", dates.start).optional_member("endDate", dates.end);
    json.member("temporalCoverage", event.date->edtf);
  }
  json.key("additionalProperty").begin_object(flat).member("@type", "PropertyValue").member("name", "status");
  json.member("value", name(event.status)).end_object();
  if (event.place) {
    json.key("location");
    write_reference(json, iri(knowledge.entities[*event.place].id));
  }
  if (event.part_of) {
    json.key("superEvent");
    write_reference(json, iri(knowledge.events[*event.part_of].id));
  }
  write_participants(json, knowledge, event);
  write_quotes(json, knowledge, event);
  json.end_object();
}

}  // namespace

void write_jsonld(const Knowledge& knowledge, const Graph&, const ExportOptions&, std::ostream& out, Notes& notes) {
  JsonWriter json;
  json.begin_object(open);
  write_context(json);
  json.key("@graph").begin_array(open);
  for (const DocumentInfo& document : knowledge.documents) write_article(json, document);
  for (const Entity& entity : knowledge.entities) {
    write_thing(json, entity);
    out << json.take();
  }
  for (const Event& event : knowledge.events) {
    write_event(json, knowledge, event);
    out << json.take();
  }
  json.end_array().end_object();
  out << json.take() << '\n';
  if (!knowledge.relations.empty())
    notes.push_back(counted(knowledge.relations.size(), "relation") +
                    " left out: schema.org has no words for them (rdf has)");
}

}  // namespace dateline
