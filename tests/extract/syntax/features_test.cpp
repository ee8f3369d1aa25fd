#include "extract/syntax/features.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/syntax/lexicon.hpp"

namespace dateline::syntax {
namespace {

TEST_CASE("one spelling for many") {
  CHECK(normalised("\xE2\x80\x98round") == "'round");
  CHECK(normalised("\xE2\x80\x9C") == "\"");
  CHECK(normalised("``") == "\"");
  CHECK(normalised("''") == "\"");
  CHECK(normalised("1990\xE2\x80\x93"
                   "95") == "0000-00");
  CHECK(normalised("\xE2\x80\xA6") == "...");
  CHECK(normalised("Łódź") == "Łódź");
  CHECK(normalised("") == "");
  CHECK(word_key(normalised("Town")) == word_key("town"));
  CHECK(word_key("1987") != word_key(normalised("1987")));
}

std::vector<TokenFeatures> features_of(const std::vector<std::string_view>& forms) {
  FeatureScratch scratch;
  std::vector<TokenFeatures> features;
  sentence_features(forms, Lexicon(), scratch, features);
  return features;
}

TEST_CASE("a sentence in capitals has the features of one in small letters") {
  const auto loud = features_of({"STORM", "HITS", "NORTH", "COAST"});
  const auto quiet = features_of({"storm", "hits", "north", "coast"});
  for (std::size_t i = 0; i < loud.size(); ++i) {
    CHECK(loud[i].key == quiet[i].key);
    CHECK(loud[i].ids == quiet[i].ids);
  }
  // Two words in capitals are a name or an acronym, not a headline.
  CHECK(features_of({"UN", "HQ"})[0].ids != features_of({"un", "hq"})[0].ids);
}

TEST_CASE("every id is a row of its table") {
  for (const std::string_view form : {"", "a", "\xFF\xFF", "McDonald's-2000", "\xE2\x80\x94"}) {
    for (const TokenFeatures& token : features_of({form, form})) {
      for (std::size_t slot = slot_word + 1; slot < slots; ++slot) CHECK(token.ids[slot] < slot_shapes[slot].rows);
    }
  }
}

TEST_CASE("the longest listed name from the left covers its words") {
  LexiconLists lists;
  lists.names = {{name_key("New Quay"), class_place},
                 {name_key("New Quay United"), class_organization},
                 {name_key("Quay"), class_surname}};
  lists.words = {{word_key("harbour"), 77}};
  const Lexicon lexicon(lists);
  std::vector<std::uint32_t> found;
  const std::vector<std::string> words = {"at", "New", "Quay", "United", "Quay", "new", "Quay"};
  lexicon.match_names(words, found);
  const std::vector<std::uint32_t> expected = {
      0, 2 * class_organization, 2 * class_organization + 1, 2 * class_organization + 1, 2 * class_surname,
      0, 2 * class_surname};
  CHECK(found == expected);
  CHECK(lexicon.word_class(word_key("harbour")) == 77);
  CHECK(lexicon.word_class(word_key("quay")) == 0);
}

}  // namespace
}  // namespace dateline::syntax
