#include "train/headlines.hpp"

namespace dateline::train {
namespace {

enum class Spelling { as_it_is, title, capitals };

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// Short words keep their small letters in titles, but for the first.
constexpr std::size_t longest_small_word = 3;

void spell(GoldSentence& sentence, Spelling spelling) {
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    std::string& form = sentence[i].form;
    if (form.empty()) continue;
    if (spelling == Spelling::capitals) {
      for (char& c : form) c = upper(c);
    } else if (spelling == Spelling::title && (i == 0 || form.size() > longest_small_word)) {
      form.front() = upper(form.front());
    }
  }
}

/// Whether the last word is a full stop that nothing hangs from.
bool ends_with_stop(const GoldSentence& sentence) {
  const auto last = static_cast<std::int32_t>(sentence.size()) - 1;
  if (last < 1 || sentence.back().form != "." || sentence.back().head < 0) return false;
  for (const GoldWord& word : sentence) {
    if (word.head == last) return false;
  }
  return true;
}

}  // namespace

std::vector<GoldSentence> headlines_of(const std::vector<GoldSentence>& sentences, float part, Random& random) {
  std::vector<GoldSentence> headlines;
  for (const GoldSentence& sentence : sentences) {
    const float chance = random.unit();
    if (chance >= part || !ends_with_stop(sentence)) continue;
    GoldSentence headline = sentence;
    headline.pop_back();
    const float which = chance / part;
    spell(headline, which < 0.25F ? Spelling::as_it_is : which < 0.8F ? Spelling::title : Spelling::capitals);
    headlines.push_back(std::move(headline));
  }
  return headlines;
}

}  // namespace dateline::train
