// Sentences in the spellings of headlines, so that the network does not lean on capitals and full stops alone.
#pragma once

#include <vector>

#include "train/random.hpp"
#include "train/treebank.hpp"

namespace dateline::train {

/// A part of the sentences, each without its final full stop and either as it is, with every word capitalised, or in
/// capitals only.
std::vector<GoldSentence> headlines_of(const std::vector<GoldSentence>& sentences, float part, Random& random);

}  // namespace dateline::train
