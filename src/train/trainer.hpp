// The whole training: vocabulary, lemma rules, epochs. Deterministic: the same sentences and options give the same model.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "extract/syntax/model.hpp"
#include "extract/syntax/network.hpp"
#include "train/joint_network.hpp"
#include "train/treebank.hpp"

namespace dateline::train {

struct Options {
  syntax::Sizes sizes;
  Dropouts dropouts;
  std::uint64_t seed = 7;
  int epochs = 10;
  std::size_t batch_words = 300;
  int least_count = 2;  ///< rarer words are unknown ones
  float rate = 0.004F;  ///< the highest; rises over the first steps and falls to 0
  float name_weight = 2.0F;
  float headlines = 0.12F;    ///< part of the sentences that are read a second time in the spelling of headlines
  std::size_t longest = 120;  ///< longer sentences are left out
};

/// Mean losses a word of one epoch.
struct Progress {
  int epoch = 0;
  double tag = 0, name = 0, arc = 0, relation = 0;
};

/// `start` holds what is known of words beyond the sentences: lexicon and vectors, either of which may be empty. Calls `report` with the model after every epoch, the last being the result.
void train(const std::vector<GoldSentence>& sentences, syntax::Model start, const Options& options,
           const std::function<void(const Progress&, syntax::Model&)>& report);

}  // namespace dateline::train
