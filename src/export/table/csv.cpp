#include "export/table/csv.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"

namespace dateline {
namespace {

void append_cell(std::string& row, const std::string& cell) {
  std::string text = utf8::repaired(cell);
  std::erase(text, '\0');
  // A lone carriage return at the edge would be lost with the line end.
  if (text.find_first_of(",\"\r\n") == text.npos && !text.starts_with(' ') && !text.ends_with(' ')) {
    row += text;
    return;
  }
  row += '"';
  for (const char c : text) {
    if (c == '"') row += '"';
    row += c;
  }
  row += '"';
}

}  // namespace

std::string csv_row(std::span<const std::string> cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += ',';
    append_cell(row, cells[i]);
  }
  return row + "\r\n";
}

std::string csv_row(std::initializer_list<std::string> cells) {
  return csv_row(std::span(cells.begin(), cells.size()));
}

std::string tsv_row(std::initializer_list<std::string> cells) {
  std::string row;
  for (const std::string& cell : cells) {
    std::string text = utf8::repaired(cell);
    std::erase(text, '\0');
    for (const char space : {'\t', '\n', '\r'}) std::replace(text.begin(), text.end(), space, ' ');
    if (text.starts_with('"')) text.replace(0, 1, "“");
    if (&cell != cells.begin()) row += '\t';
    row += text;
  }
  return row + "\n";
}

}  // namespace dateline
