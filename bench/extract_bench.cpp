// How long each stage of extract takes on given articles, one thread: best of several rounds, and each stage's share of
// the whole. CPU time, so that a busy machine does not count.
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

namespace {

using namespace dateline;
constexpr int rounds = 5;
constexpr std::array<std::pair<Stage, const char*>, 5> stages = {{{Stage::text, "sentences and tokens"},
                                                                  {Stage::syntax, "tags, trees, names"},
                                                                  {Stage::time, "time expressions"},
                                                                  {Stage::entities, "entities"},
                                                                  {Stage::events, "events"}}};

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Seconds of all documents up to the end of each stage: the best of several rounds. Rounds run every stage in turn, so that no stage has the
/// busy minutes alone.
std::array<double, stages.size()> best(const Extractor& extractor, const std::vector<Document>& documents) {
  std::array<double, stages.size()> least;
  least.fill(1e9);
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < stages.size(); ++i) {
      ExtractOptions how;
      how.last = stages[i].first;
      const double began = cpu_seconds();
      for (const Document& document : documents) extractor.analyse(document, how);
      least[i] = std::min(least[i], cpu_seconds() - began);
    }
  }
  return least;
}

}  // namespace

int main(int count, char** words) {
  try {
    const Resources resources = Resources::embedded();
    const Reader reader(resources, {});
    const double began = cpu_seconds();
    const Extractor extractor(resources);
    std::printf("load: %.1f ms\n", (cpu_seconds() - began) * 1000);

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
    const auto until = best(extractor, documents);
    const double whole = until.back(), language = until[1];
    std::printf("%zu documents, %zu tokens: %.0f tokens/s, %.2f MB/s\n", documents.size(), tokens,
                static_cast<double>(tokens) / whole, bytes / whole / 1e6);
    double before = 0;
    for (std::size_t i = 0; i < stages.size(); ++i) {
      std::printf("  %-22s %5.1f %%  %9.0f tokens/s\n", stages[i].second, 100 * (until[i] - before) / whole,
                  static_cast<double>(tokens) / std::max(until[i] - before, 1e-9));
      before = until[i];
    }
    std::printf("all costs %.2f times the sentences, tokens, tags, trees and names alone\n", whole / language);
  } catch (const Error& error) {
    std::fprintf(stderr, "extract_bench: %s\n", error.what());
    return 3;
  }
}
