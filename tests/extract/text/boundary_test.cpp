#include "extract/text/boundary.hpp"

#include <doctest/doctest.h>

#include "dateline/base/error.hpp"
#include "dateline/resources.hpp"

using namespace dateline;
using namespace dateline::text;

TEST_CASE("the style of a text is what follows its full stops") {
  CHECK(style_of("The bridge fell. It was old. Nobody was hurt.") == Style::edited);
  CHECK(style_of("the bridge fell. it was old. nobody was hurt.") == Style::lower);
  CHECK(style_of("We came early. they were open. The food was good. The tea was not. We left soon.") == Style::mixed);
  CHECK(style_of("The U.S. economy grew. It was a good year for the E.U. too. All were glad.") == Style::edited);
  CHECK(style_of("") == Style::edited);
}

TEST_CASE("a model that is cut off or of another kind is refused") {
  const std::string whole = boundary_bytes("a note", 3, {5, 9}, std::vector<std::int8_t>(8, 1));
  CHECK_FALSE(BoundaryModel(whole).empty());
  CHECK(BoundaryModel("").empty());
  for (const std::string& bad :
       {whole.substr(0, whole.size() - 1), whole + "x", std::string("dateline"), whole.substr(1)})
    CHECK_THROWS_AS(BoundaryModel{bad}, Error);
}

TEST_CASE("the weights decide, the rules where the judge has no say") {
  const Rules rules(Resources::embedded());
  const std::string text = "good food Great staff. See U.S. maps";
  const std::vector<Piece> pieces = tokenize(text, rules);
  const Gaps gaps(text, pieces, Style::mixed);
  std::vector<std::uint32_t> scratch;
  const std::string always = boundary_bytes("", 3, {0, 0}, std::vector<std::int8_t>(8, 1)),
                    never = boundary_bytes("", 3, {0, 0}, std::vector<std::int8_t>(8, -1));
  const BoundaryModel yes{always}, no{never};
  CHECK(yes.ends(gaps, 2, 0, false, scratch));  // food | Great
  CHECK_FALSE(no.ends(gaps, 2, 0, true, scratch));
  CHECK_FALSE(yes.ends(gaps, 1, 0, false, scratch));  // good | food
  CHECK_FALSE(yes.ends(gaps, 7, 5, false, scratch));  // U.S. | maps
  CHECK(no.ends(gaps, 7, 5, true, scratch));
  const Gaps edited(text, pieces, Style::edited);
  CHECK(no.ends(edited, 2, 0, true, scratch));
}
