#include "extract/event/amounts.hpp"

#include <doctest/doctest.h>

#include "support/conllu.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("numbers in digits and words") {
  const Numbers numbers(Resources::embedded());
  CHECK(numbers.value("10,000") == 10000);
  CHECK(numbers.value("14 billion") == 14e9);
  CHECK(numbers.value("2.5 million") == 2.5e6);
  CHECK(numbers.value("two hundred") == 200);
  CHECK(numbers.value("twelve") == 12);
  CHECK(!numbers.value("many"));
  CHECK(!numbers.value(""));
}

TEST_CASE("an amount is the number on its noun, with its currency") {
  const Numbers numbers(Resources::embedded());
  const Classes classes(Resources::embedded());
  const ParsedText troops = parsed_text(R"(
1 some some DET DT _ 2 advmod _ _
2 10,000 10,000 NUM CD _ 3 nummod _ _
3 troops troop NOUN NNS _ 0 root _ _
)");
  const auto count = amount_on(2, "count", Tree(troops.document, troops.extraction, classes), troops.document,
                               troops.extraction, numbers);
  REQUIRE(count);
  CHECK(count->text == "10,000");
  CHECK(count->value == 10000);
  const ParsedText money = parsed_text(R"(
1 $ $ SYM $ _ 0 root _ SpaceAfter=No
2 50 50 NUM CD _ 3 compound _ _
3 million million NUM CD _ 1 nummod _ _
)");
  const auto sum = amount_on(0, "amount", Tree(money.document, money.extraction, classes), money.document,
                             money.extraction, numbers);
  REQUIRE(sum);
  CHECK(sum->text == "$50 million");
  CHECK(sum->value == 50e6);
}
