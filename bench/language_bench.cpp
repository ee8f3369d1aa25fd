// What the language engine costs, one thread: loading, speed by stage in CPU time, memory, and allocations by stage.
//   language_bench FILE...
//   language_bench --text FILE...    writes their prose instead, a paragraph a block: the same text for a peer
// CPU time, so that a busy machine does not count; the best of several rounds.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <new>
#include <vector>

#include "dateline/base/error.hpp"
#include "dateline/extract.hpp"
#include "dateline/input.hpp"
#include "extract/syntax/parser.hpp"
#include "extract/text/segmenter.hpp"

namespace {

std::size_t allocations = 0;

void* counted(std::size_t size) {
  ++allocations;
  void* place = std::malloc(size == 0 ? 1 : size);
  if (place == nullptr) throw std::bad_alloc();
  return place;
}

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* place) noexcept { std::free(place); }
void operator delete[](void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }
void operator delete[](void* place, std::size_t) noexcept { std::free(place); }

namespace {

using namespace dateline;

constexpr int rounds = 5;

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

struct Cost {
  double seconds = 1e9;
  std::size_t allocations = 0, tokens = 0;
};

template <class Work>
double seconds_of(Work work) {
  const double began = cpu_seconds();
  work();
  return cpu_seconds() - began;
}

/// Segmenting alone, or segmenting and parsing; the allocations are those of the last round, when nothing is new.
Cost cost(const std::vector<Document>& documents, const Segmenter& segment, const Parser* parse) {
  Cost best;
  for (int round = 0; round < rounds; ++round) {
    best.tokens = 0;
    const std::size_t before = allocations;
    best.seconds = std::min(best.seconds, seconds_of([&] {
                              for (const Document& document : documents) {
                                Extraction extraction;
                                segment(document, extraction);
                                if (parse != nullptr) (*parse)(document, extraction);
                                best.tokens += extraction.tokens.size();
                              }
                            }));
    best.allocations = allocations - before;
  }
  return best;
}

void print(const char* what, double seconds, std::size_t count, std::size_t tokens) {
  const auto all = static_cast<double>(tokens);
  std::printf("%-28s %9.0f tokens/s  %7.3f allocations a token\n", what, all / std::max(seconds, 1e-9),
              static_cast<double>(count) / all);
}

}  // namespace

int main(int count, char** words) {
  try {
    const bool as_text = count > 1 && std::string_view(words[1]) == "--text";
    const int first = as_text ? 2 : 1;
    std::FILE* notes = as_text ? stderr : stdout;
    const double empty = peak_megabytes();
    Resources resources;
    std::fprintf(notes, "tables   %6.1f ms\n", 1e3 * seconds_of([&] { resources = Resources::embedded(); }));
    std::unique_ptr<const Segmenter> segment;
    std::unique_ptr<const Parser> parse;
    std::fprintf(notes, "segmenter%6.1f ms\n",
                 1e3 * seconds_of([&] { segment = std::make_unique<Segmenter>(resources); }));
    std::fprintf(notes, "parser   %6.1f ms\n", 1e3 * seconds_of([&] { parse = std::make_unique<Parser>(resources); }));

    std::vector<Document> documents;
    std::vector<Problem> problems;
    const Reader reader(resources, {});
    for (const Source& source : list_sources({words + first, words + count}, problems)) {
      reader.read(
          source, [&](Document&& document) { documents.push_back(std::move(document)); },
          [&](Problem&& problem) { problems.push_back(problem); });
    }
    for (const Problem& problem : problems)
      std::fprintf(stderr, "%s: %s\n", problem.where.c_str(), problem.what.c_str());
    if (as_text) {
      for (const Document& document : documents) {
        for (const Block& block : document.blocks) {
          if (!is_prose(block.kind)) continue;
          std::fwrite(document.text.data() + block.bytes.begin, 1, block.bytes.size(), stdout);
          std::fputs("\n\n", stdout);
        }
      }
      return 0;
    }
    const Cost text = cost(documents, *segment, nullptr), both = cost(documents, *segment, parse.get());
    if (text.tokens == 0) {
      std::fprintf(stderr, "language_bench: no text in what was given\n");
      return 2;
    }
    std::printf("%zu documents, %zu tokens\n", documents.size(), text.tokens);
    print("sentences and tokens", text.seconds, text.allocations, text.tokens);
    print("tags, trees, names, lemmas", both.seconds - text.seconds, both.allocations - text.allocations, text.tokens);
    print("raw text to trees and names", both.seconds, both.allocations, text.tokens);
    std::printf("peak memory %.0f MB (%.0f MB before anything)\n", peak_megabytes(), empty);
  } catch (const Error& error) {
    std::fprintf(stderr, "language_bench: %s\n", error.what());
    return 3;
  }
}
