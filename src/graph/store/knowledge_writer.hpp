// What merge made into rows, in place of what it made before.
#pragma once

#include "dateline/model/knowledge.hpp"
#include "graph/store/database.hpp"

namespace dateline::store {

/// The caller holds the transaction. Throws Error{store} when `knowledge` speaks of documents that are not stored as it
/// says, or points outside itself.
void write_knowledge(const Database& database, const Knowledge& knowledge);

}  // namespace dateline::store
