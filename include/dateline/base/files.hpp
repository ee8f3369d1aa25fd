// Files, read whole and written by temporary file and rename.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The bytes of a file. Throws Error{input}.
std::string read_file(const std::string& path);

/// Writes beside `path` and renames over it, so that a reader never sees half a file. Throws Error{output}.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace dateline
