#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "dateline/merge.hpp"
#include "dateline/pipeline.hpp"
#include "pipeline/ordered_pool.hpp"

namespace dateline {
namespace {

constexpr std::size_t batch_size = 64;  // readings stored in one transaction

/// Collects readings and stores them a batch at a time.
class Writer {
 public:
  Writer(Store& store, const IngestOptions& options, const IngestWatcher& watcher)
      : store_(store), options_(options), watcher_(watcher) {}

  void add(Reading&& reading) {
    batch_.push_back(std::move(reading));
    if (batch_.size() >= batch_size) flush();
  }

  void flush() {
    if (batch_.empty()) return;
    const std::lock_guard lock(mutex_);
    store_.put(batch_, options_.ingested);
    batch_.clear();
  }

  /// Asked on the reading thread while another may be storing.
  bool has(const Document& document, std::string_view made_by) {
    const std::lock_guard lock(mutex_);
    return store_.has(document, made_by);
  }

  void progress(std::size_t done, std::size_t known) const {
    if (watcher_.progress) watcher_.progress(done, known);
  }

 private:
  Store& store_;
  const IngestOptions& options_;
  const IngestWatcher& watcher_;
  std::mutex mutex_;
  std::vector<Reading> batch_;
};

}  // namespace

IngestSummary ingest(const std::vector<std::string>& paths, const Reader& reader, const Extractor& extractor,
                     const Resources& resources, Store& store, const IngestOptions& options,
                     const IngestWatcher& watcher) {
  IngestSummary summary;
  const auto report = [&](const Problem& problem) {
    ++summary.failed;
    if (watcher.problem) watcher.problem(problem);
  };
  std::vector<Problem> problems;
  const std::vector<Source> sources = list_sources(paths, problems);
  for (const Problem& problem : problems) report(problem);

  Writer writer(store, options, watcher);
  OrderedPool<Document, Reading> pool(
      options.threads,
      [&](Document&& document) {
        Findings findings = extractor.extract(document);
        return Reading{std::move(document), std::move(findings)};
      },
      [&](Reading&& reading) { writer.add(std::move(reading)); });

  std::set<std::string> seen;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    writer.progress(i, sources.size());
    reader.read(
        sources[i],
        [&](Document&& document) {
          if (!seen.insert(document.source).second) return;  // the same file named twice
          if (writer.has(document, extractor.maker())) {
            ++summary.unchanged;
          } else {
            ++summary.added;
            pool.push(std::move(document));
          }
        },
        [&](Problem&& problem) { report(problem); });
  }
  pool.finish();
  writer.flush();
  writer.progress(sources.size(), sources.size());

  if (!store.merged()) store.put_knowledge(merge(store.readings(), resources));
  summary.counts = store.counts();
  return summary;
}

}  // namespace dateline
