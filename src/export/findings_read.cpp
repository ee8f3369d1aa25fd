#include "dateline/base/utf8.hpp"
#include "dateline/findings_json.hpp"
#include "export/json_reader.hpp"

namespace dateline {
namespace {

using Json = nlohmann::json;

TimeMention time_mention(const JsonReader& in, const Json& item) {
  TimeMention time;
  time.span = in.span(item);
  time.type = in.word(item, "type", timex_type_named);
  time.value = in.text(item, "value");
  time.mod = in.optional_text(item, "mod");
  time.edtf = in.optional_text(item, "edtf");
  if (const std::optional<EdtfDate> denoted = parse_edtf(time.edtf))
    time.days = denoted->days, time.precision = denoted->precision;
  if (item.contains("precision")) time.precision = in.word(item, "precision", precision_named);
  if (item.contains("days")) time.days = {in.day(item["days"], "start"), in.day(item["days"], "end")};
  time.anchor = in.optional_text(item, "anchor");
  time.anchor_event = in.optional_text(item, "anchor_event");
  time.rule = in.text(item, "rule");
  time.why = in.optional_text(item, "why");
  time.alternatives = read_alternatives(in, item);
  return time;
}

LocalEntity local_entity(const JsonReader& in, const Json& item) {
  LocalEntity entity;
  entity.name = in.text(item, "name");
  entity.kind = in.word(item, "kind", entity_kind_named);
  entity.country = in.optional_text(item, "country");
  entity.key = in.optional_text(item, "key");
  for (const Json& mention : in.array(item, "mentions")) {
    entity.mentions.push_back(
        {in.span(mention), in.text(mention, "text"), in.word(mention, "form", mention_form_named)});
  }
  return entity;
}

struct Counts {
  std::size_t times, entities, events;
};

EventMention event_mention(const JsonReader& in, const Json& item, const Counts& counts) {
  EventMention event;
  event.type = in.text(item, "type");
  event.trigger = in.span(in.member(item, "trigger"));
  event.sentence = in.span(in.member(item, "sentence"));
  for (const Json& participant : in.array(item, "participants")) {
    event.participants.push_back(
        {in.text(participant, "role"), in.index(in.member(participant, "entity"), "entity", counts.entities)});
  }
  event.place = in.optional_index(item, "place", counts.entities);
  if (item.contains("date") && !item["date"].is_null()) event.date = read_date(in, item["date"]);
  event.time = in.optional_index(item, "time", counts.times);
  event.status = in.word(item, "status", status_named);
  event.attribution = in.indices(item, "attribution", counts.entities);
  event.content = in.indices(item, "content", counts.events);
  for (const Json& link : in.array(item, "temporal")) {
    event.temporal.push_back({in.word(link, "relation", temporal_relation_named),
                              in.index(in.member(link, "event"), "event", counts.events),
                              in.optional_text(link, "rule")});
  }
  event.part_of = in.optional_index(item, "part_of", counts.events);
  event.amounts = read_amounts(in, item);
  event.about = in.optional_text(item, "about");
  event.own_words = in.optional_text(item, "own_words");
  event.mode = in.optional_text(item, "mode");
  event.negated = item.contains("negated") && item["negated"] == true;
  event.told_again = item.contains("told_again") && item["told_again"] == true;
  event.rule = in.text(item, "rule");
  return event;
}

RelationMention relation_mention(const JsonReader& in, const Json& item, const Counts& counts) {
  RelationMention relation;
  relation.type = in.text(item, "type");
  relation.from = in.index(in.member(item, "from"), "from", counts.entities);
  relation.to = in.optional_index(item, "to", counts.entities);
  relation.text = in.optional_text(item, "text");
  relation.span = in.span(in.member(item, "span"));
  relation.sentence = in.span(in.member(item, "sentence"));
  relation.since = in.optional_text(item, "since");
  relation.until = in.optional_text(item, "until");
  relation.rule = in.text(item, "rule");
  return relation;
}

/// Byte places of the code points of a text, its end included.
std::vector<std::uint32_t> byte_places(std::string_view text) {
  std::vector<std::uint32_t> places;
  places.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size(); utf8::next(text, at)) places.push_back(static_cast<std::uint32_t>(at));
  places.push_back(static_cast<std::uint32_t>(text.size()));
  return places;
}

Document document(const JsonReader& in, const Json& item, const std::optional<std::string>& published) {
  Document read;
  read.source = in.text(item, "source");
  read.text = in.text(item, "text");
  const std::vector<std::uint32_t> places = byte_places(read.text);
  for (const Json& block : in.array(item, "blocks")) {
    const Span span = in.span(block);
    if (span.end >= places.size()) in.fail("a block ends past the end of the text");
    read.blocks.push_back({in.word(block, "kind", block_kind_named), {places[span.begin], places[span.end]}});
  }
  read.title = in.optional_text(item, "title");
  read.publisher = in.optional_text(item, "publisher");
  read.byline = in.optional_text(item, "byline");
  for (const Json& agency : in.array(item, "agencies")) read.agencies.push_back(in.as_text(agency, "agencies"));
  read.url = in.optional_text(item, "url");
  if (published) read.published = Published{*published, in.optional_text(item, "published_from")};
  read.dateline_place = in.optional_text(item, "dateline_place");
  read.dateline_day = in.optional_text(item, "dateline_day");
  read.sha256 = in.text(item, "sha256");
  return read;
}

std::vector<Span> sentences(const JsonReader& in, const Json& item) {
  std::vector<Span> read;
  for (const Json& pair : in.array(item, "sentences")) {
    if (!pair.is_array() || pair.size() != 2) in.fail("a sentence is not [start, end]");
    read.push_back({in.as_place(pair[0], "sentences"), in.as_place(pair[1], "sentences")});
  }
  return read;
}

/// Every place of the findings is inside a text of `length` code points.
void check_places(const JsonReader& in, const Findings& findings, std::size_t length) {
  const auto check = [&](const Span& span) {
    if (span.begin > span.end || span.end > length) in.fail("an offset points past the end of the text");
  };
  for (const Span& sentence : findings.sentences) check(sentence);
  for (const TimeMention& time : findings.times) check(time.span);
  for (const LocalEntity& entity : findings.entities) {
    for (const EntityMention& mention : entity.mentions) check(mention.span);
  }
  for (const EventMention& event : findings.events) check(event.trigger), check(event.sentence);
  for (const RelationMention& relation : findings.relations) check(relation.span), check(relation.sentence);
}

std::optional<std::string> published(const JsonReader& in, const Json& line) {
  std::string edtf = in.optional_text(line, "published");
  return edtf.empty() ? std::nullopt : std::optional(std::move(edtf));
}

}  // namespace

ExtractRequest read_request(std::string_view line, std::string_view where) {
  const JsonReader in(where);
  const Json read = in.parse(line);
  return {in.text(read, "id"), in.text(read, "text"), published(in, read), in.optional_text(read, "title")};
}

LoadedFindings read_findings(std::string_view line, std::string_view where) {
  const JsonReader in(where);
  const Json read = in.parse(line);
  LoadedFindings loaded;
  loaded.id = in.text(read, "id");
  loaded.published = published(in, read);
  Findings& findings = loaded.findings;
  if (read.contains("anchor")) {
    findings.anchor_edtf = in.text(read["anchor"], "edtf");
    findings.anchor_why = in.text(read["anchor"], "why");
  }
  const Json &times = in.array(read, "times"), &entities = in.array(read, "entities"),
             &events = in.array(read, "events");
  const Counts counts{times.size(), entities.size(), events.size()};
  for (const Json& item : times) findings.times.push_back(time_mention(in, item));
  for (const Json& item : entities) findings.entities.push_back(local_entity(in, item));
  for (const Json& item : events) findings.events.push_back(event_mention(in, item, counts));
  for (const Json& item : in.array(read, "relations")) findings.relations.push_back(relation_mention(in, item, counts));
  if (!read.contains("document")) return loaded;
  findings.sentences = sentences(in, read["document"]);
  findings.made_by = in.optional_text(read["document"], "made_by");
  loaded.document = document(in, read["document"], loaded.published);
  check_places(in, findings, utf8::length(loaded.document->text));
  return loaded;
}

}  // namespace dateline
