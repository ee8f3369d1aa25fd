#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "dateline/findings_json.hpp"
#include "export/json_parts.hpp"

namespace dateline {
namespace {

using enum JsonWriter::Layout;

/// Parts of a text by code points, in O(1) each.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {
    starts_.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size(); utf8::next(text, at)) starts_.push_back(static_cast<std::uint32_t>(at));
    starts_.push_back(static_cast<std::uint32_t>(text.size()));
  }
  std::string_view slice(const Span& span) const {
    const std::uint32_t begin = byte(span.begin), end = byte(span.end);
    return end > begin ? text_.substr(begin, end - begin) : std::string_view{};
  }

 private:
  std::uint32_t byte(std::uint32_t place) const { return starts_[std::min<std::size_t>(place, starts_.size() - 1)]; }

  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

void write_place(JsonWriter& json, std::string_view key, const Span& span) {
  json.key(key).begin_object(flat).member("start", span.begin).member("end", span.end).end_object();
}

void write_words(JsonWriter& json, std::string_view key, const Span& span, const CodePoints& text) {
  json.key(key).begin_object(flat);
  write_span_members(json, span, text.slice(span));
  json.end_object();
}

void write_indices(JsonWriter& json, std::string_view key, const std::vector<std::uint32_t>& indices) {
  if (indices.empty()) return;
  json.key(key).begin_array(flat);
  for (const std::uint32_t index : indices) json.integer(index);
  json.end_array();
}

void write_time(JsonWriter& json, const TimeMention& time, const CodePoints& text) {
  json.begin_object(flat);
  write_span_members(json, time.span, text.slice(time.span));
  json.member("type", name(time.type)).member("value", time.value).optional_member("mod", time.mod);
  json.nullable_member("edtf", time.edtf);
  const std::optional<EdtfDate> denoted = parse_edtf(time.edtf);
  if (!time.edtf.empty() || time.precision != Precision::day) json.member("precision", name(time.precision));
  json.optional_member("anchor", time.anchor).optional_member("anchor_event", time.anchor_event);
  json.member("rule", time.rule).optional_member("why", time.why);
  if (time.days != (denoted ? denoted->days : DayInterval{})) {
    json.key("days").begin_object(flat);
    write_day(json, "start", time.days.first);
    write_day(json, "end", time.days.last);
    json.end_object();
  }
  if (!time.alternatives.empty()) write_alternatives(json.key("alternatives"), time.alternatives);
  json.end_object();
}

void write_entity(JsonWriter& json, std::int64_t id, const LocalEntity& entity, const CodePoints& text) {
  json.begin_object(flat).member("id", id).member("name", entity.name).member("kind", name(entity.kind));
  json.optional_member("country", entity.country).optional_member("key", entity.key).key("mentions").begin_array(flat);
  for (const EntityMention& mention : entity.mentions) {
    json.begin_object(flat);
    write_span_members(json, mention.span, mention.text.empty() ? text.slice(mention.span) : mention.text);
    json.member("form", name(mention.form)).end_object();
  }
  json.end_array().end_object();
}

void write_temporal(JsonWriter& json, const std::vector<TemporalMention>& links) {
  if (links.empty()) return;
  json.key("temporal").begin_array(flat);
  for (const TemporalMention& link : links) {
    json.begin_object(flat).member("relation", name(link.relation)).member("event", link.event);
    json.optional_member("rule", link.rule).end_object();
  }
  json.end_array();
}

void write_event(JsonWriter& json, const EventMention& event, const CodePoints& text) {
  json.begin_object(flat).member("type", event.type);
  write_words(json, "trigger", event.trigger, text);
  write_place(json, "sentence", event.sentence);
  json.key("participants").begin_array(flat);
  for (const Participant& participant : event.participants) {
    json.begin_object(flat).member("role", participant.role).member("entity", participant.entity).end_object();
  }
  json.end_array();
  if (event.place) json.member("place", *event.place);
  json.key("date");
  event.date ? write_date(json, *event.date) : static_cast<void>(json.null());
  if (event.time) json.member("time", *event.time);
  json.member("status", name(event.status));
  write_indices(json, "attribution", event.attribution);
  write_indices(json, "content", event.content);
  write_temporal(json, event.temporal);
  if (event.part_of) json.member("part_of", *event.part_of);
  if (!event.amounts.empty()) write_amounts(json.key("amounts"), event.amounts);
  json.optional_member("about", event.about);
  json.optional_member("own_words", event.own_words);
  json.optional_member("mode", event.mode);
  if (event.negated) json.key("negated").boolean(true);
  if (event.told_again) json.key("told_again").boolean(true);
  json.member("rule", event.rule).end_object();
}

void write_relation(JsonWriter& json, const RelationMention& relation, const CodePoints& text) {
  json.begin_object(flat).member("type", relation.type).member("from", relation.from);
  if (relation.to) json.member("to", *relation.to);
  json.optional_member("text", relation.text);
  write_words(json, "span", relation.span, text);
  write_place(json, "sentence", relation.sentence);
  json.optional_member("since", relation.since).optional_member("until", relation.until);
  json.member("rule", relation.rule).end_object();
}

void write_document(JsonWriter& json, const Document& document, const Findings& findings) {
  const utf8::Index index(document.text);
  json.key("document").begin_object(flat).member("source", document.source).member("text", document.text);
  json.key("blocks").begin_array(flat);
  for (const Block& block : document.blocks) {
    json.begin_object(flat).member("kind", name(block.kind)).member("start", index.code_point(block.bytes.begin));
    json.member("end", index.code_point(block.bytes.end)).end_object();
  }
  json.end_array().key("sentences").begin_array(flat);
  for (const Span& sentence : findings.sentences)
    json.begin_array(flat).integer(sentence.begin).integer(sentence.end).end_array();
  json.end_array().optional_member("title", document.title).optional_member("publisher", document.publisher);
  json.optional_member("byline", document.byline);
  if (!document.agencies.empty()) {
    json.key("agencies").begin_array(flat);
    for (const std::string& agency : document.agencies) json.string(agency);
    json.end_array();
  }
  json.optional_member("url", document.url);
  json.optional_member("published_from", document.published ? document.published->from : std::string());
  json.optional_member("dateline_place", document.dateline_place)
      .optional_member("dateline_day", document.dateline_day);
  json.member("sha256", document.sha256);
  json.optional_member("made_by", findings.made_by).end_object();
}

}  // namespace

std::string findings_line(std::string_view id, const Document& document, const Findings& findings, WithDocument with) {
  const CodePoints text(document.text);
  JsonWriter json;
  json.begin_object(flat).member("id", id);
  json.nullable_member("published", document.published ? document.published->edtf : std::string());
  write_anchor(json, findings.anchor_edtf, findings.anchor_why);
  json.key("times").begin_array(flat);
  for (const TimeMention& time : findings.times) write_time(json, time, text);
  json.end_array().key("entities").begin_array(flat);
  std::int64_t entity_id = 0;
  for (const LocalEntity& entity : findings.entities) write_entity(json, entity_id++, entity, text);
  json.end_array().key("events").begin_array(flat);
  for (const EventMention& event : findings.events) write_event(json, event, text);
  json.end_array().key("relations").begin_array(flat);
  for (const RelationMention& relation : findings.relations) write_relation(json, relation, text);
  json.end_array();
  if (with == WithDocument::yes) write_document(json, document, findings);
  json.end_object();
  return json.take();
}

}  // namespace dateline
