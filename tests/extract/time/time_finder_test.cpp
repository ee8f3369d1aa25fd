#include "extract/time/time_finder.hpp"

#include <chrono>

#include <doctest/doctest.h>

#include "extract/time/rendering.hpp"
#include "support/corpus.hpp"

using namespace dateline;

TEST_CASE("times of documents") {
  test::run_corpus("extract/time/times.txt", [](const test::CorpusCase& one) {
    const auto published = one.fields.find("published");
    return test::times_in(one.text, published == one.fields.end() ? "" : published->second).lines;
  });
}

TEST_CASE("a mention is sound: a quote, a value, a rule, and days when it has an EDTF value") {
  const Resources resources = Resources::embedded();
  const Segmenter segment(resources);
  const TimeFinder find_times(resources);
  Document document;
  document.text =
      "He came on Friday, left at 9 p.m. on 3 May 2001 and slept for a week in the 1990s. In early May 2002 he died.";
  document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}}};
  document.published = Published{"2024-11-09T16:24Z", "test"};
  Extraction extraction;
  segment(document, extraction);
  find_times(document, extraction);
  REQUIRE(extraction.times.size() == 5);
  REQUIRE(extraction.time_tokens.size() == extraction.times.size());
  for (std::size_t i = 0; i < extraction.times.size(); ++i) {
    const TimeMention& time = extraction.times[i];
    CHECK(!time.value.empty());
    CHECK(!time.rule.empty());
    CHECK(!time.why.empty());
    CHECK(extraction.tokens[extraction.time_tokens[i].begin].bytes.begin <= time.span.begin);
    CHECK(extraction.tokens[extraction.time_tokens[i].end - 1].bytes.end >= time.span.end);
    if (!time.edtf.empty()) CHECK(parse_edtf(time.edtf)->days == time.days);
  }
  CHECK(extraction.times[0].anchor == "2024-11-09T16:24Z");
  CHECK(extraction.times[0].precision == Precision::day);
  CHECK(extraction.times[1].type == TimexType::time);
  CHECK(extraction.times[1].precision == Precision::hour);
  CHECK(extraction.times[2].type == TimexType::duration);
  CHECK(extraction.times[3].precision == Precision::decade);
}

TEST_CASE("any bytes are read without harm") {
  std::uint32_t state = 11;
  const char* parts[] = {"May ",  "5",    ", ",    "2024",   " - ",          "last ",       "week",         "of ",
                         "the ",  "\xFF", "1990s", "two ",   "hundred ",     "and ",        "30 February ", "12:61",
                         "9999",  "000",  "BC ",   "ago ",   "\xE2\x80\x99", "s ",          ". ",           "Easter ",
                         "half ", "a ",   "year ", "later ", "31/12/99 ",    "99999999999 "};
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525u + 1013904223u;
      text += parts[(state >> 16) % std::size(parts)];
    }
    for (const char* published : {"2024-11-09", "2024", "", "9999-12-31", "-0043-03-15"})
      test::times_in(text, published);
  }
}

TEST_CASE("time is linear in the size of the text") {
  for (const std::string part : {"of the ", "last week of ", "two hundred and ", "May 5, ", "in 1990 and ",
                                 "the end of the ", "first ", "3 - "}) {
    std::string text;
    while (text.size() < 200000) text += part;
    const auto began = std::chrono::steady_clock::now();
    test::times_in(text, "2024-11-09");
    CHECK_MESSAGE(std::chrono::steady_clock::now() - began < std::chrono::seconds(8), part);
  }
}
