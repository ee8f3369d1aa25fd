#include "dateline/base/error.hpp"

namespace dateline {

Error::Error(ErrorKind kind, std::string_view where, std::string_view what)
    : std::runtime_error(where.empty() ? std::string(what) : std::string(where) + ": " + std::string(what)),
      kind_(kind) {}

}  // namespace dateline
