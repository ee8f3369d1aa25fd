// How the cost of the language engine grows with length: sentences of up to 2,000 tokens, documents of up to the given
// megabytes. A linear stage shows the same microseconds a token in every line.
//   length_bench [MEGABYTES]     default 8
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include "extract/syntax/parser.hpp"
#include "extract/text/segmenter.hpp"

namespace {

using namespace dateline;

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

Document paragraphs(std::string text, std::size_t each) {
  Document document;
  document.text = std::move(text);
  for (std::size_t at = 0; at < document.text.size(); at += each) {
    const std::size_t end = std::min(document.text.size(), at + each);
    document.blocks.push_back(
        {BlockKind::paragraph, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
  }
  return document;
}

void measure(const char* what, const Document& document, const Segmenter& segment, const Parser& parse, int rounds) {
  double text = 1e9, syntax = 1e9;
  std::size_t tokens = 0, sentences = 0;
  for (int round = 0; round < rounds; ++round) {
    Extraction extraction;
    const double began = cpu_seconds();
    segment(document, extraction);
    const double between = cpu_seconds();
    parse(document, extraction);
    text = std::min(text, between - began);
    syntax = std::min(syntax, cpu_seconds() - between);
    tokens = extraction.tokens.size();
    sentences = extraction.sentences.size();
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto each = 1e6 / static_cast<double>(tokens);
  std::printf("%-10s %9zu tokens %8zu sentences   text %6.3f   syntax %7.2f microseconds a token   peak %5ld MB\n",
              what, tokens, sentences, text * each, syntax * each, usage.ru_maxrss / 1024);
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** words) {
  const double megabytes = count > 1 ? std::atof(words[1]) : 8;
  const Resources resources = Resources::embedded();
  const Segmenter segment(resources);
  const Parser parse(resources);

  const std::string clause =
      "the minister of the northern province told reporters on Monday that the bridge was open and ";
  for (const std::size_t tokens : {25, 50, 100, 200, 400, 800, 1600, 2000}) {
    std::string text = "Then ";
    for (std::size_t made = 1; made + 1 < tokens; made += 16) text += clause;
    text += "he left.";
    measure("sentence", paragraphs(text, text.size()), segment, parse, 20);
  }

  const std::string paragraph =
      "Floods killed 12 people in the northern province on Monday, officials said. Gen. Ana Lund, who leads the relief "
      "effort, told reporters that \"hundreds of homes\" had been lost near the U.S. border. The river rose by 3.5 "
      "metres "
      "overnight, and the dam at St. Olav failed at 4 a.m. Schools won't open before Jan. 5, the ministry's office "
      "added.\n\n";
  for (const double share : {0.01, 0.05, 0.2, 1.0}) {
    const double size = megabytes * share;
    std::string text;
    while (static_cast<double>(text.size()) < size * 1e6) text += paragraph;
    measure("document", paragraphs(std::move(text), paragraph.size()), segment, parse, 1);
  }
  std::string one;
  while (static_cast<double>(one.size()) < megabytes * 0.05 * 1e6) one += paragraph;
  const std::size_t size = one.size();
  measure("paragraph", paragraphs(std::move(one), size), segment, parse, 1);
}
