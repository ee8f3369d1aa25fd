#include "train/word_vectors.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "dateline/base/error.hpp"
#include "dateline/base/files.hpp"
#include "extract/syntax/features.hpp"

namespace dateline::train {
namespace {

std::string line(const std::string& word, const std::string& number) {
  std::string text = word;
  for (std::uint32_t i = 0; i < syntax::word_size; ++i) text += " " + number;
  return text + "\n";
}

syntax::Model read(const std::string& text, std::size_t most) {
  const std::string file = (std::filesystem::temp_directory_path() / "dateline-vectors-test.txt").string();
  write_file(file, text);
  syntax::Model model;
  read_vectors(file, most, model);
  return model;
}

TEST_CASE("the first words get vectors, each spelling of the network once") {
  const syntax::Model model = read(line("the", "0.5") + line("2019", "-1") + line("1999", "1") + line("a", "2"), 3);
  REQUIRE(model.vector_words.size() == 2);
  CHECK(model.vector_words[0] == syntax::word_key("the"));
  CHECK(model.vector_words[1] == syntax::word_key("0000"));
  CHECK(model.word_vectors.rows == 2);
  CHECK(model.word_vectors.at(0, 99) > 0);
  CHECK(model.word_vectors.at(1, 0) == doctest::Approx(-2 * model.word_vectors.at(0, 0)));
}

TEST_CASE("a line of another length is named") {
  CHECK_THROWS_WITH_AS(read(line("the", "1") + "of 1 2 3\n", 9), doctest::Contains("vectors-test.txt:2"), Error);
  CHECK_THROWS_WITH_AS(read("of one two\n", 9), doctest::Contains("100 numbers"), Error);
}

}  // namespace
}  // namespace dateline::train
