#include "graph/store/schema/schema.hpp"

namespace dateline::store {

const char* const temporal_sql = R"sql(
CREATE TABLE event_mention_temporal (
  id INTEGER PRIMARY KEY,
  mention_id INTEGER NOT NULL REFERENCES event_mentions (id) ON DELETE CASCADE,
  relation TEXT NOT NULL CHECK (relation IN ('before', 'after', 'during', 'simultaneous', 'starts', 'finishes')),
  other_id INTEGER NOT NULL REFERENCES event_mentions (id) ON DELETE CASCADE,
  rule TEXT
) STRICT;
CREATE INDEX event_mention_temporal_by_mention ON event_mention_temporal (mention_id);
CREATE INDEX event_mention_temporal_by_other ON event_mention_temporal (other_id);

CREATE TABLE event_temporal (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  relation TEXT NOT NULL CHECK (relation IN ('before', 'after', 'during', 'simultaneous', 'starts', 'finishes')),
  other_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX event_temporal_by_event ON event_temporal (event_id);
CREATE INDEX event_temporal_by_other ON event_temporal (other_id);

CREATE TABLE event_temporal_evidence (
  id INTEGER PRIMARY KEY,
  temporal_id INTEGER NOT NULL REFERENCES event_temporal (id) ON DELETE CASCADE,
  evidence_id INTEGER NOT NULL REFERENCES evidence (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX event_temporal_evidence_by_temporal ON event_temporal_evidence (temporal_id);
CREATE INDEX event_temporal_evidence_by_evidence ON event_temporal_evidence (evidence_id);
)sql";

}  // namespace dateline::store
