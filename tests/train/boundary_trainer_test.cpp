#include "train/boundary_trainer.hpp"

#include <doctest/doctest.h>

#include "extract/text/boundary.hpp"

using namespace dateline;
using namespace dateline::train;

namespace {

std::string word(int number, const std::string& form, bool glued = false) {
  return std::to_string(number) + "\t" + form + "\t_\t_\t_\t_\t_\t_\t_\t" + (glued ? "SpaceAfter=No" : "_") + "\n";
}

/// Mail whose signature has no full stop.
std::string mail(int number) {
  return "# newdoc id = " + std::to_string(number) + "\n# newpar\n" + word(1, "Please") + word(2, "call") +
         word(3, "me", true) + word(4, ".") + "\n" + word(1, "Regards", true) + word(2, ",") + "\n" + word(1, "Ana") +
         word(2, "Lund") + "\n# newpar\n" + "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(1, "Do") + word(2, "n't") +
         word(3, "worry", true) + word(4, ".") + "\n";
}

}  // namespace

TEST_CASE("raw text of a treebank: paragraphs, joined words and sentence ends in bytes") {
  const std::vector<RawDocument> documents = raw_documents(mail(1) + mail(2));
  REQUIRE(documents.size() == 2);
  CHECK(documents[0].text == "Please call me. Regards, Ana Lund \n\nDon't worry. ");
  CHECK(documents[0].ends == std::vector<std::size_t>{15, 24, 33, 48});
  CHECK(documents[1].text == documents[0].text);
}

TEST_CASE("training learns what the rules do not know, and gives the same bytes again") {
  std::string treebank;
  for (int i = 0; i < 60; ++i) treebank += mail(i);
  const std::vector<RawDocument> documents = raw_documents(treebank);
  const Resources resources = Resources::embedded();
  BoundaryOptions options;
  options.bits = 10;
  const std::string bytes = train_boundaries(documents, resources, options, "note");
  CHECK(bytes == train_boundaries(documents, resources, options, "note"));
  const text::BoundaryModel model(bytes);
  const text::Rules rules(resources);
  const std::string body = "Please call me. Regards, Ana Lund";
  const std::vector<text::Piece> pieces = text::tokenize(body, rules);
  const text::Gaps gaps(body, pieces, text::Style::edited);
  std::vector<std::uint32_t> scratch;
  CHECK(model.ends(gaps, 6, 4, false, scratch));        // Regards , | Ana
  CHECK_FALSE(model.ends(gaps, 7, 6, false, scratch));  // Ana | Lund
}
