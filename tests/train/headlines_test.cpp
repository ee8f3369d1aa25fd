#include "train/headlines.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace dateline::train {
namespace {

GoldSentence sentence(const std::vector<std::string>& forms) {
  GoldSentence words;
  for (const std::string& form : forms) words.push_back({form, form, "X|X", "dep", "O", 0});
  words.front().head = -1;
  return words;
}

TEST_CASE("headlines lose their full stop and are spelt in three ways") {
  const std::vector<GoldSentence> sentences(60, sentence({"storm", "hits", "the", "coast", "."}));
  Random random(5);
  std::set<std::string> seen;
  const std::vector<GoldSentence> headlines = headlines_of(sentences, 1.0F, random);
  CHECK(headlines.size() == sentences.size());
  for (const GoldSentence& headline : headlines) {
    std::string text;
    for (const GoldWord& word : headline) text += word.form + " ";
    seen.insert(text);
  }
  CHECK(seen == std::set<std::string>{"storm hits the coast ", "Storm Hits the Coast ", "STORM HITS THE COAST "});
}

TEST_CASE("sentences without a loose full stop stay as they are") {
  Random random(5);
  CHECK(headlines_of({sentence({"who", "?"}), sentence({"."})}, 1.0F, random).empty());
  CHECK(headlines_of({sentence({"storm", "hits", "."})}, 0.0F, random).empty());
}

}  // namespace
}  // namespace dateline::train
