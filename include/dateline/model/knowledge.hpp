// What many documents say together: merged entities, events and relations with their evidence. This is what the exporters,
// the analytics and the command line read; the store keeps it, merge makes it. Spans count code points of the document's text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dateline/model/date.hpp"
#include "dateline/model/document.hpp"
#include "dateline/model/findings.hpp"

namespace dateline {

/// A stored document without its text.
struct DocumentInfo {
  std::string id;  ///< "d1": by order of source, stable for the same set of documents
  std::string source;
  std::string title;
  std::string publisher;
  std::vector<std::string> agencies;
  std::string url;
  std::optional<Published> published;
  std::string anchor_edtf, anchor_why;  ///< "" when relative dates count from `published`
  std::string origin;                   ///< "o1": shared by documents of one source report and by near copies
  std::string sha256;
  bool operator==(const DocumentInfo&) const = default;
};

struct Entity {
  std::string id;  ///< "e" + 10 hexadecimal digits of the hash of its key: the same in every store
  std::string name;
  EntityKind kind = EntityKind::other;
  std::vector<std::string> aliases;  ///< every other surface form seen, sorted
  int mentions = 0;
  std::string country;   ///< ISO 3166-1 alpha-2; "" when unknown
  std::string wikidata;  ///< the Wikidata item ("Q42") that a user's table gives it; "" for none
  bool operator==(const Entity&) const = default;
};

/// One telling of an event: a sentence of a document.
struct Evidence {
  std::uint32_t document = 0;  ///< index into Knowledge::documents
  Span span;                   ///< the sentence
  std::string quote;           ///< exactly the text of `span`
  Span trigger;
  std::string trigger_text;
  struct Time {
    Span span;
    std::string text, edtf, anchor, rule;
    bool operator==(const Time&) const = default;
  };
  std::optional<Time> time;
  std::vector<std::uint32_t> attribution;  ///< entities, outermost first
  Status status = Status::asserted;
  std::string reported;  ///< EDTF of the publication; "" when unknown
  std::string rule;
  bool operator==(const Evidence&) const = default;
};

/// Tellings that do not agree.
struct Conflict {
  std::string field;  ///< "date", "count", "status"
  struct Value {
    std::string value;
    std::vector<std::uint32_t> evidence;  ///< indices into the event's evidence
    bool operator==(const Value&) const = default;
  };
  std::vector<Value> values;
  bool operator==(const Conflict&) const = default;
};

/// An event told as before, after or during another one.
struct TemporalLink {
  TemporalRelation relation = TemporalRelation::after;
  std::uint32_t event = 0;              ///< index into Knowledge::events
  std::vector<std::uint32_t> evidence;  ///< tellings that say so: indices into the event's own evidence
  bool operator==(const TemporalLink&) const = default;
};

struct Event {
  std::string id;  ///< "ev" + 12 hexadecimal digits, from content: re-ingest keeps it
  std::string type;
  std::string mode;
  std::string label;  ///< a sentence in the past tense that a person can read
  std::optional<EventDate> date;
  Status status = Status::asserted;
  std::vector<Participant> participants;  ///< entity: index into Knowledge::entities
  std::optional<std::uint32_t> place;
  std::vector<Amount> amounts;
  std::vector<std::uint32_t> content;    ///< indices into Knowledge::events
  std::vector<TemporalLink> temporal;    ///< by other event and relation, each once; contradictions are kept
  std::optional<std::uint32_t> part_of;  ///< index into Knowledge::events: of the 500 sent, the 120 who went elsewhere
  int articles = 0;                      ///< distinct documents
  int origins = 0;                       ///< independent origins among them
  std::vector<Conflict> conflicts;
  std::string plover_event, plover_mode, cameo;  ///< alignment from the ontology; "" for none
  std::vector<Evidence> evidence;                ///< by document, then place
  bool operator==(const Event&) const = default;
};

struct Relation {
  std::string id;  ///< "r" + 12 hexadecimal digits, from content
  std::string type;
  std::uint32_t from = 0;
  std::optional<std::uint32_t> to;
  std::string text;
  std::string since, until;
  std::vector<Evidence> evidence;
  bool operator==(const Relation&) const = default;
};

/// Everything known, in a canonical order: documents by source, entities by id, events by first day then id, relations by id.
struct Knowledge {
  std::vector<DocumentInfo> documents;
  std::vector<Entity> entities;
  std::vector<Event> events;
  std::vector<Relation> relations;
  bool operator==(const Knowledge&) const = default;
};

/// A document and what was found in it: what the store keeps and merge reads.
struct Reading {
  Document document;
  Findings findings;
};

}  // namespace dateline
