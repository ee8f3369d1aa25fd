#include "graph/merge/noun_phrases.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::merging {
namespace {

std::string plain(std::string_view word) { return join(plain_words(word), " "); }

bool begins_lower(std::string_view word) {
  std::size_t at = 0;
  const char32_t first = word.empty() ? U' ' : utf8::next(word, at);
  return utf8::is_letter(first) && !utf8::is_upper(first);
}

/// "19th": a number and its ending.
bool is_ordinal(std::string_view word) {
  const auto letters = word.find_first_not_of("0123456789");
  return letters != word.npos && letters > 0 && word.size() - letters == 2 && utf8::lower(word) == word &&
         word.find_first_of("-.,%") == word.npos;
}

}  // namespace

NounPhrases::NounPhrases(const Resources& resources) : uses_(resources) {
  const Table& table = resources.table("en/merge/indefinite");
  for (const Row& row : table.rows) {
    if (table.cell(row, "article").empty()) fail(row, "no article");
    beginnings_.push_back({table.cell(row, "begins"), table.cell(row, "article")});
  }
  std::stable_sort(beginnings_.begin(), beginnings_.end(),
                   [](const Beginning& a, const Beginning& b) { return a.letters.size() > b.letters.size(); });
}

// The last word in front of the first that ends a noun phrase.
std::string_view NounPhrases::head(std::string_view phrase) const {
  std::string_view last;
  for (const std::string_view word : split(phrase, ' ')) {
    if (!last.empty() && uses_.is(plain(word), WordUse::cut)) break;
    if (!word.empty()) last = word;
  }
  return last;
}

Number NounPhrases::number(std::string_view phrase) const {
  const std::string word = plain(head(phrase));
  if (uses_.is(word, WordUse::plural)) return Number::plural;
  if (uses_.is(word, WordUse::singular)) return Number::singular;
  const bool plural = uses_.ends(word, WordUse::plural_ending) && !uses_.ends(word, WordUse::singular_ending);
  return plural ? Number::plural : Number::singular;
}

// "his father" as "Ann Lee's father", "director's wife".
bool NounPhrases::is_owned(std::string_view phrase) const {
  const auto words = split(phrase, ' ');
  if (uses_.is_owner(words.front())) return true;
  for (const std::string_view word : words) {
    if (word.empty() || begins_lower(word)) return false;
    if (uses_.is_owner(word)) return true;
  }
  return false;
}

bool NounPhrases::is_owned_thing(std::string_view phrase) const {
  return is_owned(phrase) && begins_lower(head(phrase));
}

bool NounPhrases::needs_article(std::string_view phrase) const {
  if (number(phrase) == Number::plural) return false;
  const std::string_view about = head(phrase), first = split(phrase, ' ').front();
  if (!begins_lower(about) || uses_.is(plain(about), WordUse::mass)) return false;
  const bool open = uses_.is(plain(first), WordUse::determiner) || uses_.is(plain(first), WordUse::pronoun) ||
                    is_owned(phrase) || (first.front() >= '0' && first.front() <= '9' && !is_ordinal(first));
  return !open;
}

bool NounPhrases::names_the_one(std::string_view phrase) const {
  const auto words = split(phrase, ' ');
  const std::string_view about = head(phrase);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = plain(words[i]);
    if (uses_.is(word, WordUse::unique) || (i + 1 < words.size() && is_ordinal(words[i]))) return true;
    if (uses_.is_owner(words[i]) && number(words[i].substr(0, words[i].size() - 2)) == Number::singular) return true;
    if (i == 0 || i + 1 >= words.size() || words[i - 1] != about || !uses_.is(word, WordUse::belonging)) continue;
    const bool known = uses_.is(plain(words[i + 1]), WordUse::definite) || !begins_lower(words[i + 1]);
    return known && !uses_.is(plain(about), WordUse::one_of);
  }
  return false;
}

std::string NounPhrases::with_indefinite(std::string_view phrase) const {
  const std::string first = plain(split(phrase, ' ').front()) + "$";
  for (const Beginning& beginning : beginnings_) {
    if (first.starts_with(beginning.letters)) return beginning.article + " " + std::string(phrase);
  }
  return std::string(phrase);
}

}  // namespace dateline::merging
