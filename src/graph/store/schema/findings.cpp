#include "graph/store/schema/schema.hpp"

namespace dateline::store {

// Rows that belong together lie in the order of their ids, which is the order of the text.
const char* const findings_sql = R"sql(
CREATE TABLE local_entities (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organization', 'country', 'place', 'group', 'facility', 'work', 'product',
                                     'other')),
  country TEXT,
  resource_key TEXT
) STRICT;
CREATE INDEX local_entities_by_document ON local_entities (document_id);
CREATE INDEX local_entities_by_name ON local_entities (name);

CREATE TABLE mentions (
  id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES local_entities (id) ON DELETE CASCADE,
  form TEXT NOT NULL CHECK (form IN ('name', 'nominal', 'pronoun')),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX mentions_by_entity ON mentions (entity_id);

CREATE TABLE time_mentions (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')),
  value TEXT NOT NULL,
  mod TEXT,
  edtf TEXT,
  first_day INTEGER,
  last_day INTEGER,
  start_date TEXT,
  end_date TEXT,
  precision TEXT NOT NULL CHECK (precision IN ('minute', 'hour', 'day', 'week', 'month', 'season', 'quarter', 'year',
                                               'decade', 'century', 'interval', 'before', 'after')),
  anchor TEXT,
  rule TEXT,
  why TEXT
) STRICT;
CREATE INDEX time_mentions_by_document ON time_mentions (document_id);

CREATE TABLE time_mention_alternatives (
  id INTEGER PRIMARY KEY,
  time_id INTEGER NOT NULL REFERENCES time_mentions (id) ON DELETE CASCADE,
  edtf TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX time_mention_alternatives_by_time ON time_mention_alternatives (time_id);

CREATE TABLE event_mentions (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL CHECK (status IN ('asserted', 'claimed', 'denied', 'planned', 'urged', 'hypothetical')),
  negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  trigger_text TEXT NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  place_id INTEGER REFERENCES local_entities (id),
  time_id INTEGER REFERENCES time_mentions (id),
  date TEXT,
  first_day INTEGER,
  last_day INTEGER,
  start_date TEXT,
  end_date TEXT,
  precision TEXT CHECK (precision IN ('minute', 'hour', 'day', 'week', 'month', 'season', 'quarter', 'year', 'decade',
                                      'century', 'interval', 'before', 'after')),
  basis TEXT CHECK (basis IN ('stated', 'inferred', 'bounded')),
  rule TEXT,
  about TEXT
) STRICT;
CREATE INDEX event_mentions_by_document ON event_mentions (document_id);
CREATE INDEX event_mentions_by_place ON event_mentions (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX event_mentions_by_time ON event_mentions (time_id) WHERE time_id IS NOT NULL;
CREATE INDEX event_mentions_by_type ON event_mentions (type);

CREATE TABLE event_mention_participants (
  id INTEGER PRIMARY KEY,
  mention_id INTEGER NOT NULL REFERENCES event_mentions (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  entity_id INTEGER NOT NULL REFERENCES local_entities (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX event_mention_participants_by_mention ON event_mention_participants (mention_id);
CREATE INDEX event_mention_participants_by_entity ON event_mention_participants (entity_id);

CREATE TABLE event_mention_attribution (
  id INTEGER PRIMARY KEY,
  mention_id INTEGER NOT NULL REFERENCES event_mentions (id) ON DELETE CASCADE,
  entity_id INTEGER NOT NULL REFERENCES local_entities (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX event_mention_attribution_by_mention ON event_mention_attribution (mention_id);
CREATE INDEX event_mention_attribution_by_entity ON event_mention_attribution (entity_id);

CREATE TABLE event_mention_content (
  id INTEGER PRIMARY KEY,
  mention_id INTEGER NOT NULL REFERENCES event_mentions (id) ON DELETE CASCADE,
  content_id INTEGER NOT NULL REFERENCES event_mentions (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX event_mention_content_by_mention ON event_mention_content (mention_id);
CREATE INDEX event_mention_content_by_content ON event_mention_content (content_id);

CREATE TABLE event_mention_amounts (
  id INTEGER PRIMARY KEY,
  mention_id INTEGER NOT NULL REFERENCES event_mentions (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  text TEXT NOT NULL,
  value REAL
) STRICT;
CREATE INDEX event_mention_amounts_by_mention ON event_mention_amounts (mention_id);

CREATE TABLE event_mention_alternatives (
  id INTEGER PRIMARY KEY,
  mention_id INTEGER NOT NULL REFERENCES event_mentions (id) ON DELETE CASCADE,
  edtf TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX event_mention_alternatives_by_mention ON event_mention_alternatives (mention_id);

CREATE TABLE relation_mentions (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  from_id INTEGER NOT NULL REFERENCES local_entities (id),
  to_id INTEGER REFERENCES local_entities (id),
  text TEXT,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  since TEXT,
  until TEXT,
  rule TEXT
) STRICT;
CREATE INDEX relation_mentions_by_document ON relation_mentions (document_id);
CREATE INDEX relation_mentions_by_from ON relation_mentions (from_id);
CREATE INDEX relation_mentions_by_to ON relation_mentions (to_id) WHERE to_id IS NOT NULL;
)sql";

}  // namespace dateline::store
