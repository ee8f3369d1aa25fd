#include "train/trainer.hpp"

#include <doctest/doctest.h>

#include "train/evaluate.hpp"
#include "train/fixture.hpp"

namespace dateline::train {
namespace {

syntax::Model trained(int epochs) {
  Options options;
  options.sizes = {24, 24, 16};
  options.epochs = epochs;
  options.batch_words = 60;
  options.least_count = 1;
  options.rate = 0.01F;
  options.dropouts = {.word = 0.5F, .vector = 0.1F, .input = 0.1F, .hidden = 0.1F};
  syntax::Model result;
  train(fixture(), {}, options, [&](const Progress&, syntax::Model& model) { result = model; });
  return result;
}

TEST_CASE("the same sentences give the same bytes") {
  CHECK(syntax::write_model(trained(2)) == syntax::write_model(trained(2)));
}

TEST_CASE("a few sentences are learnt by heart") {
  const Scores scores = evaluate(trained(120), fixture());
  CHECK(scores.upos > 97);
  CHECK(scores.lemma > 90);
  CHECK(scores.labelled > 90);
  CHECK(scores.name_f1 > 80);
}

TEST_CASE("sentences whose heads are no tree are left out") {
  CHECK(read_treebank("1\ta\ta\tX\tX\t_\t2\tdep\t_\t_\n2\tb\tb\tX\tX\t_\t1\tdep\t_\t_\n\n").empty());
  CHECK(read_treebank("1\ta\ta\tX\tX\t_\t9\tdep\t_\t_\n2\tb\tb\tX\tX\t_\t0\troot\t_\t_\n\n").empty());
  CHECK(read_treebank("1\ta\ta\tX\tX\t_\t0\troot\t_\t_\n\n").size() == 1);
}

}  // namespace
}  // namespace dateline::train
