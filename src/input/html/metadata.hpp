// What a page says about itself: JSON-LD, meta elements, microdata, <time>, <title>.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dateline/model/document.hpp"
#include "input/date/calendar_words.hpp"
#include "input/html/tree.hpp"

namespace dateline::input {

/// Empty strings for what is not said.
struct Metadata {
  std::string title, byline, publisher, url;
  std::string heading;  ///< the <title> element, without the name of the site
  std::string body;     ///< articleBody of JSON-LD, for pages that show their text by script
  std::optional<Published> published;
  std::optional<Published> updated;
};

/// JSON-LD before meta elements, those before microdata and <time> inside the main element, those before the rest of
/// the page.
Metadata metadata_of(const HtmlTree& tree, int main_element, const CalendarWords& words);

/// Adds what a JSON-LD script says of an article (schema.org), to what is still empty. Broken JSON says nothing.
void add_linked_data(std::string_view json, const CalendarWords& words, Metadata& out);

}  // namespace dateline::input
