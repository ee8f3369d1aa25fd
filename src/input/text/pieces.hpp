// A plain text into pieces: what its lines and blank lines say, before anybody asks what a piece is about.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/model/span.hpp"

namespace dateline::input {

/// What the container (HTML, Markdown) said a piece is.
enum class Mark { none, title, heading, bullet, caption, byline, published, boilerplate };

/// A run of the text that belongs together.
struct Piece {
  Span bytes;    ///< in the text, white space and marks of lists and headings cut off
  int line = 0;  ///< from 1; 0 when the text has no lines of its own
  Mark mark = Mark::none;
};

/// Pieces in order, not overlapping. Wrapped lines and paragraphs broken by a blank line are one piece; lines that are
/// paragraphs of their own are pieces of their own. Lines of `#` are headings, lines of a bullet are list items.
std::vector<Piece> pieces_of(std::string_view text);

/// The line in which a byte stands, from 1.
int line_of(std::string_view text, std::size_t byte);

}  // namespace dateline::input
