// One SQLite file: documents with their text and findings, and what merge made of them. docs/store.md has the schema.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/knowledge.hpp"

namespace dateline {

enum class StoreMode { read, write };  ///< read: the file must exist; write: it is made when missing

struct SearchHit {
  std::uint32_t document = 0;  ///< index into Knowledge::documents
  Span span;                   ///< the sentence, code points
  std::string text;
  std::vector<std::string> events;  ///< ids of events told there
};

struct StoreCounts {
  long documents = 0, sentences = 0, entities = 0, mentions = 0, times = 0, event_mentions = 0, events = 0,
       relations = 0;
};

/// Every function throws Error{store} with the file's name when SQLite fails.
class Store {
 public:
  /// Refuses a file that is not a store, or that a newer version wrote; migrates an older one in one transaction.
  static Store open(const std::string& path, StoreMode mode);
  Store(Store&&) noexcept;
  ~Store();

  /// Whether a document of this source with the same text and date is stored already, with findings of this maker (Findings::made_by).
  bool has(const Document& document, std::string_view made_by) const;

  /// All or nothing: stores the readings, replacing older ones of the same source. `ingested` is an ISO 8601 instant in UTC.
  void put(const std::vector<Reading>& readings, std::string_view ingested);

  /// Removes a document and everything that it alone said. False when there is none of that source. Merge again afterwards:
  /// until then names that nobody speaks of any more stay, and the labels and dates of events that others tell too.
  bool remove(std::string_view source);

  /// Every stored reading, ordered by source: what merge reads.
  std::vector<Reading> readings() const;

  /// Replaces what merge made. All or nothing. Its documents must be those of readings(): merge may only add ids and origins.
  void put_knowledge(const Knowledge& knowledge);
  /// What put_knowledge was given, less what was removed since.
  Knowledge knowledge() const;
  /// Whether knowledge() was made from all that is stored now: false after put and remove, until the next put_knowledge.
  bool merged() const;

  /// Full text over the sentences (FTS5 syntax; plain words work). Best first.
  std::vector<SearchHit> search(std::string_view query, int limit) const;

  StoreCounts counts() const;

  /// Problems found: SQLite's own check, foreign keys, quotes that are not the text at their place. Empty when sound.
  std::vector<std::string> verify() const;

 private:
  struct Connection;
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace dateline
