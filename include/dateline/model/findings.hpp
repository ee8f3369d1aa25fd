// What extract says about one document: the values that are stored, merged, and written by `dateline extract`.
// Every span counts Unicode code points of Document::text, half open; every index points inside the same Findings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/date.hpp"
#include "dateline/model/span.hpp"

namespace dateline {

// --- time ---------------------------------------------------------------------------------------------------------------

/// TIMEX3 types (TimeML 1.2.1).
enum class TimexType { date, time, duration, set };
std::string_view name(TimexType type);  ///< "DATE", "TIME", "DURATION", "SET"
std::optional<TimexType> timex_type_named(std::string_view text);

struct TimeMention {
  Span span;
  TimexType type = TimexType::date;
  std::string value;  ///< TIMEX3: "2024-11-04", "2024-W44", "2024-SU", "P2W", "PRESENT_REF", "XXXX-WXX-5"
  std::string mod;    ///< TIMEX3: "START", "MID", "END", "APPROX", "LESS_THAN", ...; "" for none
  std::string edtf;   ///< "" when it denotes no place on the calendar
  DayInterval days;   ///< what `edtf` denotes
  Precision precision = Precision::day;
  std::string anchor;        ///< EDTF: what it was counted from; "" when it stands alone
  std::string anchor_event;  ///< the words that tell the happening it counts from: "the attack"; "" for none
  std::string rule;          ///< id of the row that made it
  std::string why;           ///< the derivation, for a person
  std::vector<DateAlternative> alternatives;
  bool operator==(const TimeMention&) const = default;
};

// --- entities -----------------------------------------------------------------------------------------------------------

enum class EntityKind { person, organization, country, place, group, facility, work, product, other };
std::string_view name(EntityKind kind);
std::optional<EntityKind> entity_kind_named(std::string_view text);

enum class MentionForm { name, nominal, pronoun };
std::string_view name(MentionForm form);
std::optional<MentionForm> mention_form_named(std::string_view text);

struct EntityMention {
  Span span;
  std::string text;  ///< the words of the span, with one space where the text has any white space
  MentionForm form = MentionForm::name;
  bool operator==(const EntityMention&) const = default;
};

/// Someone or something that one document speaks of.
struct LocalEntity {
  std::string
      name;  ///< the fullest form, without title ("Choe Son Hui"); canonical where a table knows it ("North Korea")
  EntityKind kind = EntityKind::other;
  std::string country;                  ///< ISO 3166-1 alpha-2; "" when unknown
  std::string key;                      ///< id of the resource row that knows it ("country:KP", "org:un"); "" for none
  std::vector<EntityMention> mentions;  ///< in text order
  bool operator==(const LocalEntity&) const = default;
};

// --- events -------------------------------------------------------------------------------------------------------------

/// How sure, and of what kind. Order is not strength.
enum class Status { asserted, claimed, denied, planned, urged, hypothetical };
std::string_view name(Status status);
std::optional<Status> status_named(std::string_view text);

struct Participant {
  std::string role;  ///< as the event type names it ("agent", "participant", "target")
  std::uint32_t entity = 0;
  auto operator<=>(const Participant&) const = default;
};

/// How an event lies to another one, as the text tells it (TimeML: BEFORE, AFTER, IS_INCLUDED, SIMULTANEOUS, BEGINS, ENDS).
enum class TemporalRelation { before, after, during, simultaneous, starts, finishes };
std::string_view name(TemporalRelation relation);
std::optional<TemporalRelation> temporal_relation_named(std::string_view text);

/// An event told as before, after or during another one.
struct TemporalMention {
  TemporalRelation relation = TemporalRelation::after;
  std::uint32_t event = 0;  ///< the other one
  std::string rule;         ///< id of the row that says so
  bool operator==(const TemporalMention&) const = default;
};

/// A number with its unit, such as "some 10,000 troops".
struct Amount {
  std::string role;  ///< "count", "killed", "amount"
  std::string text;
  std::optional<double> value;
  bool operator==(const Amount&) const = default;
};

struct EventMention {
  std::string type;  ///< id of the ontology ("meet") or of the user's own
  Span trigger;      ///< the word it rests on
  Span sentence;     ///< the sentence that is its quote
  std::vector<Participant> participants;
  std::optional<std::uint32_t> place;  ///< entity
  std::optional<EventDate> date;
  std::optional<std::uint32_t> time;  ///< the time mention that dates it, when one does
  Status status = Status::asserted;
  std::vector<std::uint32_t> attribution;  ///< entities that say so, outermost first
  std::vector<std::uint32_t> content;      ///< events that this speech act is about
  std::vector<TemporalMention> temporal;   ///< how it lies to other events
  std::optional<std::uint32_t> part_of;  ///< the event of the whole number that this one's number is told as a part of
  std::vector<Amount> amounts;
  std::string about;  ///< what it says or is about, as the text words it: "to reopen their embassies"; "" for none
  std::string
      own_words;  ///< what happened, as the text words it: "the court sentenced Ann Lee to two years in prison"; "" for none
  std::string mode;  ///< finer kind, such as "phone" of meet; "" for none
  std::string rule;  ///< id of the frame row
  bool negated = false;
  bool told_again =
      false;  ///< by a definite noun, which the reader has met before: "the attack", "the lawsuit was filed"
  bool operator==(const EventMention&) const = default;
};

struct RelationMention {
  std::string type;  ///< "holds_position", "counterpart_of", ...
  std::uint32_t from = 0;
  std::optional<std::uint32_t> to;
  std::string text;  ///< "Foreign Minister"; "" for none
  Span span;         ///< the words it rests on
  Span sentence;
  std::string since, until;  ///< EDTF; "" for unknown
  std::string rule;
  bool operator==(const RelationMention&) const = default;
};

struct Findings {
  std::string made_by;  ///< extractor and tables that made it (Extractor::maker): what another made is extracted anew
  std::string anchor_edtf;  ///< where relative dates are counted from, when it is not the publication date; else ""
  std::string anchor_why;
  std::vector<Span> sentences;
  std::vector<TimeMention> times;
  std::vector<LocalEntity> entities;
  std::vector<EventMention> events;
  std::vector<RelationMention> relations;
  bool operator==(const Findings&) const = default;
};

}  // namespace dateline
