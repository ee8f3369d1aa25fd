#include "graph/store/schema/schema.hpp"

namespace dateline::store {

const char* const parts_sql = R"sql(
CREATE TABLE event_mention_parts (
  id INTEGER PRIMARY KEY,
  mention_id INTEGER NOT NULL UNIQUE REFERENCES event_mentions (id) ON DELETE CASCADE,
  whole_id INTEGER NOT NULL REFERENCES event_mentions (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX event_mention_parts_by_whole ON event_mention_parts (whole_id);

CREATE TABLE event_parts (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL UNIQUE REFERENCES events (id) ON DELETE CASCADE,
  whole_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX event_parts_by_whole ON event_parts (whole_id);
)sql";

}  // namespace dateline::store
