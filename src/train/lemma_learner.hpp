// Lemma rules from words with known lemmas.
#pragma once

#include <vector>

#include "extract/syntax/model.hpp"
#include "train/treebank.hpp"

namespace dateline::train {

/// For every tag the fewest rules that explain the words: an ending gets a rule only where it does otherwise than the
/// ending that is shorter by one. Endings of up to two bytes get all their frequent changes, the most frequent first.
std::vector<syntax::LemmaRule> learn_lemma_rules(const std::vector<GoldSentence>& sentences);

}  // namespace dateline::train
