// The examples and traps of resources/en/event/relations.tsv, and the relations that order, brackets and events say.
#include <algorithm>

#include <doctest/doctest.h>

#include "dateline/base/text.hpp"
#include "dateline/extract.hpp"
#include "dateline/ontology.hpp"

using namespace dateline;

namespace {

constexpr std::string_view model = "models/english.bin";

Document paragraph(std::string_view text) {
  Document document;
  document.source = "test";
  document.text = text;
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}});
  document.published = Published{"2024-11-09", "test"};
  return document;
}

bool names(const LocalEntity& entity, std::string_view text) {
  return entity.name.find(text) != std::string::npos ||
         std::any_of(entity.mentions.begin(), entity.mentions.end(),
                     [&](const EntityMention& mention) { return mention.text == text; });
}

std::string_view part(std::string_view expected, std::string_view key) {
  for (const std::string_view one : split(expected, ';')) {
    const std::size_t equals = one.find('=');
    if (equals != one.npos && trim(one.substr(0, equals)) == key) return trim(one.substr(equals + 1));
  }
  return {};
}

bool meets(const Extraction& extraction, const RelationMention& one, std::string_view expected) {
  const std::string_view from = part(expected, "from"), to = part(expected, "to"), text = part(expected, "text");
  if (!from.empty() && !names(extraction.entities[one.from], from)) return false;
  if (!to.empty() && (!one.to || !names(extraction.entities[*one.to], to))) return false;
  return one.since == part(expected, "since") && one.until == part(expected, "until") &&
         (text.empty() || one.text == text);
}

bool found(const Extraction& extraction, std::string_view type, std::string_view expected) {
  return std::any_of(extraction.relations.begin(), extraction.relations.end(),
                     [&](const RelationMention& one) { return one.type == type && meets(extraction, one, expected); });
}

std::string written_relations(const Extraction& extraction) {
  std::string out;
  for (const RelationMention& one : extraction.relations) {
    out += "\n  " + one.type + " [" + one.rule + "] " + extraction.entities[one.from].name + " -> " +
           (one.to ? extraction.entities[*one.to].name : std::string("-")) + " '" + one.text + "' " + one.since + ".." +
           one.until;
  }
  return out.empty() ? "\n  nothing" : out;
}

}  // namespace

TEST_CASE("every relation row finds its example and passes over its traps") {
  const Resources resources = Resources::embedded();
  if (resources.bytes(model).empty()) {
    MESSAGE("skipped: no language model is embedded");
    return;
  }
  const Ontology ontology(resources);
  const Extractor extractor(resources);
  const Table& table = resources.table("en/event/relations");
  int all = 0, wrong = 0;
  const auto count = [&](bool right, const std::string& what) {
    ++all;
    if (right) return;
    ++wrong;
    MESSAGE(what);
  };
  for (const Row& row : table.rows) {
    const std::string& type = table.cell(row, "type");
    CHECK_MESSAGE(ontology.relation(type) != nullptr, "no relation type " << type);
    const std::string where = row.cells.front() + ": ";
    const std::string& example = table.cell(row, "example");
    const Extraction read = extractor.analyse(paragraph(example));
    count(found(read, type, table.cell(row, "expected")), where + example + written_relations(read));
    std::string_view traps = table.cell(row, "not");
    while (!trim(traps).empty()) {
      const std::size_t bars = traps.find("||");
      const std::string trap(trim(traps.substr(0, bars)));
      traps = bars == traps.npos ? std::string_view() : traps.substr(bars + 2);
      const Extraction passed = extractor.analyse(paragraph(trap));
      const bool fired = std::any_of(passed.relations.begin(), passed.relations.end(),
                                     [&](const RelationMention& one) { return one.type == type; });
      count(!fired, where + trap + written_relations(passed));
    }
  }
  // The trees come from a learned model: a few rows may fall to its errors, each is named.
  CHECK_MESSAGE(wrong * 25 <= all, wrong << " of " << all << " examples are not read as their rows say");
}

TEST_CASE("relations that order, brackets and events say") {
  const Resources resources = Resources::embedded();
  if (resources.bytes(model).empty()) {
    MESSAGE("skipped: no language model is embedded");
    return;
  }
  const Extractor extractor(resources);
  struct Case {
    std::string_view text, type, expected;
  };
  for (const Case& one : std::initializer_list<Case>{
           {"A flood hit the town of Kilis, Turkey, on Monday.", "located_in", "from=Kilis; to=Turkey"},
           {"Crowds filled Red Square in Moscow on Monday.", "located_in", "from=Red Square; to=Moscow"},
           {"The World Health Organization (WHO) met on Monday.", "alias_of",
            "from=World Health Organization; text=WHO"},
           {"Sweden delivered forty tanks to Finland on Monday.", "supplies", "from=Sweden; to=Finland"},
           {"Sweden invaded Denmark in 1657.", "adversary_of", "from=Sweden; to=Denmark"},
       }) {
    const Extraction read = extractor.analyse(paragraph(one.text));
    CHECK_MESSAGE(found(read, one.type, one.expected), one.text << written_relations(read));
  }
  for (const Case& one : std::initializer_list<Case>{
           {"Trains link London, Paris and Rome.", "located_in", ""},
           {"The prime minister (right) met the press.", "alias_of", ""},
           {"Anna Lee, her son, and Tom Reed came.", "family", ""},
       }) {
    const Extraction read = extractor.analyse(paragraph(one.text));
    const bool fired = std::any_of(read.relations.begin(), read.relations.end(),
                                   [&](const RelationMention& found) { return found.type == one.type; });
    CHECK_MESSAGE(!fired, one.text << written_relations(read));
  }
}
