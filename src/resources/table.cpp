#include <algorithm>
#include <set>

#include "dateline/base/error.hpp"
#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "dateline/resources.hpp"

namespace dateline {
namespace {

std::size_t column_index(const Table& table, std::string_view column) {
  const auto found = std::find(table.columns.begin(), table.columns.end(), column);
  if (found != table.columns.end()) return static_cast<std::size_t>(found - table.columns.begin());
  const std::string_view near = nearest(column, {table.columns.begin(), table.columns.end()});
  throw Error(ErrorKind::resource, table.name,
              "has no column '" + std::string(column) + "'" +
                  (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?"));
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (const std::string_view cell : split(line, '\t')) cells.emplace_back(trim(cell));
  return cells;
}

}  // namespace

void fail(const Row& row, std::string_view what) {
  throw Error(ErrorKind::resource, row.file + ":" + std::to_string(row.line), what);
}

bool Table::has_column(std::string_view column) const {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

const std::string& Table::cell(const Row& row, std::string_view column) const {
  return row.cells[column_index(*this, column)];
}

std::vector<std::string> Table::list(const Row& row, std::string_view column) const {
  std::vector<std::string> items;
  const std::string& text = cell(row, column);
  if (text.empty()) return items;
  for (const std::string_view item : split(text, '|')) items.emplace_back(trim(item));
  return items;
}

Table parse_table(std::string_view name, std::string_view file, std::string_view bytes) {
  Table table{std::string(name), {}, {}};
  std::set<std::string, std::less<>> ids;
  int number = 0;
  for (std::string_view line : split(bytes, '\n')) {
    Row row{{}, std::string(file), ++number};
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (trim(line).empty() || line.front() == '#') continue;
    if (!utf8::valid(line)) fail(row, "is not UTF-8");
    row.cells = cells_of(line);
    if (table.columns.empty()) {
      table.columns = row.cells;
      continue;
    }
    if (row.cells.size() > table.columns.size()) {
      fail(row, "has " + std::to_string(row.cells.size()) + " cells, the header names " +
                    std::to_string(table.columns.size()));
    }
    row.cells.resize(table.columns.size());
    if (row.cells.front().empty()) fail(row, "has no id in its first column");
    if (!ids.insert(row.cells.front()).second) fail(row, "repeats the id '" + row.cells.front() + "'");
    table.rows.push_back(std::move(row));
  }
  if (table.columns.empty())
    throw Error(ErrorKind::resource, file, "is empty: a table starts with a row that names its columns");
  return table;
}

}  // namespace dateline
