// events.txt: sentences through all stages, and the events that come out.
#include <doctest/doctest.h>

#include <algorithm>

#include "dateline/extract.hpp"
#include "extract/event/expectation.hpp"
#include "support/corpus.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::string line_of(const Extraction& extraction, const EventMention& event) {
  std::string out = event.type + "(";
  for (std::size_t i = 0; i < event.participants.size(); ++i) {
    out += (i ? "; " : "") + event.participants[i].role + "=" + extraction.entities[event.participants[i].entity].name;
  }
  out += ") " + std::string(name(event.status));
  if (event.negated) out += " negated";
  if (!event.mode.empty()) out += " mode=" + event.mode;
  if (event.date) out += " " + event.date->edtf + " " + std::string(name(event.date->basis));
  if (event.place) out += " at " + extraction.entities[*event.place].name;
  for (const Amount& amount : event.amounts) out += " " + amount.role + "=" + amount.text;
  for (std::size_t i = 0; i < event.attribution.size(); ++i)
    out += (i ? " > " : " says ") + extraction.entities[event.attribution[i]].name;
  for (const std::uint32_t content : event.content) out += " about " + extraction.events[content].type;
  return out;
}

/// Which events are told as what the reader has met before.
std::string reference_of(const Extraction&, const EventMention& event) {
  return event.type + (event.told_again ? " again" : "");
}

using Line = std::string (*)(const Extraction&, const EventMention&);

/// The case as a report: its paragraphs, parted by blank lines, under a headline.
Document report(const CorpusCase& one) {
  Document document = one_paragraph(one.fields.at("title"));
  document.title = document.text;
  document.blocks.front().kind = BlockKind::title;
  for (std::size_t begin = 0; begin < one.text.size();) {
    const std::size_t end = std::min(one.text.find("\n\n", begin), one.text.size());
    const auto from = static_cast<std::uint32_t>(document.text.size() + 2);
    document.text += "\n\n" + one.text.substr(begin, end - begin);
    document.blocks.push_back({BlockKind::paragraph, {from, static_cast<std::uint32_t>(document.text.size())}});
    begin = end + 2;
  }
  return document;
}

/// The events of each case of a corpus file, read through all stages.
void run_events(const std::string& file, Line line = line_of) {
  const Resources resources = Resources::embedded();
  if (resources.bytes("models/english.bin").empty()) {
    MESSAGE("skipped: no language model is embedded");
    return;
  }
  const Extractor extractor(resources);
  run_corpus(file, [&](const CorpusCase& one) {
    Document document = one.fields.contains("title") ? report(one) : one_paragraph(one.text);
    if (one.fields.contains("published")) document.published->edtf = one.fields.at("published");
    if (one.fields.contains("kind"))
      document.blocks.front().kind = block_kind_named(one.fields.at("kind")).value_or(BlockKind::paragraph);
    const Extraction extraction = extractor.analyse(document);
    std::vector<std::string> lines;
    for (const EventMention& event : extraction.events) lines.push_back(line(extraction, event));
    return lines;
  });
}

}  // namespace

TEST_CASE("events.txt") { run_events("extract/event/events.txt"); }

TEST_CASE("dates.txt") { run_events("extract/event/dates.txt"); }

TEST_CASE("news.txt") { run_events("extract/event/news.txt"); }

TEST_CASE("structures.txt") { run_events("extract/event/structures.txt"); }

TEST_CASE("told_again.txt") { run_events("extract/event/told_again.txt", reference_of); }
