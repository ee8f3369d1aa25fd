#include "graph/merge/names.hpp"

#include <doctest/doctest.h>

#include "graph/merge/stories.hpp"

namespace dateline::merging {
namespace {

const NameRules& rules() {
  static const NameRules all(test::resources());
  return all;
}

bool same(std::string_view left, std::string_view right) {
  return rules().same_person(rules().person(left), rules().person(right));
}

TEST_CASE("spellings of the table fold as their examples say") {
  const Table& table = test::resources().table("en/merge/transliteration");
  for (const Row& row : table.rows) {
    CAPTURE(table.cell(row, "id"));
    CHECK(rules().folded(table.cell(row, "example")) == table.cell(row, "expected"));
  }
}

TEST_CASE("one person under several spellings") {
  CHECK(same("Volodymyr Zelensky", "Volodymyr Zelenskyy"));
  CHECK(same("Volodymyr Zelenskiy", "Vladimir Zelensky"));
  CHECK(same("Sergei Karpov", "Sergey Karpov"));
  CHECK(same("Andriy Bondar", "Andrii Bondar"));
  CHECK(same("Park Min Ho", "Park Min-ho"));
  CHECK(same("Park Min Ho", "Park Minho"));
  CHECK(same("José Peña", "Jose Pena"));
  CHECK(same("Bill Hartley", "William Hartley"));
  CHECK(same("Joseph R. Hartley Jr.", "Joe Hartley"));
  CHECK(same("J. D. Marlow", "JD Marlow"));
  CHECK(same("Ursula von der Aue", "Ursula von der Aue"));
  CHECK(same("Orbeliani Tamar", "Tamar Orbeliani"));
  CHECK(same("Seán O’Dwyer", "Sean O'Dwyer"));
  CHECK(same("Secretary of Harbours Anna Lind Berg", "Anna Lind Berg"));
  CHECK(same("Norwegian Chancellor Anna Berg", "Anna Berg"));
}

TEST_CASE("different persons") {
  CHECK(!same("Park Min Ho", "Park Min Su"));
  CHECK(!same("Park Min Ho", "Park Tae Ho"));
  CHECK(!same("Anna Berg", "Maria Berg"));
  CHECK(!same("George W. Ames", "George H. Ames"));
  CHECK(!same("Anna Berg", "Berg"));
  CHECK(!same("Secretary of Harbours Berg", "Anna Berg"));
  CHECK(!same("Carl Otto Anna Berg", "Anna Berg"));
  CHECK(!same("Ivan Petrov", "Ivan Petrenko"));
  CHECK(!rules().nearly_same_person(rules().person("Hans Muller"), rules().person("Hans Miller")));
}

TEST_CASE("organizations, acronyms and heads of phrases") {
  CHECK(rules().other("The Acme Company, Inc.") == "acme");
  CHECK(rules().other("the Orel region") == "orel");
  CHECK(rules().other("Harbour Times Industrial Average") == rules().other("the Harbour Times index"));
  CHECK(rules().acronym("Union of Northern Harbour Towns") == "unht");
  CHECK(rules().acronym("Acme") == "");
  CHECK(rules().head("the young demonstrators of Oslo") == "protesters");
  CHECK(rules().head("Norwegian soldiers") == rules().head("Norwegian troops"));
  CHECK(rules().head("several officials") == "");
}

}  // namespace
}  // namespace dateline::merging
