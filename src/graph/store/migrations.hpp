// What makes a file a store of this version: application_id, user_version, and the steps that lead to it.
#pragma once

#include <span>
#include <vector>

#include "graph/store/database.hpp"

namespace dateline::store {

/// "DATL" in ASCII, at byte 68 of the file.
inline constexpr std::int64_t application_id = 0x4441544C;

/// What leads from schema version n - 1 to n, where n is its place in the list counted from 1.
struct Migration {
  std::vector<const char*> sql;
};

/// The steps to the schema that this program reads and writes. Forward only; a released step never changes.
std::span<const Migration> migrations();

/// Makes an empty file a store, brings an older one forward in one transaction, and leaves a current one alone. Throws
/// Error{store} for a file of another program, of a newer dateline, and for one that would have to change in read mode. True
/// when the file was not current at first: this program or another one has changed its tables since the connection first
/// looked, and the connection may still see the old ones. Open it anew.
bool migrate(Database& database, std::span<const Migration> steps);

}  // namespace dateline::store
