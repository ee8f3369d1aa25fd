// Annotated sentences as indices: what the network is trained on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/syntax/features.hpp"
#include "extract/syntax/model.hpp"

namespace dateline::train {

struct GoldWord {
  std::string form, lemma, tag, relation, name;  ///< tag is UPOS|XPOS
  std::int32_t head = -1;                        ///< -1 for the root
};

using GoldSentence = std::vector<GoldWord>;

/// Sentences of a CoNLL-U file; those whose heads are no tree are left out.
std::vector<GoldSentence> read_treebank(std::string_view conllu);

struct Example {
  std::vector<syntax::FeatureIds> ids;
  std::vector<std::uint32_t> vectors;  ///< row of Model::word_vectors and one; 0 for none
  std::vector<std::int32_t> heads;
  std::vector<std::uint16_t> tags, relations, names;
  std::size_t size() const { return heads.size(); }
};

/// Labels and words (those seen at least `least_count` times) into the lists of the model, sorted.
void collect_labels(const std::vector<GoldSentence>& sentences, int least_count, syntax::Model& model);

/// Labels that the model does not know become its first.
std::vector<Example> examples_of(const std::vector<GoldSentence>& sentences, const syntax::Model& model);

}  // namespace dateline::train
