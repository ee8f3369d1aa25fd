#include "graph/store/schema/schema.hpp"

namespace dateline::store {

const char* const own_words_sql = R"sql(
ALTER TABLE event_mentions ADD COLUMN own_words TEXT;
)sql";

}  // namespace dateline::store
