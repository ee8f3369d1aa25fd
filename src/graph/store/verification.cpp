#include "graph/store/verification.hpp"

#include "dateline/base/error.hpp"
#include "dateline/base/hash.hpp"
#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "graph/store/columns.hpp"
#include "graph/store/places.hpp"
#include "graph/store/statement.hpp"

namespace dateline::store {
namespace {

constexpr std::size_t most_problems = 100;

using Problems = std::vector<std::string>;

/// A query of one column: every row is a problem.
void add_rows(const Database& database, std::string_view sql, Problems& problems) {
  Statement statement(database, sql);
  while (problems.size() < most_problems && statement.next()) problems.push_back(statement.text(0));
}

/// False when the file is so damaged that nothing else can be read.
bool check_file(const Database& database, Problems& problems) {
  try {
    add_rows(database, "SELECT integrity_check FROM pragma_integrity_check(20) WHERE integrity_check <> 'ok'",
             problems);
    add_rows(database,
             "SELECT 'a row of ' || \"table\" || ' points to a row of ' || parent || ' that is not there' "
             "FROM pragma_foreign_key_check",
             problems);
  } catch (const Error& error) {
    problems.emplace_back(error.what());
    return false;
  }
  return problems.empty();
}

void check_full_text(const Database& database, Problems& problems) {
  add_rows(database,
           "SELECT 'the full-text index has another number of rows than the table sentences' "
           "WHERE (SELECT count(*) FROM sentences) <> (SELECT count(*) FROM sentences_fts_docsize)",
           problems);
  if (database.mode() == StoreMode::read) return;  // FTS5 asks by an INSERT, which writes nothing
  try {
    database.run("INSERT INTO sentences_fts (sentences_fts, rank) VALUES ('integrity-check', 1)");
  } catch (const Error&) {
    problems.emplace_back("the full-text index does not agree with the table sentences");
  }
}

/// Names may have been put on one line where the text breaks them over two; all else is letter by letter the text.
enum class Likeness { exact, but_for_spaces };

bool alike(std::string_view words, std::string_view text, Likeness likeness) {
  return words == text || (likeness == Likeness::but_for_spaces && squeeze(words) == squeeze(text));
}

/// Words that stand in the store beside the place they come from, with what to call them.
struct Quotes {
  const char* what;
  const char* sql;  ///< by document id: start, end, words
  Likeness likeness = Likeness::exact;
};

constexpr Quotes quotes[] = {
    {"sentence", "SELECT start_offset, end_offset, text FROM sentences WHERE document_id = ?"},
    {"time expression", "SELECT start_offset, end_offset, text FROM time_mentions WHERE document_id = ?"},
    {"trigger", "SELECT trigger_start, trigger_end, trigger_text FROM event_mentions WHERE document_id = ?"},
    {"mention of a name",
     "SELECT m.start_offset, m.end_offset, m.text FROM local_entities AS e JOIN mentions AS m ON m.entity_id = e.id "
     "WHERE e.document_id = ?",
     Likeness::but_for_spaces},
    {"quote", "SELECT start_offset, end_offset, quote FROM evidence WHERE document_id = ?"},
    {"trigger of evidence", "SELECT trigger_start, trigger_end, trigger_text FROM evidence WHERE document_id = ?"},
    {"time of evidence",
     "SELECT time_start, time_end, time_text FROM evidence WHERE document_id = ? AND time_start IS NOT NULL"},
};

std::string at_place(const char* what, const std::string& source, Span span) {
  return source + ": the " + what + " at " + std::to_string(span.begin) + ".." + std::to_string(span.end);
}

void check_quotes_of(const Quotes& quote, Statement& rows, const std::string& source, const Places& places,
                     Problems& problems) {
  while (rows.next()) {
    Columns in(rows);
    const Span span = in.span();
    if (span.begin > span.end || span.end > places.length()) {
      problems.push_back(at_place(quote.what, source, span) + " lies outside the text");
    } else if (!alike(in.text(), places.words(span), quote.likeness)) {
      problems.push_back(at_place(quote.what, source, span) + " is not the text at its place");
    }
  }
}

void check_texts(const Database& database, Problems& problems) {
  std::vector<Statement> statements;
  for (const Quotes& quote : quotes) statements.emplace_back(database, quote.sql);
  Statement documents(database, "SELECT id, source, sha256, text FROM documents ORDER BY source");
  while (documents.next() && problems.size() < most_problems) {
    const std::string source = documents.text(1), text = documents.text(3);
    if (documents.text(2) != sha256(text))
      problems.push_back(source + ": the text is not the one that was stored (SHA-256)");
    const Places places(text);
    for (std::size_t i = 0; i < statements.size(); ++i) {
      statements[i].start(documents.integer(0));
      check_quotes_of(quotes[i], statements[i], source, places, problems);
    }
  }
}

void check_merged(const Database& database, Problems& problems) {
  for (const char* table : {"document_origins", "entities", "events", "relations"}) {
    const std::string name = table;
    add_rows(database,
             "SELECT '" + name + ": the key ' || key || ' stands ' || count(*) || ' times' FROM " + name +
                 " GROUP BY key HAVING count(*) > 1 ORDER BY key",
             problems);
  }
  for (const char* sql : {
           "SELECT 'event ' || key || ' has no evidence' FROM events "
           "WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE event_id = events.id) ORDER BY id",
           "SELECT 'relation ' || key || ' has no evidence' FROM relations "
           "WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE relation_id = relations.id) ORDER BY id",
           "SELECT 'event ' || key || ' counts ' || articles || ' articles, its evidence comes from ' || told "
           "FROM (SELECT id, key, articles, (SELECT count(DISTINCT document_id) FROM evidence WHERE event_id = "
           "events.id) "
           "AS told FROM events) WHERE told <> articles ORDER BY id",
           "SELECT 'event ' || key || ' counts ' || origins || ' origins of ' || articles || ' articles' FROM events "
           "WHERE origins > articles OR (origins < 1 AND articles > 0) ORDER BY id",
           "SELECT 'event ' || key || ' ends before it starts' FROM events WHERE last_day < first_day ORDER BY id",
           "SELECT 'event ' || event.key || ' has a conflict over the evidence of another event' FROM "
           "conflict_evidence AS told "
           "JOIN conflict_values AS value ON value.id = told.value_id JOIN conflicts ON conflicts.id = "
           "value.conflict_id "
           "JOIN events AS event ON event.id = conflicts.event_id JOIN evidence ON evidence.id = told.evidence_id "
           "WHERE evidence.event_id IS NOT event.id ORDER BY event.id",
           "SELECT 'event ' || event.key || ' is told as ' || link.relation || ' itself' FROM event_temporal AS link "
           "JOIN events AS event ON event.id = link.event_id WHERE link.other_id = link.event_id ORDER BY event.id",
           "SELECT 'event ' || event.key || ' is told as ' || link.relation || ' another by no evidence of its own' "
           "FROM event_temporal AS link JOIN events AS event ON event.id = link.event_id WHERE NOT EXISTS "
           "(SELECT 1 FROM event_temporal_evidence AS told JOIN evidence ON evidence.id = told.evidence_id "
           "WHERE told.temporal_id = link.id AND evidence.event_id = link.event_id) ORDER BY event.id",
           "SELECT 'event ' || event.key || ' is a part of itself' FROM event_parts AS link "
           "JOIN events AS event ON event.id = link.event_id WHERE link.whole_id = link.event_id ORDER BY event.id",
           "SELECT document.source || ': the trigger at ' || trigger_start || '..' || trigger_end || ' lies outside "
           "its quote' "
           "FROM evidence JOIN documents AS document ON document.id = evidence.document_id "
           "WHERE trigger_start < start_offset OR trigger_end > end_offset ORDER BY evidence.id",
           "SELECT document.source || ': evidence comes from a document that was not merged' FROM evidence "
           "JOIN documents AS document ON document.id = evidence.document_id "
           "WHERE document.id NOT IN (SELECT document_id FROM document_origins) ORDER BY evidence.id",
       }) {
    add_rows(database, sql, problems);
  }
}

}  // namespace

std::vector<std::string> problems(const Database& database) {
  Problems found;
  if (!check_file(database, found)) return found;
  check_full_text(database, found);
  check_texts(database, found);
  check_merged(database, found);
  if (found.size() > most_problems) found.resize(most_problems);
  return found;
}

}  // namespace dateline::store
