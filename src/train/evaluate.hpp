// Scores of a model on annotated sentences, as the CoNLL shared tasks count them (punctuation included).
#pragma once

#include <string>
#include <vector>

#include "extract/syntax/model.hpp"
#include "train/treebank.hpp"

namespace dateline::train {

/// Percentages; words are given, everything else is predicted.
struct Scores {
  std::size_t words = 0;
  double upos = 0, xpos = 0, lemma = 0, unlabelled = 0, labelled = 0;
  double name_precision = 0, name_recall = 0, name_f1 = 0;
};

Scores evaluate(const syntax::Model& model, const std::vector<GoldSentence>& sentences);

/// One line for a person.
std::string to_text(const Scores& scores);

}  // namespace dateline::train
