#include "graph/store/search.hpp"

#include <algorithm>
#include <string>

#include "dateline/base/error.hpp"
#include "dateline/base/text.hpp"
#include "graph/store/columns.hpp"
#include "graph/store/statement.hpp"

namespace dateline::store {
namespace {

/// Every word as an FTS5 string, in which nothing has a meaning but the double quote.
std::string quoted(std::string_view query) {
  const std::string squeezed = squeeze(query);
  std::string words;
  for (const std::string_view word : split(squeezed, ' ')) {
    if (!words.empty()) words += ' ';
    words += '"';
    for (const char c : word) words.append(c == '"' ? 2 : 1, c);
    words += '"';
  }
  return words;
}

std::vector<SearchHit> hits(const Database& database, std::string_view query, int limit) {
  Statement sentences(
      database,
      "SELECT (SELECT count(*) FROM document_origins AS before WHERE before.id < origin.id), "
      "sentence.start_offset, sentence.end_offset, sentence.text, sentence.document_id "
      "FROM sentences_fts JOIN sentences AS sentence ON sentence.id = sentences_fts.rowid "
      "JOIN document_origins AS origin ON origin.document_id = sentence.document_id "
      "WHERE sentences_fts MATCH ? ORDER BY bm25(sentences_fts), origin.id, sentence.start_offset LIMIT ?");
  Statement events(database,
                   "SELECT DISTINCT event.key FROM evidence JOIN events AS event ON event.id = evidence.event_id "
                   "WHERE evidence.document_id = ? AND evidence.start_offset = ? AND evidence.end_offset = ? "
                   "ORDER BY event.id");
  std::vector<SearchHit> found;
  sentences.start(query, std::max(limit, 0));
  while (sentences.next()) {
    Columns in(sentences);
    SearchHit& hit = found.emplace_back(SearchHit{in.place(), in.span(), in.text(), {}});
    events.start(in.integer(), hit.span.begin, hit.span.end);
    while (events.next()) hit.events.push_back(events.text(0));
  }
  return found;
}

}  // namespace

std::vector<SearchHit> search(const Database& database, std::string_view query, int limit) {
  if (trim(query).empty()) return {};
  try {
    return hits(database, query, limit);
  } catch (const Error&) {  // no FTS5 syntax, or the file failed: then the second try fails as well
    return hits(database, quoted(query), limit);
  }
}

}  // namespace dateline::store
