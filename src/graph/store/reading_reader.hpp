// Rows back into the readings that were stored.
#pragma once

#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/store/database.hpp"

namespace dateline::store {

/// Every reading, ordered by source (bytes), each equal to what was put.
std::vector<Reading> read_readings(const Database& database);

}  // namespace dateline::store
