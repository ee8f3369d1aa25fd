#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "dateline/extract.hpp"
#include "dateline/resources.hpp"
#include "support/corpus.hpp"

using namespace dateline;

namespace {

const Extractor& extractor() {
  static const Extractor instance(Resources::embedded());
  return instance;
}

/// Each paragraph (between blank lines) a block; a first one that begins with "# " is the title, with "% " one that is no part of the prose.
Document document_of(const std::string& text) {
  Document document;
  document.text = text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    const bool title = text.compare(at, 2, "# ") == 0, apart = text.compare(at, 2, "% ") == 0;
    const std::size_t begin = title || apart ? at + 2 : at;
    if (title || apart) document.title = text.substr(begin, end - begin);
    if (end > begin && !apart)
      document.blocks.push_back({title ? BlockKind::title : BlockKind::paragraph,
                                 {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    at = end + 2;
  }
  return document;
}

Extraction entities_of(const Document& document) {
  ExtractOptions options;
  options.last = Stage::entities;
  return extractor().analyse(document, options);
}

std::string line_of(const LocalEntity& entity) {
  std::string line = entity.name + " <" + std::string(name(entity.kind)) +
                     (entity.country.empty() ? "" : " " + entity.country) + ">" +
                     (entity.key.empty() ? "" : " " + entity.key) + ":";
  for (const EntityMention& mention : entity.mentions) {
    line += " " + mention.text +
            (mention.form == MentionForm::name      ? ""
             : mention.form == MentionForm::nominal ? "/n"
                                                    : "/p") +
            ";";
  }
  line.pop_back();
  return line;
}

std::vector<std::string> lines_of(const Document& document, const Extraction& extraction) {
  std::vector<std::string> lines;
  for (const LocalEntity& entity : extraction.entities) lines.push_back(line_of(entity));
  for (const PluralMention& plural : extraction.plurals) {
    if (plural.entities.size() < 2) continue;
    std::string line = "plural";
    for (std::uint32_t i = plural.tokens.begin; i < plural.tokens.end; ++i)
      line += " " + std::string(extraction.text(document, extraction.tokens[i]));
    line += " =";
    for (const std::uint32_t entity : plural.entities) line += " " + extraction.entities[entity].name + ",";
    line.pop_back();
    lines.push_back(line);
  }
  for (const RelationMention& relation : extraction.relations) {
    lines.push_back(relation.type + ": " + extraction.entities[relation.from].name + " - " +
                    (relation.to ? extraction.entities[*relation.to].name : "") + " [" + relation.text + "]");
  }
  return lines;
}

}  // namespace

TEST_CASE("entities of short texts") {
  test::run_corpus("extract/entity/entities.txt", [](const test::CorpusCase& one) {
    const Document document = document_of(one.text);
    return lines_of(document, entities_of(document));
  });
}

TEST_CASE("definite descriptions of people and bodies named before") {
  test::run_corpus("extract/entity/described.txt", [](const test::CorpusCase& one) {
    const Document document = document_of(one.text);
    return lines_of(document, entities_of(document));
  });
}

TEST_CASE("names of many words") {
  test::run_corpus("extract/entity/names.txt", [](const test::CorpusCase& one) {
    const Document document = document_of(one.text);
    return lines_of(document, entities_of(document));
  });
}

TEST_CASE("every mention is the text of its span, in order, and no entity is without one") {
  const Document document = document_of(
      "Kenyan President William Ruto hosted Rwanda's foreign minister in Nairobi. The pair “talked for hours”, Ruto’s "
      "office said.\n\n"
      "KIGALI, meanwhile, denied that its troops had crossed into the Democratic Republic of Congo.");
  const Extraction extraction = entities_of(document);
  REQUIRE(!extraction.entities.empty());
  for (const LocalEntity& entity : extraction.entities) {
    REQUIRE(!entity.mentions.empty());
    std::uint32_t last = 0;
    for (const EntityMention& mention : entity.mentions) {
      CHECK(document.text.substr(mention.span.begin, mention.span.size()) == mention.text);
      CHECK(mention.span.begin >= last);
      last = mention.span.begin;
    }
  }
}

TEST_CASE("odd text gives fewer findings and nothing worse") {
  const std::vector<std::string> odd = {"",
                                        " ",
                                        "“",
                                        "'s 's 's of of the the - - & & ( ( ) )",
                                        std::string("A\0B President \xff\xfe Minister \xc3", 28),
                                        "PRESIDENT MINISTER GENERAL OF THE OF FOR BANK OF OF",
                                        "al- al-al-al- van der van de la",
                                        "President President President President President",
                                        "He she it they them his her its I I I",
                                        "U.S. U.S.-led U.S.'s US$ $US",
                                        "Моcква 北京 Ǆ Éire İstanbul"};
  for (const std::string& text : odd) {
    const Document document = document_of(text);
    CHECK_NOTHROW(entities_of(document));
  }
}

TEST_CASE("long texts of names take linear time") {
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += "Mayor Anna Quist" + std::to_string(i) + " met the Bank of Place" + std::to_string(i) + " in Oslo. ";
  const Document document = document_of(text);
  CHECK(entities_of(document).entities.size() > 1000);
}
