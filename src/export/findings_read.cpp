#include <nlohmann/json.hpp>

#include "dateline/base/error.hpp"
#include "dateline/base/utf8.hpp"
#include "dateline/findings_json.hpp"

namespace dateline {
namespace {

using nlohmann::json;

/// Reads the members of one line; every error names the line and the member.
class Reader {
 public:
  explicit Reader(std::string_view where) : where_(where) {}

  [[noreturn]] void fail(std::string_view what) const { throw Error(ErrorKind::input, where_, what); }

  json parse(std::string_view line) const {
    json value = json::parse(line, nullptr, false);
    if (value.is_discarded() || !value.is_object()) fail("not a JSON object on one line");
    return value;
  }

  const json& member(const json& object, const char* key) const {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end()) fail(std::string("no \"") + key + "\"");
    return *found;
  }
  const json& array(const json& object, const char* key) const {
    static const json none = json::array();
    if (!object.is_object() || !object.contains(key)) return none;
    if (!object[key].is_array()) fail(std::string("\"") + key + "\" is not an array");
    return object[key];
  }
  std::string text(const json& object, const char* key) const { return as_text(member(object, key), key); }
  /// "" for a member that is missing or null.
  std::string optional_text(const json& object, const char* key) const {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::string() : as_text(*found, key);
  }
  std::string as_text(const json& value, const char* key) const {
    if (!value.is_string()) fail(std::string("\"") + key + "\" is not a string");
    return value.get<std::string>();
  }
  std::uint32_t as_place(const json& value, const char* key) const {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > UINT32_MAX)
      fail(std::string("\"") + key + "\" is not a place");
    return value.get<std::uint32_t>();
  }
  Span span(const json& object) const {
    const Span read{as_place(member(object, "start"), "start"), as_place(member(object, "end"), "end")};
    if (read.begin > read.end) fail("\"start\" is after \"end\"");
    return read;
  }
  std::uint32_t index(const json& value, const char* key, std::size_t count) const {
    const std::uint32_t read = as_place(value, key);
    if (read >= count) fail(std::string("\"") + key + "\" points past the end of its array");
    return read;
  }
  std::optional<std::uint32_t> optional_index(const json& object, const char* key, std::size_t count) const {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::nullopt : std::optional(index(*found, key, count));
  }
  std::vector<std::uint32_t> indices(const json& object, const char* key, std::size_t count) const {
    std::vector<std::uint32_t> read;
    for (const json& value : array(object, key)) read.push_back(index(value, key, count));
    return read;
  }
  /// A word of a closed list, read by `named`.
  template <class Named>
  auto word(const json& object, const char* key, Named named) const {
    const std::string written = text(object, key);
    const auto value = named(written);
    if (!value) fail(std::string("\"") + key + "\" is unknown: \"" + written + "\"");
    return *value;
  }
  std::optional<DayNumber> day(const json& object, const char* key) const {
    const std::string written = optional_text(object, key);
    if (written.empty()) return std::nullopt;
    const std::optional<EdtfDate> read = parse_edtf(written.front() == '+' ? written.substr(1) : written);
    if (!read || read->precision != Precision::day)
      fail(std::string("\"") + key + "\" is not a day: \"" + written + "\"");
    return read->days.first;
  }

 private:
  std::string_view where_;
};

std::vector<DateAlternative> alternatives(const Reader& in, const json& object) {
  std::vector<DateAlternative> read;
  for (const json& item : in.array(object, "alternatives"))
    read.push_back({in.text(item, "edtf"), in.text(item, "why")});
  return read;
}

TimeMention time_mention(const Reader& in, const json& item) {
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
  time.rule = in.text(item, "rule");
  time.why = in.optional_text(item, "why");
  time.alternatives = alternatives(in, item);
  return time;
}

LocalEntity local_entity(const Reader& in, const json& item) {
  LocalEntity entity;
  entity.name = in.text(item, "name");
  entity.kind = in.word(item, "kind", entity_kind_named);
  entity.country = in.optional_text(item, "country");
  entity.key = in.optional_text(item, "key");
  for (const json& mention : in.array(item, "mentions")) {
    entity.mentions.push_back(
        {in.span(mention), in.text(mention, "text"), in.word(mention, "form", mention_form_named)});
  }
  return entity;
}

EventDate event_date(const Reader& in, const json& item) {
  EventDate date;
  date.edtf = in.text(item, "edtf");
  date.days = {in.day(item, "start"), in.day(item, "end")};
  date.precision = in.word(item, "precision", precision_named);
  date.basis = in.word(item, "basis", basis_named);
  date.alternatives = alternatives(in, item);
  return date;
}

std::optional<double> amount_value(const Reader& in, const json& item) {
  if (!item.contains("value") || item["value"].is_null()) return std::nullopt;
  if (!item["value"].is_number()) in.fail("\"value\" of an amount is not a number");
  return item["value"].get<double>();
}

struct Counts {
  std::size_t times, entities, events;
};

EventMention event_mention(const Reader& in, const json& item, const Counts& counts) {
  EventMention event;
  event.type = in.text(item, "type");
  event.trigger = in.span(in.member(item, "trigger"));
  event.sentence = in.span(in.member(item, "sentence"));
  for (const json& participant : in.array(item, "participants")) {
    event.participants.push_back(
        {in.text(participant, "role"), in.index(in.member(participant, "entity"), "entity", counts.entities)});
  }
  event.place = in.optional_index(item, "place", counts.entities);
  if (item.contains("date") && !item["date"].is_null()) event.date = event_date(in, item["date"]);
  event.time = in.optional_index(item, "time", counts.times);
  event.status = in.word(item, "status", status_named);
  event.attribution = in.indices(item, "attribution", counts.entities);
  event.content = in.indices(item, "content", counts.events);
  for (const json& amount : in.array(item, "amounts")) {
    event.amounts.push_back({in.text(amount, "role"), in.text(amount, "text"), amount_value(in, amount)});
  }
  event.about = in.optional_text(item, "about");
  event.mode = in.optional_text(item, "mode");
  event.negated = item.contains("negated") && item["negated"] == true;
  event.rule = in.text(item, "rule");
  return event;
}

RelationMention relation_mention(const Reader& in, const json& item, const Counts& counts) {
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

Document document(const Reader& in, const json& item, const std::optional<std::string>& published) {
  Document read;
  read.source = in.text(item, "source");
  read.text = in.text(item, "text");
  const std::vector<std::uint32_t> places = byte_places(read.text);
  for (const json& block : in.array(item, "blocks")) {
    const Span span = in.span(block);
    if (span.end >= places.size()) in.fail("a block ends past the end of the text");
    read.blocks.push_back({in.word(block, "kind", block_kind_named), {places[span.begin], places[span.end]}});
  }
  read.title = in.optional_text(item, "title");
  read.publisher = in.optional_text(item, "publisher");
  read.byline = in.optional_text(item, "byline");
  for (const json& agency : in.array(item, "agencies")) read.agencies.push_back(in.as_text(agency, "agencies"));
  read.url = in.optional_text(item, "url");
  if (published) read.published = Published{*published, in.optional_text(item, "published_from")};
  read.dateline_place = in.optional_text(item, "dateline_place");
  read.sha256 = in.text(item, "sha256");
  return read;
}

std::vector<Span> sentences(const Reader& in, const json& item) {
  std::vector<Span> read;
  for (const json& pair : in.array(item, "sentences")) {
    if (!pair.is_array() || pair.size() != 2) in.fail("a sentence is not [start, end]");
    read.push_back({in.as_place(pair[0], "sentences"), in.as_place(pair[1], "sentences")});
  }
  return read;
}

/// Every place of the findings is inside a text of `length` code points.
void check_places(const Reader& in, const Findings& findings, std::size_t length) {
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

std::optional<std::string> published(const Reader& in, const json& line) {
  std::string edtf = in.optional_text(line, "published");
  return edtf.empty() ? std::nullopt : std::optional(std::move(edtf));
}

}  // namespace

ExtractRequest read_request(std::string_view line, std::string_view where) {
  const Reader in(where);
  const json read = in.parse(line);
  return {in.text(read, "id"), in.text(read, "text"), published(in, read), in.optional_text(read, "title")};
}

LoadedFindings read_findings(std::string_view line, std::string_view where) {
  const Reader in(where);
  const json read = in.parse(line);
  LoadedFindings loaded;
  loaded.id = in.text(read, "id");
  loaded.published = published(in, read);
  Findings& findings = loaded.findings;
  if (read.contains("anchor")) {
    findings.anchor_edtf = in.text(read["anchor"], "edtf");
    findings.anchor_why = in.text(read["anchor"], "why");
  }
  const json &times = in.array(read, "times"), &entities = in.array(read, "entities"),
             &events = in.array(read, "events");
  const Counts counts{times.size(), entities.size(), events.size()};
  for (const json& item : times) findings.times.push_back(time_mention(in, item));
  for (const json& item : entities) findings.entities.push_back(local_entity(in, item));
  for (const json& item : events) findings.events.push_back(event_mention(in, item, counts));
  for (const json& item : in.array(read, "relations")) findings.relations.push_back(relation_mention(in, item, counts));
  if (!read.contains("document")) return loaded;
  findings.sentences = sentences(in, read["document"]);
  findings.made_by = in.optional_text(read["document"], "made_by");
  loaded.document = document(in, read["document"], loaded.published);
  check_places(in, findings, utf8::length(loaded.document->text));
  return loaded;
}

}  // namespace dateline
