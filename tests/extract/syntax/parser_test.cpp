#include "extract/syntax/parser.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/base/files.hpp"
#include "dateline/resources.hpp"
#include "extract/syntax/conllu.hpp"

namespace dateline {
namespace {

const Parser& parser() {
  static const Parser shared(Resources::embedded());
  return shared;
}

struct Parsed {
  Document document;
  Extraction extraction;
};

/// One sentence of the given tokens.
Parsed parse(const std::vector<std::string>& forms) {
  Parsed parsed;
  for (const std::string& form : forms) {
    Token token;
    token.bytes.begin = static_cast<std::uint32_t>(parsed.document.text.size());
    parsed.document.text += form;
    token.bytes.end = static_cast<std::uint32_t>(parsed.document.text.size());
    parsed.extraction.tokens.push_back(token);
    parsed.document.text += ' ';
  }
  const auto size = static_cast<std::uint32_t>(parsed.document.text.size());
  parsed.extraction.sentences.push_back({{0, static_cast<std::uint32_t>(forms.size())}, {0, size}, 0});
  parser()(parsed.document, parsed.extraction);
  return parsed;
}

/// Exactly one root, and every word hangs from it.
void check_tree(const Extraction& extraction) {
  const auto count = static_cast<std::int32_t>(extraction.tokens.size());
  int roots = 0;
  for (const Token& token : extraction.tokens) {
    roots += token.head == no_head;
    std::int32_t steps = 0;
    for (std::int32_t at = token.head; at != no_head; at = extraction.tokens[static_cast<std::size_t>(at)].head) {
      REQUIRE(at >= 0);
      REQUIRE(at < count);
      REQUIRE(++steps <= count);
    }
    REQUIRE(token.confidence >= 0.0F);
    REQUIRE(token.confidence <= 1.001F);
  }
  REQUIRE(roots == 1);
}

std::vector<std::string> repeated(const std::vector<std::string>& words, std::size_t count) {
  std::vector<std::string> forms;
  for (std::size_t i = 0; i < count; ++i) forms.push_back(words[i % words.size()]);
  return forms;
}

TEST_CASE("the trees, tags and lemmas of the fixture") {
  const std::string bytes = read_file(std::string(DATELINE_SOURCE_DIR) + "/tests/extract/syntax/treebank.conllu");
  std::size_t words = 0, labelled = 0, tags = 0, lemmas = 0, names = 0, sentences = 0;
  for (const syntax::ConlluSentence& gold : syntax::read_conllu(bytes)) {
    std::vector<std::string> forms;
    for (const syntax::ConlluWord& word : gold.words) forms.emplace_back(word.form);
    const Parsed parsed = parse(forms);
    check_tree(parsed.extraction);
    ++sentences;
    for (std::size_t i = 0; i < gold.words.size(); ++i) {
      const Token& token = parsed.extraction.tokens[i];
      const StringPool& strings = parsed.extraction.strings;
      const syntax::ConlluWord& word = gold.words[i];
      ++words;
      tags += strings[token.xpos] == word.xpos && name(token.upos) == word.upos;
      lemmas += strings[token.lemma] == word.lemma;
      labelled += strings[token.deprel] == word.deprel && token.head + 1 == syntax::conllu_number(word.head);
      const bool in_name = syntax::misc_value(word.misc, "NER") != "O";
      names += in_name == (token.name != NameTag::O);
    }
  }
  REQUIRE(sentences >= 30);
  // Floors, so that a worse model does not pass unseen; the scores of the model are in models/README.md.
  CHECK(tags >= words * 94 / 100);
  CHECK(lemmas >= words * 95 / 100);
  CHECK(labelled >= words * 88 / 100);
  CHECK(names >= words * 92 / 100);
}

TEST_CASE("the same words give the same tree, whatever came before") {
  const std::vector<std::string> forms = {"Rescuers", "found", "the", "missing", "climbers", "in", "Tarvik", "."};
  const Parsed first = parse(forms);
  parse(repeated({"a", "b"}, 300));
  const Parsed second = parse(forms);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const Token &a = first.extraction.tokens[i], &b = second.extraction.tokens[i];
    CHECK(a.head == b.head);
    CHECK(a.confidence == b.confidence);
    CHECK(first.extraction.strings[a.deprel] == second.extraction.strings[b.deprel]);
  }
}

TEST_CASE("a sentence of 2000 words is one tree") {
  check_tree(parse(repeated({"the", "ship", ",", "which", "sank", "and"}, 2000)).extraction);
  check_tree(parse(repeated({"word"}, 2000)).extraction);
}

TEST_CASE("odd bytes, empty words and short sentences") {
  check_tree(parse({"\xFF\xFE\x80"}).extraction);
  check_tree(parse({"", "", ""}).extraction);
  check_tree(parse({"\xE2\x80\x94", "\xF0\x9F\x98\x80", "\xC3", "."}).extraction);
  check_tree(parse({std::string(100000, 'a'), std::string(1, '\0')}).extraction);
  CHECK(parse({}).extraction.tokens.empty());
}

TEST_CASE("headlines in capitals are read as words") {
  const Parsed parsed = parse({"FIRE", "DESTROYS", "OLD", "THEATRE"});
  CHECK(parsed.extraction.strings[parsed.extraction.tokens[1].lemma] == "destroy");
  CHECK(parsed.extraction.tokens[1].head == no_head);
}

}  // namespace
}  // namespace dateline
