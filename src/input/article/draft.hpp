// An article between its container and the Document: the text, its pieces, and what the container said outright.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dateline/model/document.hpp"
#include "input/rules.hpp"
#include "input/text/pieces.hpp"

namespace dateline::input {

struct Draft {
  std::string source;
  std::string text;           ///< UTF-8
  std::vector<Piece> pieces;  ///< in order, not overlapping
  std::string title, publisher, byline, url;
  std::optional<Published> published;  ///< what the container says; wins over the text
  std::optional<Published>
      updated;       ///< when it was changed, by the container; taken when nothing says when it was published
  std::string file;  ///< the name of the file, for a date in it; "" when it says nothing about this article
};

/// Kinds of the pieces, publication date, sources, hash. `fallback_date` is taken when nothing else gives a date.
Document finished(Draft&& draft, const Rules& rules, const std::optional<std::string>& fallback_date);

}  // namespace dateline::input
