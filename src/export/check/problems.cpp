#include "export/check/problems.hpp"

#include <algorithm>

namespace dateline {

void Problems::add(std::size_t line, std::string_view who, std::string what) {
  ++found_.try_emplace(std::string(who) + ": " + std::move(what), Found{line, 0}).first->second.count;
}

std::vector<std::string> Problems::lines() const {
  std::vector<std::pair<std::size_t, std::string>> sorted;
  for (const auto& [what, found] : found_) {
    std::string line = found.line > 0 ? "line " + std::to_string(found.line) + ": " : "";
    line += what;
    if (found.count > 1) line += " (" + std::to_string(found.count) + " times)";
    sorted.emplace_back(found.line, std::move(line));
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> lines;
  for (auto& [at, line] : sorted) lines.push_back(std::move(line));
  return lines;
}

}  // namespace dateline
