#include "graph/store/schema/schema.hpp"

namespace dateline::store {

const char* const anchors_sql = R"sql(
ALTER TABLE documents ADD COLUMN dateline_day TEXT;
ALTER TABLE time_mentions ADD COLUMN anchor_event TEXT;
ALTER TABLE document_origins ADD COLUMN anchor TEXT;
ALTER TABLE document_origins ADD COLUMN anchor_why TEXT;
)sql";

}  // namespace dateline::store
