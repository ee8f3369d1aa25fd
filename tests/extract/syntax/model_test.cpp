#include "extract/syntax/model.hpp"

#include <doctest/doctest.h>

#include <string>

#include "dateline/base/error.hpp"
#include "dateline/resources.hpp"

namespace dateline::syntax {
namespace {

Model small_model() {
  Model model;
  model.note = "made by hand";
  model.tags = {"NOUN|NN", "VERB|VBD"};
  model.relations = {"nsubj", "root"};
  model.names = {"B-PER", "O"};
  model.words = {3, 70000};
  model.vector_words = {3, 9};
  model.word_vectors = halved(2, 3, {0.7F, -0.35F, 0.1F, 0, 0, 0});
  model.lexicon.words = {{5, 640}};
  model.lexicon.names = {{6, 2}};
  model.lemma_rules = {{"VERB|VBD", "ed", 2, ""}};
  model.tensors = {quantized("tag", 2, 3, {1.0F, -0.5F, 0.25F, 0, 0, 0})};
  model.vectors = {{"tag.bias", {0.1F, -7.0F}}};
  return model;
}

std::string refusal(const std::string& bytes) {
  try {
    read_model("m.bin", bytes);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::resource);
    return error.what();
  }
  return "";
}

TEST_CASE("a model comes back as it was written") {
  const std::string bytes = write_model(small_model());
  const Model model = read_model("m.bin", bytes);
  CHECK(model.note == "made by hand");
  CHECK(model.tags == small_model().tags);
  CHECK(model.words == small_model().words);
  CHECK(model.vector_words == small_model().vector_words);
  CHECK(model.word_vectors.at(0, 0) == doctest::Approx(0.7).epsilon(0.01));
  CHECK(model.word_vectors.at(0, 2) == doctest::Approx(0.1).epsilon(0.01));
  CHECK(model.word_vectors.at(0, 1) == doctest::Approx(-0.35).epsilon(0.15));
  CHECK(model.word_vectors.at(1, 2) == 0);
  REQUIRE(model.lemma_rules.size() == 1);
  CHECK(model.lemma_rules[0].ending == "ed");
  CHECK(model.lexicon.names.at(0).value == 2);
  CHECK(tensor(model, "tag", 2, 3).at(0, 1) == doctest::Approx(-0.5).epsilon(0.01));
  CHECK(tensor(model, "tag", 2, 3).at(1, 2) == 0);
  CHECK(vector(model, "tag.bias", 2)[1] == -7.0F);
  CHECK(write_model(model) == bytes);
}

TEST_CASE("what is no model is refused in one line that says why") {
  const std::string bytes = write_model(small_model());
  CHECK(refusal("").find("is no language model") != std::string::npos);
  CHECK(refusal("GIF89a").find("is no language model") != std::string::npos);
  std::string other = bytes;
  other[8] = 99;
  CHECK(refusal(other).find("another version") != std::string::npos);
  other = bytes;
  other[12] = static_cast<char>(other[12] + 1);
  CHECK(refusal(other).find("other features") != std::string::npos);
  other = bytes;
  other[other.size() / 2] = static_cast<char>(other[other.size() / 2] ^ 1);
  CHECK(refusal(other).find("damaged") != std::string::npos);
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK(!refusal(bytes.substr(0, size)).empty());
}

TEST_CASE("weights that are missing or of another shape are named") {
  CHECK_THROWS_AS(tensor(small_model(), "arc", 2, 3), Error);
  CHECK_THROWS_AS(tensor(small_model(), "tag", 3, 2), Error);
  CHECK_THROWS_AS(vector(small_model(), "tag.bias", 3), Error);
}

TEST_CASE("the model that is shipped can be read and says where it comes from") {
  const Model model = read_model("models/english.bin", Resources::embedded().bytes("models/english.bin"));
  CHECK(model.note.find("CC BY-SA 4.0") != std::string::npos);
  CHECK(model.tags.size() > 50);
}

}  // namespace
}  // namespace dateline::syntax
