#include "graph/store/schema/schema.hpp"

namespace dateline::store {

// A source is unique by an index over two terms: Datasette would take a UNIQUE text column of its own as the label of
// every linked document, and the title is the better one.
const char* const documents_sql = R"sql(
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  merged INTEGER NOT NULL CHECK (merged IN (0, 1))
) STRICT;
INSERT INTO state (id, merged) VALUES (1, 1);

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  title TEXT,
  source TEXT NOT NULL,
  publisher TEXT,
  byline TEXT,
  url TEXT,
  published TEXT,
  published_from TEXT,
  published_first_day INTEGER,
  published_last_day INTEGER,
  published_start TEXT,
  published_end TEXT,
  ingested TEXT NOT NULL,
  dateline_place TEXT,
  anchor TEXT,
  anchor_why TEXT,
  sha256 TEXT NOT NULL,
  made_by TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX documents_by_source ON documents (source, (1));
CREATE INDEX documents_by_published ON documents (published_first_day);

CREATE TABLE document_agencies (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX document_agencies_by_document ON document_agencies (document_id);

CREATE TABLE blocks (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('title', 'heading', 'paragraph', 'list_item', 'byline', 'published', 'caption',
                                     'teaser', 'boilerplate')),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX blocks_by_document ON blocks (document_id);

CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX sentences_by_document ON sentences (document_id, start_offset);

-- Double quotes around the content table: Datasette finds the index by them.
CREATE VIRTUAL TABLE sentences_fts USING fts5 (
  text, content="sentences", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER sentences_inserted AFTER INSERT ON sentences BEGIN
  INSERT INTO sentences_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER sentences_deleted AFTER DELETE ON sentences BEGIN
  INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER sentences_updated AFTER UPDATE ON sentences BEGIN
  INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO sentences_fts (rowid, text) VALUES (new.id, new.text);
END;
)sql";

}  // namespace dateline::store
