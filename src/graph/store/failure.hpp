// What an SQLite result code means to the person at the command line.
#pragma once

#include <string>
#include <string_view>

namespace dateline::store {

/// One clause that says what failed and what to do, without the file's name. `code` is an (extended) SQLite result
/// code, `detail` is SQLite's own message, used where the code alone says too little.
std::string explain(int code, std::string_view detail);

}  // namespace dateline::store
