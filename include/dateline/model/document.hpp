// An article as read: its text, unaltered, and what each part of that text is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/span.hpp"

namespace dateline {

/// What a part of the text is. Only title, heading, paragraph and list_item are read for events.
enum class BlockKind { title, heading, paragraph, list_item, byline, published, caption, teaser, boilerplate };
std::string_view name(BlockKind kind);
std::optional<BlockKind> block_kind_named(std::string_view text);
/// Whether events may be found in such a block.
bool is_prose(BlockKind kind);

/// A run of the text that belongs together. A paragraph that was wrapped or broken by blank lines is one block.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span bytes;  ///< in Document::text, white space trimmed
};

/// The publication date, at the precision found.
struct Published {
  std::string edtf;  ///< "2024-11-09T16:24Z", "2024-11-05", "2024-11"
  std::string from;  ///< "text line 7", "json-ld datePublished", "option --date", "file name", "url"
  bool operator==(const Published&) const = default;
};

struct Document {
  std::string
      source;  ///< as given on the command line, or the feed item's URL; FILE#n for the n-th record of a file (from 1)
  std::string text;  ///< UTF-8, never altered after reading; a plain text file's own text without its byte order mark
  std::vector<Block> blocks;  ///< in order, not overlapping
  std::string title;
  std::string publisher;
  std::string byline;                 ///< "" when none
  std::vector<std::string> agencies;  ///< "Reuters", "AFP": the named sources of the text, in order of first sight
  std::string url;
  std::optional<Published> published;
  std::string dateline_place;  ///< "MOSCOW" of "MOSCOW, Nov 4 (Reuters) -"; the dateline itself is not prose
  std::string dateline_day;    ///< EDTF, the day of a dateline before that of publication: the report is older; else ""
  std::string sha256;          ///< of the text; with `source` and `published` the identity of the document
};

}  // namespace dateline
