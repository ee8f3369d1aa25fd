// The network of extract/syntax in 32-bit numbers, with its derivative.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/syntax/model.hpp"
#include "extract/syntax/network.hpp"
#include "train/lstm.hpp"
#include "train/parameter.hpp"
#include "train/treebank.hpp"

namespace dateline::train {

struct Losses {
  double tag = 0, name = 0, arc = 0, relation = 0;  ///< sums of cross-entropies over words
  std::size_t words = 0;
};

struct Dropouts {
  float word = 1.0F;     ///< a word seen n times is taken for an unknown one with probability word / (word + n)
  float vector = 0.05F;  ///< pretrained vectors, as if a word had none
  float input = 0.33F;   ///< numbers of the input
  float hidden = 0.33F;  ///< numbers between the layers
};

class JointNetwork {
 public:
  /// `counts`: how often each row of the word embedding is used in the training sentences.
  JointNetwork(const syntax::Sizes& sizes, const syntax::Model& labels, std::vector<std::size_t> counts,
               Random& random);

  std::vector<Parameter*> parameters();

  /// Forward and backward over a batch; gradients of the mean loss a word are added up. `batch` is by falling length.
  Losses learn(const std::vector<const Example*>& batch, const Dropouts& dropouts, float name_weight, Random& random);

  /// The trained weights into the model, rounded to 8 bits.
  void save(syntax::Model& model);

 private:
  struct Pass;

  void embed(Pass& pass, const Dropouts& dropouts, Random& random);
  void scatter(Pass& pass);
  void join_upper_input(Pass& pass, const Matrix& below, const Matrix& tags);
  void split_upper_gradient(Pass& pass, const Matrix& gradient, Matrix& below_gradient, Matrix& input_gradient);
  void learn_heads(Pass& pass);
  void learn_sentence_heads(Pass& pass, std::size_t sentence);
  void learn_relations(Pass& pass, float dropout, Random& random);

  syntax::Sizes sizes_;
  std::vector<std::size_t> counts_;
  Matrix vectors_;  ///< as in the model, with one row of zeros before; they stay as they are
  std::vector<Parameter> embeddings_;
  Memory lower_, upper_, top_;
  Parameter tag_, tag_bias_, tag_embedding_, name_, name_bias_;
  Parameter arc_, arc_bias_, arc_product_, arc_head_, root_arc_;
  Parameter relation_, relation_bias_, relation_out_, relation_out_bias_, root_relation_;
};

}  // namespace dateline::train
