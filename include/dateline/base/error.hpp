// The one exception of dateline: the world failed (a file, SQLite, a resource row, a full disk). Odd text never throws.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace dateline {

/// What kind of thing failed; the command line chooses its exit code by it.
enum class ErrorKind { usage, input, resource, store, output };

/// One clear line: where it happened (file, file:line, option), what is wrong and what to do.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, std::string_view where, std::string_view what);
  ErrorKind kind() const { return kind_; }

 private:
  ErrorKind kind_;
};

}  // namespace dateline
