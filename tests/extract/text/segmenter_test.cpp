#include "extract/text/segmenter.hpp"

#include <chrono>

#include <doctest/doctest.h>

#include "support/corpus.hpp"

using namespace dateline;

namespace {

Document one_block(std::string text) {
  Document document;
  document.text = std::move(text);
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
  return document;
}

const Segmenter& segmenter() {
  static const Segmenter instance(Resources::embedded());
  return instance;
}

std::vector<std::string> sentences(const Document& document) {
  Extraction extraction;
  segmenter()(document, extraction);
  std::vector<std::string> lines;
  for (const Sentence& sentence : extraction.sentences) {
    std::string line;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
      line += (line.empty() ? "" : " ") + std::string(extraction.text(document, extraction.tokens[i]));
    lines.push_back(line);
  }
  return lines;
}

/// Tokens are in order, apart, without white space at their ends; sentences cover them all.
void check_sound(const Document& document) {
  Extraction extraction;
  segmenter()(document, extraction);
  std::uint32_t last = 0, next = 0;
  for (const Token& token : extraction.tokens) {
    REQUIRE(token.bytes.begin >= last);
    REQUIRE(token.bytes.end > token.bytes.begin);
    REQUIRE(token.bytes.end <= document.text.size());
    last = token.bytes.end;
  }
  for (const Sentence& sentence : extraction.sentences) {
    REQUIRE(sentence.tokens.begin == next);
    REQUIRE(!sentence.tokens.empty());
    next = sentence.tokens.end;
    REQUIRE(sentence.bytes.begin == extraction.tokens[sentence.tokens.begin].bytes.begin);
    REQUIRE(sentence.bytes.end == extraction.tokens[sentence.tokens.end - 1].bytes.end);
  }
  REQUIRE(next == extraction.tokens.size());
}

}  // namespace

TEST_CASE("tokens and sentences") {
  test::run_corpus("extract/text/segmenter.txt",
                   [](const test::CorpusCase& one) { return sentences(one_block(one.text)); });
}

TEST_CASE("blocks bound sentences, and only prose is read") {
  Document document;
  document.text = "Rail strike ends\n12 May\nTrains ran again";
  document.blocks = {{BlockKind::title, {0, 16}}, {BlockKind::published, {17, 23}}, {BlockKind::paragraph, {24, 40}}};
  CHECK(sentences(document) == std::vector<std::string>{"Rail strike ends", "Trains ran again"});
}

TEST_CASE("any bytes are read without harm") {
  std::uint32_t state = 7;
  const std::string alphabet = "a.B'\"-9$ \n\xE2\x80\x99\xF0\x9F\x98\x80\xFF@:/,(";
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 80; ++i) {
      state = state * 1664525u + 1013904223u;
      text += alphabet[(state >> 16) % alphabet.size()];
    }
    check_sound(one_block(text));
  }
  check_sound(one_block(""));
  check_sound(one_block(" \n\n "));
}

TEST_CASE("time is linear in the size of the text") {
  for (const std::string part : {"a.", "-a", "a@", "'", "\"", "1-", "...", "((", "x.Y "}) {
    std::string text;
    while (text.size() < 400000) text += part;
    const auto began = std::chrono::steady_clock::now();
    check_sound(one_block(text));
    CHECK_MESSAGE(std::chrono::steady_clock::now() - began < std::chrono::seconds(5), part);
  }
}
