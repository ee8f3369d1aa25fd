#include "graph/store/schema/schema.hpp"

namespace dateline::store {

const char* const items_sql = R"sql(
ALTER TABLE entities ADD COLUMN wikidata TEXT;
)sql";

}  // namespace dateline::store
