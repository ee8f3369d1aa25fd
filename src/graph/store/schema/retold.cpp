#include "graph/store/schema/schema.hpp"

namespace dateline::store {

const char* const retold_sql = R"sql(
ALTER TABLE event_mentions ADD COLUMN told_again INTEGER NOT NULL DEFAULT 0 CHECK (told_again IN (0, 1));
)sql";

}  // namespace dateline::store
