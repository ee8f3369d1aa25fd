// Whether a store is sound: what a person may rely on when the list is empty.
#pragma once

#include <string>
#include <vector>

#include "graph/store/database.hpp"

namespace dateline::store {

/// One line a problem, none when sound: SQLite's own checks, the full-text index, every quote against the text at its
/// place, evidence inside its document, ids and counts of the merged layer. Stops naming problems after the first
/// hundred.
std::vector<std::string> problems(const Database& database);

}  // namespace dateline::store
