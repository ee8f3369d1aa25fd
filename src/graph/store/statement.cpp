#include "graph/store/statement.hpp"

#include <algorithm>

namespace dateline::store {

Statement::Statement(const Database& database, std::string_view sql) : database_(&database) {
  sqlite3_stmt* raw = nullptr;
  check(sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr));
  handle_.reset(raw);
}

bool Statement::next() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(handle_.get());
  if (code != SQLITE_DONE) database_->fail(code);
  return false;
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
  return bytes ? std::string(bytes, size) : std::string{};
}

void Statement::bind(int& place, std::string_view text) {
  const char* bytes = text.data() ? text.data() : "";  // a null pointer would bind NULL
  check(sqlite3_bind_text64(handle_.get(), place++, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement inserting(const Database& database, std::string_view table, std::string_view columns) {
  std::string sql = "INSERT INTO " + std::string(table) + " (" + std::string(columns) + ") VALUES (?";
  for (auto commas = std::count(columns.begin(), columns.end(), ','); commas > 0; --commas) sql += ", ?";
  return Statement(database, sql + ")");
}

}  // namespace dateline::store
