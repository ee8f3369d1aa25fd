// The joint network: tags, names, heads and relations of one sentence.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "extract/syntax/features.hpp"
#include "extract/syntax/layers.hpp"
#include "extract/syntax/model.hpp"
#include "extract/syntax/tree.hpp"

namespace dateline::syntax {

/// Sizes that the trainer may choose; the parser reads them from the shapes of the model's tensors.
struct Sizes {
  std::uint32_t hidden = 96;    ///< of each direction of each memory
  std::uint32_t arc = 96;       ///< of the vectors that choose heads
  std::uint32_t relation = 64;  ///< of the vectors that choose relations
};

/// Labels are indices into the model's lists.
struct ParsedWord {
  std::int32_t head = -1;  ///< index in the sentence; -1 for the root
  std::uint16_t tag = 0;
  std::uint16_t relation = 0;
  std::uint16_t name = 0;
  float confidence = 0;  ///< of head and relation together
};

/// Sentences longer than this are parsed in pieces, so that the cost stays linear in the length of a text.
inline constexpr std::size_t longest_piece = 128;

class Network {
 public:
  /// Throws Error{resource} when the model lacks weights.
  explicit Network(const Model& model);

  /// Working memory of one thread, to be used again.
  struct Scratch {
    FeatureScratch words;
    std::vector<TokenFeatures> features;
    std::vector<ParsedWord> piece;
    ByteRows in, arc_in;
    IntegerRows arc_words, arc_heads;
    BiLstm::Scratch memory;
    std::vector<float> row, classes, below, above, top, tags, names, arc, transformed, relation, logits, scores,
        head_biases;
    std::vector<std::uint16_t> came_from;
    std::vector<std::int32_t> sums, heads;
    TreeScratch tree;
  };

  /// One entry a form; always one root. Any bytes will do.
  void parse(std::span<const std::string_view> forms, Scratch& scratch, std::vector<ParsedWord>& out) const;

 private:
  void parse_piece(std::span<const std::string_view> forms, Scratch& scratch) const;
  void encode(std::span<const std::string_view> forms, Scratch& scratch) const;
  void choose_tags(Scratch& scratch) const;
  void join_upper_input(Scratch& scratch) const;
  void choose_names(Scratch& scratch) const;
  void score_arcs(Scratch& scratch) const;
  void choose_relations(Scratch& scratch) const;

  Sizes sizes_;
  KeyTable rows_of_words_, rows_of_vectors_;
  Lexicon lexicon_;
  std::vector<Tensor> embeddings_;
  VectorTable vectors_;
  Tensor tag_embedding_;
  BiLstm lower_, upper_, top_;
  Layer tag_, name_, arc_, arc_product_, relation_;
  Layer relation_out_;
  std::vector<float> root_arc_, root_relation_, head_bias_;
  std::vector<bool> may_follow_;  ///< [before * names + after], the last row for the start of a sentence
  std::size_t tags_ = 0, relations_ = 0, names_ = 0;
};

}  // namespace dateline::syntax
