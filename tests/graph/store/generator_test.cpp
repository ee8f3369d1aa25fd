// The generator itself (generator.hpp), in a file that the test program picks up.
#include "graph/store/generator.hpp"

#include <algorithm>

#include <unistd.h>

#include "dateline/base/hash.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::test {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view odd_words[] = {
    ""sv,        "met"sv,         "Kraków"sv, "Ólafur"sv,     "北京"sv,     "🙂👩‍👩‍👧"sv,
    "e\u0301"sv, "\u202eolleh"sv, "don't"sv,  "\"quoted\""sv, "a\nb"sv,     "\t"sv,
    "NULL"sv,    "'; DROP"sv,     "ⅷ"sv,      "\uFEFF"sv,     "ß"sv,        "İstanbul"sv,
    "0"sv,       "1e5"sv,         "-1"sv,     "\U0010FFFF"sv, "x\u0000y"sv, "%s"sv,
    "Łódź"sv,    "Ελλάδα"sv,      "Москва"sv, "العربية"sv,    "ไทย"sv,      "한국"sv,
    "\u00a0"sv,  "\x7f"sv,        "\x01"sv,   "(a OR b)"sv,   "[*]"sv,      ".."sv,
};

}  // namespace

TemporaryFile::TemporaryFile(const std::string& name) : name_(name) {
  static int count = 0;
  const std::filesystem::path memory = "/dev/shm";  // what these tests wait for otherwise is the disk
  std::error_code none;
  folder_ = (std::filesystem::is_directory(memory, none) ? memory : std::filesystem::temp_directory_path()) /
            ("dateline-store-" + std::to_string(getpid()) + "-" + std::to_string(count++));
  std::filesystem::create_directories(folder_);
}

TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string Generator::word() { return std::string(odd_words[below(std::size(odd_words))]); }

std::string Generator::text(std::uint32_t words) {
  std::string out;
  for (std::uint32_t i = 0; i < words; ++i) {
    out += word();
    if (sometimes()) out += ' ';
  }
  return out;
}

Span Generator::span(std::uint32_t length) {
  const std::uint32_t begin = below(length + 1);
  return {begin, begin + below(length - begin + 1)};
}

DayInterval Generator::days() {
  DayInterval days;
  if (sometimes()) days.first = static_cast<DayNumber>(below(2'000'000)) - 1'000'000;
  if (sometimes()) days.last = static_cast<DayNumber>(below(2'000'000)) - 1'000'000;
  return days;
}

std::vector<DateAlternative> Generator::alternatives() {
  std::vector<DateAlternative> out(below(3));
  for (DateAlternative& other : out) other = {word(), text(3)};
  return out;
}

std::optional<EventDate> Generator::date() {
  if (sometimes()) return std::nullopt;
  return EventDate{word(), days(), any<Precision>(13), any<Basis>(3), alternatives()};
}

std::vector<Amount> Generator::amounts() {
  std::vector<Amount> out(below(3));
  for (Amount& amount : out) {
    amount = {word(), text(2), std::nullopt};
    if (sometimes()) amount.value = static_cast<double>(below(1'000'000)) / 7 - 1000;
  }
  return out;
}

std::vector<std::uint32_t> Generator::indices(std::size_t count) {
  std::vector<std::uint32_t> out(count == 0 ? 0 : below(4));
  for (std::uint32_t& index : out) index = below(static_cast<std::uint32_t>(count));
  return out;
}

std::optional<std::uint32_t> Generator::index(std::size_t count) {
  if (count == 0 || sometimes()) return std::nullopt;
  return below(static_cast<std::uint32_t>(count));
}

std::vector<Participant> Generator::participants(std::size_t entities) {
  std::vector<Participant> out;
  for (const std::uint32_t entity : indices(entities)) out.push_back({word(), entity});
  return out;
}

Document Generator::document(const std::string& source) {
  Document document;
  document.source = source;
  document.text = text(below(200));
  document.title = text(below(4));
  document.publisher = word();
  document.byline = word();
  for (std::uint32_t i = below(3); i > 0; --i) document.agencies.push_back(word());
  document.url = word();
  if (sometimes()) document.published = Published{sometimes() ? "2024-11-05T16:24Z" : word(), word()};
  document.dateline_place = word();
  document.dateline_day = word();
  document.sha256 = sha256(document.text);
  std::uint32_t at = 0;
  for (std::size_t byte = 0; byte < document.text.size();) {
    for (std::uint32_t run = below(40) + 1; run > 0 && byte < document.text.size(); --run)
      utf8::next(document.text, byte);
    document.blocks.push_back({any<BlockKind>(9), {at, static_cast<std::uint32_t>(byte)}});
    at = static_cast<std::uint32_t>(byte);
  }
  return document;
}

TimeMention Generator::time(std::uint32_t length) {
  return {span(length), any<TimexType>(4), word(),        word(), word(), days(), any<Precision>(13), word(), word(),
          word(),       text(4),           alternatives()};
}

LocalEntity Generator::entity(std::uint32_t length) {
  LocalEntity entity{text(2), any<EntityKind>(9), word(), word(), {}};
  for (std::uint32_t i = below(4); i > 0; --i) entity.mentions.push_back({span(length), word(), any<MentionForm>(3)});
  return entity;
}

EventMention Generator::event(const Findings& findings, std::size_t events, std::uint32_t length) {
  EventMention event;
  event.type = word();
  event.trigger = span(length);
  event.sentence = span(length);
  event.participants = participants(findings.entities.size());
  event.place = index(findings.entities.size());
  event.date = date();
  event.time = index(findings.times.size());
  event.status = any<Status>(6);
  event.attribution = indices(findings.entities.size());
  event.content = indices(events);
  for (const std::uint32_t other : indices(events)) event.temporal.push_back({any<TemporalRelation>(6), other, word()});
  event.part_of = index(events);
  event.amounts = amounts();
  event.about = word();
  event.mode = word();
  event.rule = word();
  event.negated = sometimes();
  event.told_again = sometimes();
  return event;
}

RelationMention Generator::relation(const Findings& findings, std::uint32_t length) {
  const auto entities = findings.entities.size();
  return {word(),          below(static_cast<std::uint32_t>(entities)),
          index(entities), text(2),
          span(length),    span(length),
          word(),          word(),
          word()};
}

Reading Generator::reading(const std::string& source) {
  Reading reading{document(source), {}};
  Findings& findings = reading.findings;
  const auto length = static_cast<std::uint32_t>(utf8::length(reading.document.text));
  findings.anchor_edtf = word();
  findings.anchor_why = word();
  findings.made_by = word();
  for (std::uint32_t i = below(6); i > 0; --i) findings.sentences.push_back(span(length));
  for (std::uint32_t i = below(5); i > 0; --i) findings.times.push_back(time(length));
  for (std::uint32_t i = below(5); i > 0; --i) findings.entities.push_back(entity(length));
  const std::uint32_t events = below(6);
  for (std::uint32_t i = 0; i < events; ++i) findings.events.push_back(event(findings, events, length));
  const std::uint32_t relations = findings.entities.empty() ? 0 : below(4);
  for (std::uint32_t i = 0; i < relations; ++i) findings.relations.push_back(relation(findings, length));
  return reading;
}

Evidence Generator::evidence(const Knowledge& knowledge, const std::vector<Reading>& readings) {
  Evidence evidence;
  evidence.document = below(static_cast<std::uint32_t>(knowledge.documents.size()));
  const std::string& source = knowledge.documents[evidence.document].source;
  const auto found = std::ranges::find_if(readings, [&](const Reading& r) { return r.document.source == source; });
  const std::string& body = found->document.text;
  const auto length = static_cast<std::uint32_t>(utf8::length(body));
  evidence.span = span(length);
  evidence.quote = words_at(body, evidence.span);
  evidence.trigger = {evidence.span.begin, evidence.span.begin + below(evidence.span.size() + 1)};
  evidence.trigger_text = words_at(body, evidence.trigger);
  if (sometimes()) {
    const Span place = span(length);
    evidence.time = Evidence::Time{place, words_at(body, place), word(), word(), word()};
  }
  evidence.attribution = indices(knowledge.entities.size());
  evidence.status = any<Status>(6);
  evidence.reported = word();
  evidence.rule = word();
  return evidence;
}

std::vector<Conflict> Generator::conflicts(std::size_t evidence) {
  std::vector<Conflict> out(below(3));
  for (Conflict& conflict : out) {
    conflict.field = word();
    conflict.values.resize(below(4));
    for (Conflict::Value& value : conflict.values) value = {word(), indices(evidence)};
  }
  return out;
}

Event Generator::merged_event(const Knowledge& knowledge, std::size_t events, const std::vector<Reading>& readings) {
  Event event;
  event.id = "ev" + std::to_string(keys_++) + word();
  event.type = word();
  event.mode = word();
  event.label = text(5);
  event.date = date();
  event.status = any<Status>(6);
  event.participants = participants(knowledge.entities.size());
  event.place = index(knowledge.entities.size());
  event.amounts = amounts();
  event.content = indices(events);
  event.articles = static_cast<int>(below(9));
  event.origins = static_cast<int>(below(9));
  event.plover_event = word();
  event.plover_mode = word();
  event.cameo = word();
  for (std::uint32_t i = below(4); i > 0; --i) event.evidence.push_back(evidence(knowledge, readings));
  event.conflicts = conflicts(event.evidence.size());
  for (const std::uint32_t other : indices(events))
    event.temporal.push_back({any<TemporalRelation>(6), other, indices(event.evidence.size())});
  event.part_of = index(events);
  return event;
}

Knowledge Generator::knowledge(const std::vector<Reading>& readings) {
  Knowledge knowledge;
  for (const auto& [document, findings] : readings) {
    knowledge.documents.push_back({"d" + std::to_string(keys_++), document.source, document.title, document.publisher,
                                   document.agencies, document.url, document.published, findings.anchor_edtf,
                                   findings.anchor_why, "o" + std::to_string(below(3)), document.sha256});
  }
  std::ranges::shuffle(knowledge.documents, random_);
  for (std::uint32_t i = below(8); i > 0; --i) {
    Entity entity{
        "e" + std::to_string(keys_++), text(2), any<EntityKind>(9), {}, static_cast<int>(below(99)), word(), word()};
    for (std::uint32_t n = below(4); n > 0; --n) entity.aliases.push_back(word());
    knowledge.entities.push_back(entity);
  }
  const std::uint32_t events = readings.empty() ? 0 : below(10);
  for (std::uint32_t i = 0; i < events; ++i) knowledge.events.push_back(merged_event(knowledge, events, readings));
  const auto entities = static_cast<std::uint32_t>(knowledge.entities.size());
  for (std::uint32_t i = entities == 0 || readings.empty() ? 0 : below(4); i > 0; --i) {
    Relation relation{
        "r" + std::to_string(keys_++), word(), below(entities), index(entities), text(2), word(), word(), {}};
    for (std::uint32_t n = below(3); n > 0; --n) relation.evidence.push_back(evidence(knowledge, readings));
    knowledge.relations.push_back(relation);
  }
  return knowledge;
}

bool same(const Document& a, const Document& b) {
  const auto same_block = [](const Block& x, const Block& y) { return x.kind == y.kind && x.bytes == y.bytes; };
  return a.source == b.source && a.text == b.text && std::ranges::equal(a.blocks, b.blocks, same_block) &&
         a.title == b.title && a.publisher == b.publisher && a.byline == b.byline && a.agencies == b.agencies &&
         a.url == b.url && a.published == b.published && a.dateline_place == b.dateline_place &&
         a.dateline_day == b.dateline_day && a.sha256 == b.sha256;
}

bool same(const std::vector<Reading>& a, const std::vector<Reading>& b) {
  return std::ranges::equal(a, b, [](const Reading& x, const Reading& y) {
    return same(x.document, y.document) && x.findings == y.findings;
  });
}

std::string words_at(const std::string& text, Span span) {
  return std::string(utf8::slice(text, span.begin, span.end));
}

}  // namespace dateline::test
