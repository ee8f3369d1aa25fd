// RDF 1.1 Turtle: events in the Simple Event Model, their evidence as Web Annotations with the exact quote and its place.
#include <ostream>

#include "dateline/base/utf8.hpp"
#include "export/formats.hpp"
#include "export/linked/iri.hpp"
#include "export/timeline/story.hpp"

namespace dateline {
namespace {

std::string literal(std::string_view text) {
  std::string out = "\"";
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c == U'"' || c == U'\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == U'\n') {
      out += "\\n";
    } else if (c == U'\r') {
      out += "\\r";
    } else if (c < 0x20 || c == 0x7F) {
      out += "\\u00";
      out += digits[c >> 4];
      out += digits[c & 15];
    } else {
      utf8::append(out, c);
    }
  }
  return out + '"';
}

std::string node(const std::string& name) { return "<" + name + ">"; }
std::string typed(std::string_view value, std::string_view type) { return literal(value) + "^^" + std::string(type); }

/// Statements about one thing: the first names it, the last ends with a point.
class Subject {
 public:
  Subject(std::ostream& out, const std::string& name, std::string_view type) : out_(out) {
    out_ << node(name) << " a " << type;
  }
  Subject(const Subject&) = delete;
  Subject& operator=(const Subject&) = delete;
  ~Subject() { out_ << " .\n"; }
  void say(std::string_view property, const std::string& object) { out_ << " ;\n  " << property << ' ' << object; }
  void say_text(std::string_view property, std::string_view text) {
    if (!text.empty()) say(property, literal(text));
  }

 private:
  std::ostream& out_;
};

/// xsd:date knows no sign before years after 9999.
std::string day(DayNumber number) {
  const std::string text = iso_day(number);
  return typed(text.front() == '+' ? text.substr(1) : text, "xsd:date");
}

void write_head(std::ostream& out) {
  out << "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
         "@prefix edtf: <http://id.loc.gov/datatypes/> .\n"
         "@prefix oa: <http://www.w3.org/ns/oa#> .\n"
         "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
         "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
         "@prefix schema: <https://schema.org/> .\n"
         "@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .\n"
         "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n";
}

void write_document(std::ostream& out, const DocumentInfo& document) {
  Subject subject(out, iri(document), "schema:NewsArticle");
  subject.say("schema:identifier", literal(document.source));
  subject.say_text("schema:headline", document.title);
  subject.say_text("schema:publisher", document.publisher);
  if (is_link(document.url)) subject.say("schema:url", typed(document.url, "xsd:anyURI"));
  if (document.published) subject.say("schema:datePublished", typed(document.published->edtf, "edtf:edtf"));
  subject.say_text("schema:sha256", document.sha256);
}

void write_entity(std::ostream& out, const Entity& entity) {
  const bool place = entity.kind == EntityKind::country || entity.kind == EntityKind::place;
  Subject subject(out, iri(entity.id), place ? "sem:Place, sem:Actor" : "sem:Actor");
  subject.say("rdfs:label", literal(entity.name));
  subject.say("sem:actorType", node(iri("kind", name(entity.kind))));
  for (const std::string& alias : entity.aliases) subject.say("schema:alternateName", literal(alias));
  if (!entity.wikidata.empty()) subject.say("schema:sameAs", node(wikidata_iri(entity.wikidata)));
}

void write_dates(Subject& subject, const EventDate& date) {
  const auto [first, last] = date.days;
  if (first && last && *first == *last) subject.say("sem:hasTimeStamp", day(*first));
  if (first) subject.say("sem:hasEarliestBeginTimeStamp", day(*first));
  if (last) subject.say("sem:hasLatestEndTimeStamp", day(*last));
  subject.say("dcterms:temporal", typed(date.edtf, "edtf:edtf"));
}

void write_evidence(std::ostream& out, const Knowledge& knowledge, const std::string& of,
                    const std::vector<Evidence>& evidence) {
  for (const Evidence& piece : evidence) {
    out << "[] a oa:Annotation ;\n  oa:hasBody " << node(of) << " ;\n";
    for (const std::uint32_t source : piece.attribution)
      out << "  dcterms:creator " << node(iri(knowledge.entities[source].id)) << " ;\n";
    out << "  oa:hasTarget [ oa:hasSource " << node(iri(knowledge.documents[piece.document]))
        << " ; oa:hasSelector\n    [ a oa:TextQuoteSelector ; oa:exact " << literal(piece.quote)
        << " ],\n    [ a oa:TextPositionSelector ; oa:start " << piece.span.begin << " ; oa:end " << piece.span.end
        << " ] ] .\n";
  }
}

void write_event(std::ostream& out, const Knowledge& knowledge, const Event& event) {
  {
    Subject subject(out, iri(event.id), "sem:Event");
    subject.say("rdfs:label", literal(event.label));
    subject.say("sem:eventType", node(iri("type", event.type)));
    subject.say(node(iri("status")), literal(name(event.status)));
    if (event.date) write_dates(subject, *event.date);
    for (const Participant& participant : event.participants) {
      const std::string who = node(iri(knowledge.entities[participant.entity].id));
      subject.say("sem:hasActor", who);
      subject.say(node(iri("role", participant.role)), who);
    }
    if (event.place) subject.say("sem:hasPlace", node(iri(knowledge.entities[*event.place].id)));
    for (const std::uint32_t told : event.content)
      subject.say(node(iri("content")), node(iri(knowledge.events[told].id)));
    for (const TemporalLink& link : event.temporal)
      subject.say(node(iri("temporal", name(link.relation))), node(iri(knowledge.events[link.event].id)));
    if (event.part_of) subject.say("dcterms:isPartOf", node(iri(knowledge.events[*event.part_of].id)));
  }
  write_evidence(out, knowledge, iri(event.id), event.evidence);
}

void write_relation(std::ostream& out, const Knowledge& knowledge, const Relation& relation) {
  {
    Subject subject(out, iri(relation.id), "rdf:Statement");
    subject.say("rdf:subject", node(iri(knowledge.entities[relation.from].id)));
    subject.say("rdf:predicate", node(iri("relation", relation.type)));
    if (relation.to) subject.say("rdf:object", node(iri(knowledge.entities[*relation.to].id)));
    subject.say_text("rdfs:label", relation.text);
    if (!relation.since.empty()) subject.say("schema:startDate", typed(relation.since, "edtf:edtf"));
    if (!relation.until.empty()) subject.say("schema:endDate", typed(relation.until, "edtf:edtf"));
  }
  write_evidence(out, knowledge, iri(relation.id), relation.evidence);
}

}  // namespace

void write_turtle(const Knowledge& knowledge, const Graph&, const ExportOptions&, std::ostream& out, Notes&) {
  write_head(out);
  for (const DocumentInfo& document : knowledge.documents) write_document(out, document);
  for (const Entity& entity : knowledge.entities) write_entity(out, entity);
  for (const Event& event : knowledge.events) write_event(out, knowledge, event);
  for (const Relation& relation : knowledge.relations) write_relation(out, knowledge, relation);
}

}  // namespace dateline
