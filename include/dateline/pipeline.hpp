// From files to the store: reading, extracting on several threads, storing in the order of the inputs, merging.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dateline/extract.hpp"
#include "dateline/input.hpp"
#include "dateline/store.hpp"

namespace dateline {

struct IngestOptions {
  int threads = 1;
  std::string ingested;  ///< ISO 8601 instant in UTC, for the store; the pipeline itself reads no clock
};

struct IngestSummary {
  int added = 0;      ///< new, or changed since they were stored
  int unchanged = 0;  ///< skipped
  int failed = 0;     ///< problems
  StoreCounts counts;
};

/// Called on one thread at a time.
struct IngestWatcher {
  std::function<void(std::size_t done, std::size_t known)> progress;
  std::function<void(const Problem&)> problem;
};

/// Reads, extracts, stores and merges. A document that fails is a problem and costs nothing that was stored.
IngestSummary ingest(const std::vector<std::string>& paths, const Reader& reader, const Extractor& extractor,
                     const Resources& resources, Store& store, const IngestOptions& options,
                     const IngestWatcher& watcher);

}  // namespace dateline
