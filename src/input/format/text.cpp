#include <filesystem>

#include "dateline/base/text.hpp"
#include "input/date/written_date.hpp"
#include "input/format/formats.hpp"

namespace dateline::input {
namespace {

/// The block between two lines of "---" at the start of a Markdown file; 0 when there is none.
std::size_t front_matter(std::string_view text) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return 0;
  const std::size_t end = text.find("\n---", 3);
  if (end == text.npos || end > 8000) return 0;
  const std::size_t line_end = text.find('\n', end + 1);
  return line_end == text.npos ? text.size() : line_end + 1;
}

std::string_view unquoted(std::string_view value) {
  value = trim(value);
  const bool quoted =
      value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

void take_field(Draft& draft, std::string_view line, int number, const Rules& rules) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return;
  const std::string_view key = trim(line.substr(0, colon)), value = unquoted(line.substr(colon + 1));
  if (key == "title" && draft.title.empty()) draft.title = value;
  if ((key == "author" || key == "byline") && draft.byline.empty()) draft.byline = value;
  if ((key == "publisher" || key == "site") && draft.publisher.empty()) draft.publisher = value;
  if ((key == "url" || key == "link") && draft.url.empty()) draft.url = value;
  if (key != "date" && key != "published" && key != "datePublished") return;
  const std::string edtf = edtf_of_stamp(value, rules.calendar);
  if (!edtf.empty()) draft.published = Published{edtf, "text line " + std::to_string(number)};
}

}  // namespace

Draft text_draft(std::string source, std::string text, const Rules& rules) {
  Draft draft;
  draft.file = std::filesystem::path(source).filename().string();
  draft.source = std::move(source);
  draft.pieces = pieces_of(text);
  if (const std::size_t size = front_matter(text)) {
    int number = 0;
    for (const std::string_view line : split(std::string_view(text).substr(0, size), '\n'))
      take_field(draft, line, ++number, rules);
    for (Piece& piece : draft.pieces) {
      if (piece.bytes.end <= size) piece.mark = Mark::boilerplate;
    }
  }
  draft.text = std::move(text);
  return draft;
}

}  // namespace dateline::input
