// Bytes of any encoding into UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::input {

/// By byte order mark; else UTF-16 when every other byte is zero; else UTF-8 when it is that (or nearly: at most one
/// broken sequence in a thousand bytes, which becomes U+FFFD); else the charset that the container names; else
/// Windows-1252. Byte order marks are dropped, U+0000 becomes U+FFFD.
std::string decoded(std::string_view bytes, std::string_view charset = {});

/// The charset that markup names in its first 2,000 bytes (<meta charset=...>, <?xml encoding=...?>); "" for none, and
/// for anything but markup.
std::string named_charset(std::string_view bytes);

/// Why these bytes are no text: "is a PDF file", "is binary"; nothing for text.
std::optional<std::string> binary_kind(std::string_view bytes);

}  // namespace dateline::input
