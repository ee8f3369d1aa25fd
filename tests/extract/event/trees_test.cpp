// The deep arguments of verbs and nouns, on trees written by hand.
#include "extract/event/arguments.hpp"

#include <doctest/doctest.h>

#include "dateline/resources.hpp"
#include "support/conllu.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

struct Read {
  explicit Read(std::string_view conllu)
      : text(parsed_text(conllu)),
        tree(text.document, text.extraction, classes),
        in_time(tree.size()),
        arguments(tree, classes, in_time) {}

  std::string words(TokenIndex trigger, std::string_view slot) const {
    std::string out;
    for (const TokenIndex one : arguments.slot(trigger, slot))
      out += (out.empty() ? "" : " ") + std::string(tree.word(one));
    return out;
  }

  Resources resources = Resources::embedded();
  Classes classes{resources};
  ParsedText text;
  Tree tree;
  std::vector<bool> in_time;
  Arguments arguments;
};

}  // namespace

TEST_CASE("a passive's subject is its object, its by-phrase its subject") {
  const Read read(R"(
1 The the DET DT _ 2 det _ _
2 town town NOUN NN _ 4 nsubj:pass _ _
3 was be AUX VBD _ 4 aux:pass _ _
4 shelled shell VERB VBN _ 0 root _ _
5 by by ADP IN _ 6 case _ _
6 rebels rebel NOUN NNS _ 4 obl:agent _ _
)");
  CHECK(read.words(3, "subj") == "rebels");
  CHECK(read.words(3, "obj") == "town");
}

TEST_CASE("a relative clause takes its antecedent") {
  const Read read(R"(
1 Forces force NOUN NNS _ 6 nsubj _ _
2 that that PRON WDT _ 3 nsubj _ _
3 entered enter VERB VBD _ 1 acl:relcl _ _
4 in in ADP IN _ 5 case _ _
5 May May PROPN NNP _ 3 obl _ _
6 left leave VERB VBD _ 0 root _ _
)");
  CHECK(read.words(2, "subj") == "Forces");
  CHECK(read.words(5, "subj") == "Forces");
}

TEST_CASE("an object relative clause without a pronoun") {
  const Read read(R"(
1 weapons weapon NOUN NNS _ 0 root _ _
2 France France PROPN NNP _ 3 nsubj _ _
3 sent send VERB VBD _ 1 acl:relcl _ _
)");
  CHECK(read.words(2, "obj") == "weapons");
  CHECK(read.words(2, "subj") == "France");
}

TEST_CASE("control: the subject of agreed is the subject of send; the object of urged that of free") {
  const Read agreed(R"(
1 Norway Norway PROPN NNP _ 2 nsubj _ _
2 agreed agree VERB VBD _ 0 root _ _
3 to to PART TO _ 4 mark _ _
4 send send VERB VB _ 2 xcomp _ _
5 troops troop NOUN NNS _ 4 obj _ _
)");
  CHECK(agreed.words(3, "subj") == "Norway");
  const Read urged(R"(
1 Norway Norway PROPN NNP _ 2 nsubj _ _
2 urged urge VERB VBD _ 0 root _ _
3 Iran Iran PROPN NNP _ 2 obj _ _
4 to to PART TO _ 5 mark _ _
5 free free VERB VB _ 2 xcomp _ _
6 sailors sailor NOUN NNS _ 5 obj _ _
)");
  CHECK(urged.words(4, "subj") == "Iran");
}

TEST_CASE("coordinated verbs share subject and object") {
  const Read read(R"(
1 Police police NOUN NNS _ 2 nsubj _ _
2 arrested arrest VERB VBD _ 0 root _ _
3 and and CCONJ CC _ 4 cc _ _
4 questioned question VERB VBD _ 2 conj _ _
5 students student NOUN NNS _ 2 obj _ _
)");
  CHECK(read.words(3, "subj") == "Police");
  CHECK(read.words(3, "obj") == "students");
}

TEST_CASE("a verb that carries a noun lends it its subject and its phrases") {
  const Read read(R"(
1 Merkel Merkel PROPN NNP _ 2 nsubj _ _
2 held hold VERB VBD _ 0 root _ _
3 talks talk NOUN NNS _ 2 obj _ _
4 with with ADP IN _ 5 case _ _
5 Macron Macron PROPN NNP _ 2 obl _ _
)");
  CHECK(read.words(2, "sup") == "Merkel");
  CHECK(read.words(2, "with") == "Macron");
}

TEST_CASE("loops and heads out of range are no tree and do no harm") {
  const Read read(R"(
1 a a VERB VB _ 2 conj _ _
2 b b VERB VB _ 1 xcomp _ _
3 c c NOUN NN _ 99 obj _ _
)");
  CHECK(read.words(0, "subj").empty());
  CHECK(read.tree.within(0, 1));
  CHECK(read.tree.extent(0).size() <= 3);
}
