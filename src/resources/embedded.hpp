#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// Path below resources/ (or "models/...") and the bytes, by path.
const std::vector<std::pair<std::string_view, std::string_view>>& embedded_files();

}  // namespace dateline
