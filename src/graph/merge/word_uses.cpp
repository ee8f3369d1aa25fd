#include "graph/merge/word_uses.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "dateline/base/utf8.hpp"

namespace dateline::merging {
namespace {

constexpr std::array<std::pair<std::string_view, WordUse>, 26> use_names = {
    {{"determiner", WordUse::determiner},
     {"definite", WordUse::definite},
     {"cut", WordUse::cut},
     {"minor", WordUse::minor},
     {"particle", WordUse::particle},
     {"suffix", WordUse::suffix},
     {"company", WordUse::company},
     {"area", WordUse::area},
     {"apart", WordUse::apart},
     {"post", WordUse::post},
     {"owner", WordUse::owner},
     {"vague", WordUse::vague},
     {"plural", WordUse::plural},
     {"singular", WordUse::singular},
     {"plural_ending", WordUse::plural_ending},
     {"singular_ending", WordUse::singular_ending},
     {"participle_ending", WordUse::participle_ending},
     {"inflected_ending", WordUse::inflected_ending},
     {"light_verb", WordUse::light_verb},
     {"mass", WordUse::mass},
     {"pronoun", WordUse::pronoun},
     {"unique", WordUse::unique},
     {"belonging", WordUse::belonging},
     {"one_of", WordUse::one_of},
     {"male", WordUse::male},
     {"female", WordUse::female}}};

WordUse use_named(const Row& row, std::string_view text) {
  for (const auto& [name, use] : use_names) {
    if (name == text) return use;
  }
  fail(row, "'" + std::string(text) + "' is no use of a word");
}

bool vanishes(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0x2BB || c == '.' || c == '`';
}
bool in_word(char32_t c) { return utf8::is_letter(c) || (c >= '0' && c <= '9'); }

}  // namespace

WordUses::WordUses(const Resources& resources) {
  const Table& table = resources.table("en/merge/words");
  for (const Row& row : table.rows) {
    for (const std::string& use : table.list(row, "use")) uses_[table.cell(row, "id")].insert(use_named(row, use));
  }
  for (const auto& [word, uses] : uses_) {
    if (uses.contains(WordUse::owner)) owner_endings_.push_back(word);
  }
}

bool WordUses::is_owner(std::string_view word) const {
  return std::any_of(owner_endings_.begin(), owner_endings_.end(),
                     [&](const std::string& ending) { return word.size() > ending.size() && word.ends_with(ending); });
}

bool WordUses::ends(std::string_view word, WordUse use) const {
  return std::any_of(uses_.begin(), uses_.end(), [&](const auto& entry) {
    return entry.second.contains(use) && word.size() > entry.first.size() && word.ends_with(entry.first);
  });
}

bool WordUses::is(std::string_view word, WordUse use) const {
  const auto found = uses_.find(word);
  return found != uses_.end() && found->second.contains(use);
}

std::vector<std::string> plain_words(std::string_view text) {
  const std::string plain = utf8::lower(utf8::without_marks(text));
  std::vector<std::string> words;
  bool open = false;
  for (std::size_t at = 0; at < plain.size();) {
    const char32_t c = utf8::next(plain, at);
    if (vanishes(c)) continue;
    if (!in_word(c)) {
      open = false;
      continue;
    }
    if (!open) words.emplace_back();
    open = true;
    utf8::append(words.back(), c);
  }
  return words;
}

}  // namespace dateline::merging
