#include "graph/store/schema/schema.hpp"

namespace dateline::store {

// Ids count from 1 in the canonical order of Knowledge; `key` is the id that exports show and that re-ingest keeps.
// Keys carry no UNIQUE constraint, for Datasette's sake (see documents.cpp): verify() checks them.
const char* const knowledge_sql = R"sql(
CREATE TABLE document_origins (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX document_origins_by_document ON document_origins (document_id);
CREATE INDEX document_origins_by_origin ON document_origins (origin);

CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'country', 'place', 'group', 'facility', 'work', 'product',
                                     'other')),
  country TEXT,
  mentions INTEGER NOT NULL
) STRICT;
CREATE INDEX entities_by_key ON entities (key);
CREATE INDEX entities_by_name ON entities (name);

CREATE TABLE entity_aliases (
  id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  alias TEXT NOT NULL
) STRICT;
CREATE INDEX entity_aliases_by_entity ON entity_aliases (entity_id);
CREATE INDEX entity_aliases_by_alias ON entity_aliases (alias);

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL CHECK (status IN ('asserted', 'claimed', 'denied', 'planned', 'urged', 'hypothetical')),
  date TEXT,
  first_day INTEGER,
  last_day INTEGER,
  start_date TEXT,
  end_date TEXT,
  precision TEXT CHECK (precision IN ('minute', 'hour', 'day', 'week', 'month', 'season', 'quarter', 'year', 'decade',
                                      'century', 'interval', 'before', 'after')),
  basis TEXT CHECK (basis IN ('stated', 'inferred', 'bounded')),
  place_id INTEGER REFERENCES entities (id),
  articles INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  plover_event TEXT,
  plover_mode TEXT,
  cameo TEXT
) STRICT;
CREATE INDEX events_by_key ON events (key);
CREATE INDEX events_by_first_day ON events (first_day);
CREATE INDEX events_by_type ON events (type);
CREATE INDEX events_by_place ON events (place_id) WHERE place_id IS NOT NULL;

CREATE TABLE event_alternatives (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  edtf TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX event_alternatives_by_event ON event_alternatives (event_id);

CREATE TABLE event_participants (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  entity_id INTEGER NOT NULL REFERENCES entities (id)
) STRICT;
CREATE INDEX event_participants_by_event ON event_participants (event_id);
CREATE INDEX event_participants_by_entity ON event_participants (entity_id);

CREATE TABLE event_amounts (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  text TEXT NOT NULL,
  value REAL
) STRICT;
CREATE INDEX event_amounts_by_event ON event_amounts (event_id);

CREATE TABLE event_content (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  content_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX event_content_by_event ON event_content (event_id);
CREATE INDEX event_content_by_content ON event_content (content_id);

CREATE TABLE relations (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  type TEXT NOT NULL,
  from_id INTEGER NOT NULL REFERENCES entities (id),
  to_id INTEGER REFERENCES entities (id),
  text TEXT,
  since TEXT,
  until TEXT
) STRICT;
CREATE INDEX relations_by_key ON relations (key);
CREATE INDEX relations_by_from ON relations (from_id);
CREATE INDEX relations_by_to ON relations (to_id) WHERE to_id IS NOT NULL;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  event_id INTEGER REFERENCES events (id) ON DELETE CASCADE,
  relation_id INTEGER REFERENCES relations (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  trigger_text TEXT NOT NULL,
  time_start INTEGER,
  time_end INTEGER,
  time_text TEXT,
  time_date TEXT,
  time_anchor TEXT,
  time_rule TEXT,
  status TEXT NOT NULL CHECK (status IN ('asserted', 'claimed', 'denied', 'planned', 'urged', 'hypothetical')),
  reported TEXT,
  rule TEXT,
  CHECK ((event_id IS NULL) <> (relation_id IS NULL)),
  CHECK ((time_start IS NULL) = (time_end IS NULL))
) STRICT;
CREATE INDEX evidence_by_event ON evidence (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX evidence_by_relation ON evidence (relation_id) WHERE relation_id IS NOT NULL;
CREATE INDEX evidence_by_place ON evidence (document_id, start_offset);

CREATE TABLE evidence_attribution (
  id INTEGER PRIMARY KEY,
  evidence_id INTEGER NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  entity_id INTEGER NOT NULL REFERENCES entities (id)
) STRICT;
CREATE INDEX evidence_attribution_by_evidence ON evidence_attribution (evidence_id);
CREATE INDEX evidence_attribution_by_entity ON evidence_attribution (entity_id);

CREATE TABLE conflicts (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  field TEXT NOT NULL
) STRICT;
CREATE INDEX conflicts_by_event ON conflicts (event_id);

CREATE TABLE conflict_values (
  id INTEGER PRIMARY KEY,
  conflict_id INTEGER NOT NULL REFERENCES conflicts (id) ON DELETE CASCADE,
  value TEXT NOT NULL
) STRICT;
CREATE INDEX conflict_values_by_conflict ON conflict_values (conflict_id);

CREATE TABLE conflict_evidence (
  id INTEGER PRIMARY KEY,
  value_id INTEGER NOT NULL REFERENCES conflict_values (id) ON DELETE CASCADE,
  evidence_id INTEGER NOT NULL REFERENCES evidence (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX conflict_evidence_by_value ON conflict_evidence (value_id);
CREATE INDEX conflict_evidence_by_evidence ON conflict_evidence (evidence_id);
)sql";

}  // namespace dateline::store
