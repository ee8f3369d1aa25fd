// The sample itself (sample.hpp), in a file that the test program picks up.
#include "graph/store/sample.hpp"

#include "dateline/base/hash.hpp"
#include "dateline/base/utf8.hpp"
#include "dateline/store.hpp"
#include "graph/store/generator.hpp"

namespace dateline::test {
namespace {

/// Where `words` stand in `text`, in code points.
Span place_of(const std::string& text, std::string_view words) {
  const std::size_t at = text.find(words);
  const auto begin = static_cast<std::uint32_t>(utf8::length(std::string_view(text).substr(0, at)));
  return {begin, begin + static_cast<std::uint32_t>(utf8::length(words))};
}

Reading read(const std::string& source, const std::string& text, const std::string& published) {
  Reading reading;
  Document& document = reading.document;
  document.source = source;
  document.text = text;
  document.title = "Talks in Évora";
  document.published = Published{published, "text line 1"};
  document.sha256 = sha256(text);
  document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}};
  return reading;
}

LocalEntity named(const std::string& text, const std::string& name, EntityKind kind) {
  return {name, kind, "", "", {{place_of(text, name), name, MentionForm::name}}};
}

EventMention told(const std::string& text, std::string_view sentence, std::string_view trigger,
                  const std::string& type) {
  EventMention event;
  event.type = type;
  event.sentence = place_of(text, sentence);
  event.trigger = place_of(text, trigger);
  return event;
}

constexpr std::string_view meeting = "Ana Sá met Ben Ruiz in Évora on Monday.";
constexpr std::string_view denial = "Ruiz denied that the U.S. had sent 40 lorries.";
constexpr std::string_view second_meeting = "Minister Ana Sá met Ben Ruiz in Évora on Tuesday.";

Evidence evidence(const std::vector<Reading>& readings, std::uint32_t document, std::string_view sentence,
                  std::string_view trigger) {
  const std::string& text = readings[document].document.text;
  Evidence out;
  out.document = document;
  out.span = place_of(text, sentence);
  out.quote = sentence;
  out.trigger = place_of(text, trigger);
  out.trigger_text = trigger;
  out.reported = readings[document].document.published->edtf;
  out.rule = "frame-row";
  return out;
}

}  // namespace

std::vector<Reading> sample_readings() {
  std::vector<Reading> readings = {
      read("evening.txt", std::string(second_meeting), "2024-11-06"),
      read("morning.txt", std::string(meeting) + " " + std::string(denial), "2024-11-05"),
  };
  for (auto& [document, findings] : readings) {
    const std::string& text = document.text;
    findings.entities = {named(text, "Ana Sá", EntityKind::person), named(text, "Ben Ruiz", EntityKind::person),
                         named(text, "Évora", EntityKind::place)};
  }
  Findings& evening = readings[0].findings;
  evening.sentences = {place_of(readings[0].document.text, second_meeting)};
  evening.events = {told(readings[0].document.text, second_meeting, "met", "meet")};
  Findings& morning = readings[1].findings;
  morning.sentences = {place_of(readings[1].document.text, meeting), place_of(readings[1].document.text, denial)};
  morning.events = {told(readings[1].document.text, meeting, "met", "meet"),
                    told(readings[1].document.text, denial, "denied", "deny")};
  morning.events[0].participants = {{"participant", 0}, {"participant", 1}};
  morning.events[0].place = 2;
  morning.events[1].temporal = {{TemporalRelation::after, 0, "row"}};
  return readings;
}

Knowledge sample_knowledge(const std::vector<Reading>& readings) {
  Knowledge knowledge;
  for (const auto& [document, findings] : readings) {
    const std::string number = std::to_string(knowledge.documents.size() + 1);
    knowledge.documents.push_back({"d" + number,
                                   document.source,
                                   document.title,
                                   "",
                                   {},
                                   "",
                                   document.published,
                                   "",
                                   "",
                                   "o" + number,
                                   document.sha256});
  }
  knowledge.entities = {{"e1", "Ana Sá", EntityKind::person, {"Sá"}, 2, "", "Q900000001"},
                        {"e2", "Ben Ruiz", EntityKind::person, {"Ruiz"}, 3, "", ""},
                        {"e3", "Évora", EntityKind::place, {}, 2, "PT", ""}};
  Event meet;
  meet.id = "ev1";
  meet.type = "meet";
  meet.label = "Ana Sá met Ben Ruiz in Évora";
  meet.date = event_date("2024-11-04", Basis::stated);
  meet.participants = {{"participant", 0}, {"participant", 1}};
  meet.place = 2;
  meet.articles = meet.origins = 2;
  meet.evidence = {evidence(readings, 0, second_meeting, "met"), evidence(readings, 1, meeting, "met")};
  meet.conflicts = {{"date", {{"2024-11-05", {0}}, {"2024-11-04", {1}}}}};
  Event deny;
  deny.id = "ev2";
  deny.type = "deny";
  deny.label = "Ben Ruiz denied";
  deny.participants = {{"speaker", 1}};
  deny.articles = deny.origins = 1;
  deny.evidence = {evidence(readings, 1, denial, "denied")};
  deny.temporal = {{TemporalRelation::after, 0, {0}}};
  knowledge.events = {meet, deny};
  knowledge.relations = {
      {"r1", "holds_position", 0, {}, "Minister", "", "", {evidence(readings, 0, second_meeting, "Minister Ana Sá")}}};
  return knowledge;
}

void write_sample(const std::string& path) {
  Store store = Store::open(path, StoreMode::write);
  const std::vector<Reading> readings = sample_readings();
  store.put(readings, now);
  store.put_knowledge(sample_knowledge(readings));
}

}  // namespace dateline::test
