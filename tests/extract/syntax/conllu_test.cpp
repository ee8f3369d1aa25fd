#include "extract/syntax/conllu.hpp"

#include <doctest/doctest.h>

#include "dateline/extract.hpp"

namespace dateline {
namespace {

constexpr std::string_view two_sentences =
    "# sent_id = 1\n"
    "1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tdid\tdo\tAUX\tVBD\t_\t3\taux\t_\t_\n"
    "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
    "3\tsail\tsail\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No|NER=B-PER\n"
    "3.1\tsailed\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "\n"
    "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\r\n"
    "\n";

TEST_CASE("ranges, empty nodes and comments are kept beside the words") {
  const auto sentences = syntax::read_conllu(two_sentences);
  REQUIRE(sentences.size() == 2);
  REQUIRE(sentences[0].words.size() == 3);
  CHECK(sentences[0].words[1].form == "n't");
  CHECK(sentences[0].words[2].head == "0");
  REQUIRE(sentences[0].others.size() == 3);
  CHECK(sentences[0].others[1].before == 0);
  CHECK(sentences[0].others[2].before == 3);
  CHECK(sentences[1].words[0].misc == "_");
  CHECK(syntax::misc_value(sentences[0].words[2].misc, "NER") == "B-PER");
  CHECK(syntax::misc_value("XNER=a|NERO=b", "NER") == "");
}

TEST_CASE("what is no CoNLL-U gives no sentences or empty columns") {
  CHECK(syntax::read_conllu("").empty());
  CHECK(syntax::read_conllu("\n\n# only a comment\n\n").empty());
  CHECK(syntax::read_conllu("no tabs at all\n").empty());
  const auto sentences = syntax::read_conllu("1\tword");
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].words[0].form == "word");
  CHECK(sentences[0].words[0].head == "_");
  CHECK(syntax::conllu_number("12") == 12);
  CHECK(syntax::conllu_number("1-2") == -1);
  CHECK(syntax::conllu_number("99999999999") == -1);
}

TEST_CASE("the lines that were read come back with their columns filled") {
  const Extractor extractor(Resources::embedded());
  const std::string out = extractor.parse_conllu(two_sentences);
  const auto sentences = syntax::read_conllu(out);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].others.size() == 3);
  CHECK(sentences[0].words[0].lemma == "do");
  CHECK(sentences[0].words[0].deprel == "aux");
  CHECK(sentences[0].words[2].head == "0");
  CHECK(syntax::misc_value(sentences[0].words[2].misc, "SpaceAfter") == "No");
  CHECK(syntax::misc_value(sentences[0].words[2].misc, "NER") == "O");
  CHECK(extractor.parse_conllu(out) == out);
}

TEST_CASE("a text is written with the ranges of its contractions") {
  const Extractor extractor(Resources::embedded());
  Document document;
  document.text = "They can't leave Oslo's port (yet).\n\nWait!";
  document.blocks = {{BlockKind::paragraph, {0, 35}}, {BlockKind::paragraph, {37, 42}}};
  const std::string out = to_conllu(document, extractor.analyse(document, {Stage::syntax}));
  CHECK(out.find("2-3\tcan't\t_") != std::string::npos);
  CHECK(out.find("5-6\tOslo's\t_") != std::string::npos);
  CHECK(out.find("\t(\t") != std::string::npos);
  CHECK(out.find("# newpar\n# sent_id = 2\n# text = Wait!\n1\tWait\t") != std::string::npos);
}

}  // namespace
}  // namespace dateline
