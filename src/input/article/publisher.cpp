#include "input/article/publisher.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

constexpr std::size_t longest_name = 7;  // words

bool is_year(std::string_view word) {
  return word.size() >= 4 && word.size() <= 9 && (word.starts_with("19") || word.starts_with("20")) &&
         word.find_first_not_of("0123456789-") == word.npos;
}

/// Up to the first mark that ends a name, the words of rights cut off at either end.
std::string owner(std::string_view text, const Rules& rules) {
  text = trim(text);
  while (!text.empty() && std::string_view(",.:;|-").find(text.front()) != std::string_view::npos)
    text = trim(text.substr(1));
  for (const std::string_view stop : {". ", " | ", " - ", "; ", " \xE2\x80\x93 ", " \xC2\xB7 "})
    text = text.substr(0, text.find(stop));
  std::vector<Word> words = words_of(text);
  const auto of_rights = [&](const Word& word) {
    const std::string lower = folded(text.substr(word.bytes.begin, word.bytes.size()));
    return rules.cues.rights_words.contains(lower) || is_year(lower);
  };
  while (!words.empty() && of_rights(words.front())) words.erase(words.begin());
  const auto stop = std::find_if(words.begin(), words.end(), of_rights);
  words.erase(stop, words.end());
  if (words.empty() || words.size() > longest_name || !words.front().capital) return "";
  return squeeze(text.substr(words.front().bytes.begin, words.back().bytes.end - words.front().bytes.begin));
}

/// Where the mark of copyright stands, and how long it is.
std::size_t mark_in(const Facts& facts, std::size_t& size) {
  for (const std::string_view mark : {"\xC2\xA9", "(c)", "(C)"}) {
    const std::size_t at = facts.text.find(mark);
    size = mark.size();
    if (at != facts.text.npos) return at;
  }
  return facts.text.npos;
}

}  // namespace

SitedTitle without_site(std::string_view title, const std::vector<std::string_view>& separators) {
  constexpr std::size_t longest_site = 5, shortest_headline = 3;  // words
  for (const std::string_view mark : separators) {
    const std::size_t at = title.rfind(mark);
    if (at == title.npos) continue;
    const SitedTitle parts{trim(title.substr(0, at)), trim(title.substr(at + mark.size()))};
    if (word_count(parts.site) <= longest_site && word_count(parts.headline) >= shortest_headline) return parts;
  }
  return {title, ""};
}

std::string publisher_in(const std::vector<Facts>& facts, const std::vector<BlockKind>& kinds, const Rules& rules) {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (kinds[i] != BlockKind::boilerplate || facts[i].words > 60) continue;
    std::size_t size = 0;
    const std::size_t at = mark_in(facts[i], size);
    if (at == facts[i].text.npos) continue;
    std::string name = owner(facts[i].text.substr(at + size), rules);
    if (name.empty()) name = owner(facts[i].text.substr(0, at), rules);
    if (!name.empty()) return name;
  }
  return "";
}

}  // namespace dateline::input
