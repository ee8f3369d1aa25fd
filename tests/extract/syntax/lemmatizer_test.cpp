#include "extract/syntax/lemmatizer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dateline/base/error.hpp"
#include "dateline/resources.hpp"

namespace dateline::syntax {
namespace {

struct Fixture {
  Resources resources = Resources::embedded();
  Model model = read_model("models/english.bin", resources.bytes("models/english.bin"));
  Lemmatizer lemmatizer{model, resources};

  std::string lemma(const std::string& form, const std::string& tag) const {
    const auto found = std::lower_bound(model.tags.begin(), model.tags.end(), tag);
    REQUIRE(found != model.tags.end());
    REQUIRE(*found == tag);
    return lemmatizer.lemma(form, static_cast<std::uint16_t>(found - model.tags.begin()));
  }
};

const Fixture& fixture() {
  static const Fixture shared;
  return shared;
}

TEST_CASE("every row of the table of irregular forms") {
  const std::map<std::string, std::pair<std::string, std::string>> tags = {{"verb", {"VERB|VBD", "VERB|VBN"}},
                                                                           {"gerund", {"VERB|VBG", ""}},
                                                                           {"noun", {"NOUN|NNS", ""}},
                                                                           {"adjective", {"ADJ|JJR", "ADJ|JJS"}},
                                                                           {"adverb", {"ADV|RBR", "ADV|RBS"}}};
  const Table& table = fixture().resources.table("en/syntax/irregular");
  for (const Row& row : table.rows) {
    const auto& [first, second] = tags.at(table.cell(row, "kind"));
    for (const std::string& form : table.list(row, "first"))
      CHECK(fixture().lemma(form, first) == table.cell(row, "lemma"));
    for (const std::string& form : table.list(row, "second"))
      CHECK(fixture().lemma(form, second) == table.cell(row, "lemma"));
  }
}

TEST_CASE("regular forms, also of words that no treebank has") {
  const std::vector<std::pair<std::string, std::pair<std::string, std::string>>> examples = {
      {"shelled", {"VERB|VBD", "shell"}},    {"baking", {"VERB|VBG", "bake"}},
      {"hopping", {"VERB|VBG", "hop"}},      {"strikes", {"NOUN|NNS", "strike"}},
      {"besieged", {"VERB|VBD", "besiege"}}, {"embassies", {"NOUN|NNS", "embassy"}},
      {"vetoes", {"VERB|VBZ", "veto"}},      {"panicked", {"VERB|VBD", "panic"}},
      {"acquitted", {"VERB|VBD", "acquit"}}, {"airlifted", {"VERB|VBN", "airlift"}},
      {"envoys", {"NOUN|NNS", "envoy"}},     {"Denied", {"VERB|VBD", "deny"}},
      {"KILLED", {"VERB|VBD", "kill"}},      {"is", {"AUX|VBZ", "be"}},
      {"n't", {"PART|RB", "not"}},           {"Lisbon", {"PROPN|NNP", "Lisbon"}},
      {"larger", {"ADJ|JJR", "large"}},      {"biggest", {"ADJ|JJS", "big"}},
      {"quickly", {"ADV|RB", "quickly"}},    {"2019", {"NUM|CD", "2019"}},
      {"them", {"PRON|PRP", "they"}},
  };
  for (const auto& [form, expected] : examples) CHECK(fixture().lemma(form, expected.first) == expected.second);
}

TEST_CASE("a kind that the table does not know is an error with its line") {
  const auto folder = std::filesystem::temp_directory_path() / "dateline_lemmatizer_test";
  std::filesystem::create_directories(folder / "en/syntax");
  std::ofstream(folder / "en/syntax/irregular.tsv") << "id\tkind\tlemma\tfirst\nverb.zip\tverbs\tzip\tzop\n";
  Resources resources = Resources::embedded();
  resources.overlay(folder.string());
  std::filesystem::remove_all(folder);
  CHECK_THROWS_WITH_AS(Lemmatizer(fixture().model, resources), doctest::Contains("irregular.tsv:2"), Error);
}

TEST_CASE("odd words have a lemma") {
  for (const std::string form : {"", "s", "ed", "\xFF\xFE", "'", "ing", "\xE2\x80\x99s"}) {
    for (std::uint16_t tag = 0; tag < fixture().model.tags.size(); ++tag)
      CHECK_NOTHROW(fixture().lemmatizer.lemma(form, tag));
  }
}

}  // namespace
}  // namespace dateline::syntax
