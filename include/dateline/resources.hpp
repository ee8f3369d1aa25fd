// Named tables and bytes: what the binary carries (resources/, models/), overlaid by a user's own folder.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// One row of a table, with the line it stands in for error messages.
struct Row {
  std::vector<std::string> cells;  ///< as many as the table has columns; missing ones are ""
  std::string file;
  int line = 0;  ///< from 1
};

/// A tab-separated table: `#` comments and blank lines are skipped, the first other line names the columns, the first column is the id.
struct Table {
  std::string name;  ///< "en/time/holidays"
  std::vector<std::string> columns;
  std::vector<Row> rows;

  bool has_column(std::string_view column) const;
  /// The cell of a named column. Throws Error{resource} when the table has no such column, with the nearest that it has.
  const std::string& cell(const Row& row, std::string_view column) const;
  /// Items of a cell separated by `|`, trimmed; none for an empty cell.
  std::vector<std::string> list(const Row& row, std::string_view column) const;
};

/// Throws Error{resource} on a row with more cells than columns, an empty or repeated id, a table without header, or broken UTF-8.
Table parse_table(std::string_view name, std::string_view file, std::string_view bytes);

/// The error for a row that is well-formed but wrong: "FILE:LINE: WHAT".
[[noreturn]] void fail(const Row& row, std::string_view what);

class Resources {
 public:
  /// What the binary carries.
  static Resources embedded();

  /// Lays a user's folder over it. FOLDER/en/time/holidays.tsv adds its rows to that table: a row with a known id replaces it, "!id" removes it.
  /// Throws Error{resource} when the folder or a table in it cannot be read or has columns that the table does not have.
  void overlay(const std::string& folder);

  /// Throws Error{resource} when there is none of that name.
  const Table& table(std::string_view name) const;
  bool has_table(std::string_view name) const;
  /// Embedded bytes by path ("models/english.bin", "schema/timeline.schema.json"); empty when there are none.
  std::string_view bytes(std::string_view path) const;
  /// 16 hexadecimal digits that change whenever a table, a model or an overlay does.
  std::string fingerprint() const;
  /// Names of all tables, sorted.
  std::vector<std::string> tables() const;

 private:
  std::map<std::string, Table, std::less<>> tables_;
  std::map<std::string, std::string, std::less<>> overlaid_bytes_;
  std::string overlaid_hashes_;
};

}  // namespace dateline
