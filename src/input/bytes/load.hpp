// The bytes of a source, and the unpacking of gzip. Sizes are capped, so that a bomb or an endless device is a clear
// error.
#pragma once

#include <string>
#include <string_view>

namespace dateline::input {

/// Bytes of a source, and of what it unpacks to; more is refused.
inline constexpr std::size_t largest_source = std::size_t{512} << 20;

/// "-" is standard input. Throws Error{input} when it cannot be read, is larger than `largest_source`, or is broken
/// gzip.
std::string load(const std::string& name);

bool is_gzip(std::string_view bytes);
/// Throws Error{input} naming `where` when the stream is broken or cut off, or unpacks to more than `limit` bytes.
std::string gunzip(std::string_view bytes, const std::string& where, std::size_t limit = largest_source);

}  // namespace dateline::input
