// Rows back into what merge made.
#pragma once

#include "dateline/model/knowledge.hpp"
#include "graph/store/columns.hpp"

namespace dateline::store {

/// Equal to what was put, less what was removed since.
Knowledge read_knowledge(const Database& database);

/// A stored document without its text.
struct DocumentRow {
  std::int64_t id = 0;
  DocumentInfo info;
};
/// Every document, merged or not, ordered by source. Those that no merge has seen have no id and no origin.
std::vector<DocumentRow> read_documents(const Database& database);

}  // namespace dateline::store
