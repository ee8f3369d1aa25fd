// How long each stage of extract takes on given articles, one thread, processor time: best of several rounds, and each stage's share of the whole.
//   extract_bench FILE...
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "dateline/base/error.hpp"
#include "dateline/extract.hpp"
#include "dateline/input.hpp"
#include "extract/time/time_finder.hpp"

namespace {

using namespace dateline;
/// Processor time, so that a busy machine does not count.
struct Clock {
  using time_point = std::clock_t;
  static time_point now() { return std::clock(); }
};

constexpr int rounds = 5;
constexpr std::array<std::pair<Stage, const char*>, 5> stages = {{{Stage::text, "sentences and tokens"},
                                                                  {Stage::syntax, "tags, trees, names"},
                                                                  {Stage::time, "time expressions"},
                                                                  {Stage::entities, "entities"},
                                                                  {Stage::events, "events"}}};

double seconds_since(Clock::time_point began) { return static_cast<double>(Clock::now() - began) / CLOCKS_PER_SEC; }

/// Best time of the stages up to `last`, over all documents.
double best(const Extractor& extractor, const std::vector<Document>& documents, Stage last) {
  double least = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const auto began = Clock::now();
    ExtractOptions how;
    how.last = last;
    for (const Document& document : documents) extractor.analyse(document, how);
    least = std::min(least, seconds_since(began));
  }
  return least;
}

/// Best time of the time stage on documents that are parsed already.
double best_of_times(const TimeFinder& find_times, const Extractor& extractor, const std::vector<Document>& documents) {
  std::vector<Extraction> parsed;
  ExtractOptions how;
  how.last = Stage::syntax;
  for (const Document& document : documents) parsed.push_back(extractor.analyse(document, how));
  double least = 1e9;
  for (int round = 0; round < 4 * rounds; ++round) {
    const auto began = Clock::now();
    for (std::size_t i = 0; i < documents.size(); ++i) find_times(documents[i], parsed[i]);
    least = std::min(least, seconds_since(began));
  }
  return least;
}

}  // namespace

int main(int count, char** words) {
  try {
    const Resources resources = Resources::embedded();
    const Reader reader(resources, {});
    const auto began = Clock::now();
    const Extractor extractor(resources);
    std::printf("load: %.1f ms\n", seconds_since(began) * 1000);

    std::vector<Document> documents;
    std::vector<Problem> problems;
    for (const Source& source : list_sources({words + 1, words + count}, problems)) {
      reader.read(
          source, [&](Document&& document) { documents.push_back(std::move(document)); },
          [&](Problem&& problem) { problems.push_back(problem); });
    }
    for (const Problem& problem : problems)
      std::fprintf(stderr, "%s: %s\n", problem.where.c_str(), problem.what.c_str());
    std::size_t tokens = 0;
    double bytes = 0;
    for (const Document& document : documents) {
      ExtractOptions how;
      how.last = Stage::text;
      tokens += extractor.analyse(document, how).tokens.size();
      bytes += static_cast<double>(document.text.size());
    }
    if (tokens == 0) {
      std::fprintf(stderr, "extract_bench: no text in what was given\n");
      return 2;
    }
    const double whole = best(extractor, documents, Stage::events);
    std::printf("%zu documents, %zu tokens: %.0f tokens/s, %.2f MB/s\n", documents.size(), tokens,
                static_cast<double>(tokens) / whole, bytes / whole / 1e6);
    double before = 0;
    for (const auto& [stage, name] : stages) {
      const double until = best(extractor, documents, stage);
      const double alone = std::max(until - before, 1e-9);
      std::printf("  %-22s %5.1f %%  %9.0f tokens/s  %6.2f MB/s\n", name, 100 * alone / whole,
                  static_cast<double>(tokens) / alone, bytes / alone / 1e6);
      before = until;
    }
    // The parser takes so long that the small stage behind it drowns in its noise: by itself, too, on what was parsed once.
    const double alone = best_of_times(TimeFinder(resources), extractor, documents);
    std::printf("  %-22s          %9.0f tokens/s  %6.2f MB/s\n", "times, by themselves",
                static_cast<double>(tokens) / alone, bytes / alone / 1e6);
  } catch (const Error& error) {
    std::fprintf(stderr, "extract_bench: %s\n", error.what());
    return 3;
  }
}
