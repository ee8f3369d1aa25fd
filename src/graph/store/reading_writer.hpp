// A reading into rows: the document, its blocks and sentences, and everything that was found in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/store/places.hpp"
#include "graph/store/statement.hpp"

namespace dateline::store {

/// Prepares its statements once for many readings. The caller holds the transaction.
class ReadingWriter {
 public:
  /// `ingested` is an ISO 8601 instant in UTC.
  ReadingWriter(const Database& database, std::string_view ingested);

  /// The source must not be stored already. Throws Error{store} for findings that point outside themselves.
  void write(const Reading& reading);

 private:
  using Ids = std::vector<std::int64_t>;

  std::int64_t write_document(const Reading& reading);
  void write_blocks(const Document& document, std::int64_t id);
  Ids write_times(const Findings& findings, const Places& places, std::int64_t document);
  Ids write_entities(const Findings& findings, std::int64_t document);
  Ids write_events(const Findings& findings, const Places& places, std::int64_t document, const Ids& entities,
                   const Ids& times);
  void write_event_parts(const EventMention& event, std::int64_t mention, const Ids& entities, const Ids& events);
  void write_relations(const Findings& findings, std::int64_t document, const Ids& entities);

  std::string ingested_;
  Statement document_, agency_, block_, sentence_;
  Statement entity_, mention_, time_, time_alternative_;
  Statement event_, participant_, attribution_, content_, temporal_, part_, amount_, alternative_;
  Statement relation_;
};

}  // namespace dateline::store
