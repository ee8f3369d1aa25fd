// Attachments that the parser gets wrong, on trees written by hand.
#include "extract/event/mend.hpp"

#include <doctest/doctest.h>

#include "dateline/resources.hpp"
#include "support/conllu.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

struct Mended {
  Mended(std::string_view conllu, TokenIndex time, bool headline)
      : text(parsed_text(conllu)),
        plain(text.document, text.extraction, classes),
        in_time(plain.size()),
        in_headline(plain.size(), headline) {
    if (time < in_time.size()) in_time[time] = true;
  }
  Tree tree() const {
    return Tree(text.document, text.extraction, classes, mends(plain, classes, in_time, in_headline));
  }

  Resources resources = Resources::embedded();
  Classes classes{resources};
  ParsedText text;
  Tree plain;
  std::vector<bool> in_time, in_headline;
};

constexpr TokenIndex no_time = 1000;

}  // namespace

TEST_CASE("a clause that hangs on a day is what was said that day") {
  const Mended mended(R"(
1 Police police NOUN NNS _ 2 nsubj _ _
2 said say VERB VBD _ 0 root _ _
3 on on ADP IN _ 4 case _ _
4 Friday Friday PROPN NNP _ 2 obl _ _
5 that that SCONJ IN _ 7 mark _ _
6 men man NOUN NNS _ 7 nsubj _ _
7 fled flee VERB VBD _ 4 acl:relcl _ _
)",
                      3, false);
  const Tree tree = mended.tree();
  CHECK(tree.head(6) == 1u);
  CHECK(tree.is(6, "ccomp"));
}

TEST_CASE("a verb swallowed by a noun phrase") {
  const Mended mended(R"(
1 Court court PROPN NNP _ 5 nsubj _ _
2 upheld uphold VERB VBD _ 5 amod _ _
3 Norway Norway PROPN NNP _ 5 nmod:poss _ _
4 's 's PART POS _ 3 case _ _
5 protest protest NOUN NN _ 0 root _ _
)",
                      no_time, false);
  const Tree tree = mended.tree();
  CHECK(!tree.head(1));
  CHECK(tree.head(4) == 1u);
  CHECK(tree.is(4, "obj"));
  CHECK(tree.is(0, "nsubj"));
}

TEST_CASE("a headline's participle is passive, but not that of a verb without object") {
  constexpr std::string_view suspended = R"(
1 Markets market NOUN NNS _ 2 nsubj _ _
2 suspended suspend VERB VBN _ 0 root _ _
)";
  CHECK(Mended(suspended, no_time, true).tree().is_passive(1));
  CHECK(!Mended(suspended, no_time, false).tree().is_passive(1));
  CHECK(!Mended(R"(
1 Bus bus NOUN NN _ 2 nsubj _ _
2 crashed crash VERB VBN _ 0 root _ _
)",
                no_time, true)
             .tree()
             .is_passive(1));
}

TEST_CASE("no passive without an auxiliary of a verb that has none") {
  const Mended mended(R"(
1 Markets market NOUN NNS _ 2 nsubj:pass _ _
2 plunged plunge VERB VBN _ 0 root _ _
)",
                      no_time, false);
  CHECK(!mended.tree().is_passive(1));
}

TEST_CASE("a subject that was taken for a call") {
  const Mended mended(R"(
1 Putin Putin PROPN NNP _ 3 vocative _ _
2 - - PUNCT : _ 3 punct _ _
3 denied deny VERB VBD _ 0 root _ _
4 it it PRON PRP _ 3 obj _ _
)",
                      no_time, false);
  CHECK(mended.tree().is(0, "nsubj"));
}

TEST_CASE("what someone was elected is no predicate with a participle before it") {
  const Mended mended(R"(
1 Ruiz Ruiz PROPN NNP _ 4 nsubj _ _
2 was be AUX VBD _ 4 cop _ _
3 elected elect VERB VBN _ 4 amod _ _
4 president president NOUN NN _ 0 root _ _
5 . . PUNCT . _ 4 punct _ _
)",
                      no_time, false);
  const Tree tree = mended.tree();
  CHECK(!tree.head(2));
  CHECK(tree.is(0, "nsubj:pass"));
  CHECK(tree.head(0) == 2u);
  CHECK(tree.is(3, "xcomp"));
  CHECK(tree.head(3) == 2u);
}

TEST_CASE("what is announced without a that is the subject of its clause") {
  const Mended mended(R"(
1 Norway Norway PROPN NNP _ 2 nsubj _ _
2 announced announce VERB VBD _ 0 root _ _
3 the the DET DT _ 4 det _ _
4 recorder recorder NOUN NN _ 2 obj _ _
5 has have AUX VBZ _ 7 aux _ _
6 been be AUX VBN _ 7 aux:pass _ _
7 found find VERB VBN _ 2 ccomp _ _
)",
                      no_time, false);
  const Tree tree = mended.tree();
  CHECK(tree.head(3) == 6u);
  CHECK(tree.is(3, "nsubj:pass"));
}

TEST_CASE("whom something is told stays the object of the telling") {
  const Mended mended(R"(
1 Norway Norway PROPN NNP _ 2 nsubj _ _
2 told tell VERB VBD _ 0 root _ _
3 reporters reporter NOUN NNS _ 2 obj _ _
4 has have AUX VBZ _ 5 aux _ _
5 left leave VERB VBN _ 2 ccomp _ _
)",
                      no_time, false);
  CHECK(mended.tree().head(2) == 1u);
}

TEST_CASE("a clause that hangs on whom it is told is what was told") {
  const Mended mended(R"(
1 He he PRON PRP _ 2 nsubj _ _
2 told tell VERB VBD _ 0 root _ _
3 Reuters Reuters PROPN NNP _ 2 iobj _ _
4 that that SCONJ IN _ 6 mark _ _
5 police police NOUN NNS _ 6 nsubj _ _
6 left leave VERB VBD _ 3 acl:relcl _ _
)",
                      no_time, false);
  const Tree tree = mended.tree();
  CHECK(tree.head(5) == 1u);
  CHECK(tree.is(5, "ccomp"));
}

TEST_CASE("a time is no object of a participle") {
  const Mended mended(R"(
1 Findings finding NOUN NNS _ 0 root _ _
2 published publish VERB VBN _ 1 acl _ _
3 Wednesday Wednesday PROPN NNP _ 2 obj _ _
)",
                      2, false);
  CHECK(mended.tree().is(2, "obl:unmarked"));
}
