// Small helpers over strings that are needed everywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// Every run of white space becomes one space; none at either end.
std::string squeeze(std::string_view text);
bool starts_with_ascii_fold(std::string_view text, std::string_view prefix);

/// Edit distance (Levenshtein, bytes), for "did you mean".
int edit_distance(std::string_view a, std::string_view b);
/// The candidate nearest to `word` within two edits, or "".
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace dateline
