#include "extract/entity/same_name.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"

namespace dateline::entity {
namespace {

/// Transliterations of one surname differ by this many letters at most ("Zelensky", "Zelenskyy").
constexpr int spelling_distance = 2;
constexpr std::size_t shortest_respelled = 6;
/// Of shorter ones by one letter, behind an equal beginning ("Laden", "Ladin").
constexpr std::size_t short_respelled = 5, equal_beginning = 3;

bool initial_of(const std::string& a, const std::string& b) {
  return (a.size() == 1 || b.size() == 1) && a.front() == b.front();
}

}  // namespace

bool respelled(const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (a.size() == short_respelled && b.size() == short_respelled)
    return a.compare(0, equal_beginning, b, 0, equal_beginning) == 0 && edit_distance(a, b) == 1;
  if (std::min(a.size(), b.size()) < shortest_respelled || a.front() != b.front()) return false;
  return edit_distance(a, b) <= spelling_distance;
}

/// Whether two names of two words or more are one person's.
bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a == b) return true;
  if (a.size() < 2 || b.size() < 2) return false;
  if (!respelled(a.back(), b.back())) return false;
  if (a.size() == b.size() && a.size() > 2) {
    for (std::size_t i = 0; i + 1 < a.size(); ++i) {
      if (a[i] != b[i] && !respelled(a[i], b[i]) && !initial_of(a[i], b[i])) return false;
    }
    return true;
  }
  return a.front() == b.front() || respelled(a.front(), b.front()) || initial_of(a.front(), b.front()) ||
         // "Robert Gabriel Mugabe", "Gabriel Mugabe": the shorter is the end of the longer.
         std::equal(a.rbegin(), a.rbegin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.rbegin());
}

bool same_letters(std::string a, std::string b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

std::string capitalised(std::string word) {
  if (!word.empty() && word.front() >= 'a' && word.front() <= 'z')
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

std::string letters_of(std::string_view word) {
  std::string letters;
  for (const char c : word) {
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) letters += c;
  }
  return letters;
}

}  // namespace dateline::entity
