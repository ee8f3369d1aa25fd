// Full text over the sentences.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/store.hpp"
#include "graph/store/database.hpp"

namespace dateline::store {

/// Best first by BM25, then by source and place. `query` is FTS5 syntax; what is no FTS5 syntax is taken as plain
/// words, all of which must stand in the sentence. Only documents that were merged are searched.
std::vector<SearchHit> search(const Database& database, std::string_view query, int limit);

}  // namespace dateline::store
