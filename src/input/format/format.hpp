// Which format a source has, by the ending of its name, or by its first bytes.
#pragma once

#include <optional>
#include <string_view>

namespace dateline::input {

enum class Format { text, html, json, json_lines, feed };

/// By the ending, ".gz" aside; nothing for an unknown one.
std::optional<Format> format_of_name(std::string_view name);

/// By the first characters that are not blank: '<' of HTML or a feed, '{' or '[' of JSON; text for everything else.
/// Reads UTF-8.
Format format_of_text(std::string_view text);

}  // namespace dateline::input
