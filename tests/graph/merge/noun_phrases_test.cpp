#include "graph/merge/noun_phrases.hpp"

#include <doctest/doctest.h>

#include "graph/merge/stories.hpp"

namespace dateline::merging {
namespace {

const NounPhrases& phrases() {
  static const NounPhrases all(test::resources());
  return all;
}

TEST_CASE("indefinite articles read as their examples say") {
  const Table& table = test::resources().table("en/merge/indefinite");
  for (const Row& row : table.rows) {
    CAPTURE(table.cell(row, "id"));
    CHECK(phrases().with_indefinite(table.cell(row, "example")) == table.cell(row, "expected"));
  }
}

TEST_CASE("the number of a phrase is that of the word it is about") {
  CHECK(phrases().number("families of a sailor") == Number::plural);
  CHECK(phrases().number("crew of three boats") == Number::singular);
  CHECK(phrases().number("young women") == Number::plural);
  CHECK(phrases().number("new boss") == Number::singular);
  CHECK(phrases().number("") == Number::singular);
}

TEST_CASE("what there is only one of") {
  CHECK(phrases().names_the_one("governor of Ohio"));
  CHECK(phrases().names_the_one("roof of the tower"));
  CHECK(phrases().names_the_one("mayor's office"));
  CHECK(phrases().names_the_one("sole survivor"));
  CHECK(!phrases().names_the_one("member of the board"));
  CHECK(!phrases().names_the_one("children's home"));
  CHECK(!phrases().names_the_one("block of flats"));
  CHECK(!phrases().names_the_one("young engineer"));
}

TEST_CASE("what cannot stand without an article") {
  CHECK(phrases().needs_article("young engineer"));
  CHECK(phrases().needs_article("Norwegian skipper"));
  CHECK(!phrases().needs_article("engineers"));
  CHECK(!phrases().needs_article("his daughter"));
  CHECK(!phrases().needs_article("Berg's daughter"));
  CHECK(!phrases().needs_article("the crew"));
  CHECK(!phrases().needs_article("12 ships"));
  CHECK(!phrases().needs_article("legislation"));
  CHECK(!phrases().needs_article("Harbour Act"));
  CHECK(!phrases().needs_article(""));
}

}  // namespace
}  // namespace dateline::merging
