#include "input/html/classes.hpp"

#include <algorithm>
#include <vector>

namespace dateline::input {
namespace {

/// "articleShare-bar" -> article, share, bar
std::vector<std::string> attribute_words(std::string_view text) {
  std::vector<std::string> words(1);
  char before = ' ';
  for (const char c : text.substr(0, 400)) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool hump = upper && before >= 'a' && before <= 'z';
    if ((!letter || hump) && !words.back().empty()) words.emplace_back();
    if (letter) words.back() += upper ? static_cast<char>(c + 32) : c;
    before = c;
  }
  return words;
}

}  // namespace

HtmlClasses::HtmlClasses(const Resources& resources) {
  const Table& table = resources.table("en/input/html_classes");
  for (const Row& row : table.rows) {
    const std::string& text = table.cell(row, "role");
    const Role role = text == "noise"     ? Role::noise
                      : text == "byline"  ? Role::byline
                      : text == "caption" ? Role::caption
                                          : Role::none;
    if (role == Role::none) fail(row, "'" + text + "' is not a role of a part of a page: noise, byline or caption");
    for (std::string words : table.list(row, "words")) {
      std::replace(words.begin(), words.end(), '+', ' ');
      words_[words] = role;
    }
  }
}

HtmlClasses::Role HtmlClasses::role(std::string_view text) const {
  const std::vector<std::string> words = attribute_words(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto one = words_.find(words[i]); one != words_.end()) return one->second;
    if (i + 1 == words.size()) break;
    if (const auto two = words_.find(words[i] + " " + words[i + 1]); two != words_.end()) return two->second;
  }
  return Role::none;
}

}  // namespace dateline::input
