// The trained model as values, and its form on disk: one blob with magic, version, fingerprint of the feature templates,
// label lists, vocabulary, lemma rules, weights as 8-bit integers with one scale a row, and a checksum.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/syntax/lexicon.hpp"

namespace dateline::syntax {

/// A matrix of weights; row r stands for weights[r * columns + c] * scales[r].
struct Tensor {
  std::string name;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::vector<std::int8_t> weights;
  std::vector<float> scales;

  float at(std::uint32_t row, std::uint32_t column) const {
    return static_cast<float>(weights[std::size_t{row} * columns + column]) * scales[row];
  }
};

/// A table of vectors in half bytes: number c of row r stands for (half byte - 8) * scales[r]. Rows end on a byte.
struct VectorTable {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::vector<std::uint8_t> halves;
  std::vector<float> scales;

  float at(std::uint32_t row, std::uint32_t column) const {
    const std::uint8_t both = halves[std::size_t{row} * row_bytes() + column / 2];
    return static_cast<float>((column % 2 == 0 ? both & 15 : both >> 4) - 8) * scales[row];
  }
  std::size_t row_bytes() const { return (columns + 1) / 2; }
};

/// A row of numbers that stay as they are.
struct Vector {
  std::string name;
  std::vector<float> values;
};

/// Words with this tag and ending lose `cut` bytes and get `add`. The longest ending wins; of several rules for one ending,
/// the first that gives a known word.
struct LemmaRule {
  std::string tag;     ///< as in Model::tags: UPOS|XPOS
  std::string ending;  ///< of the lower-cased form; "^" in front stands for the start of the word
  std::uint8_t cut = 0;
  std::string add;
};

struct Model {
  std::string note;                    ///< what it was trained on and under which licence
  std::vector<std::string> tags;       ///< UPOS|XPOS
  std::vector<std::string> relations;  ///< Universal Dependencies, with subtypes
  std::vector<std::string> names;      ///< "O", "B-PER", ...
  std::vector<std::uint32_t> words;    ///< word_key of every word of the vocabulary; its embedding is row index + 1
  std::vector<std::uint32_t> vector_words;  ///< word_key of every word with a pretrained vector
  VectorTable word_vectors;                 ///< a row each of them; no rows when there are none
  LexiconLists lexicon;
  std::vector<LemmaRule> lemma_rules;
  std::vector<Tensor> tensors;
  std::vector<Vector> vectors;
};

/// Rounds every row to 8 bits by its greatest magnitude.
Tensor quantized(std::string name, std::uint32_t rows, std::uint32_t columns, const std::vector<float>& values);

/// The same to half bytes.
VectorTable halved(std::uint32_t rows, std::uint32_t columns, const std::vector<float>& values);

std::string write_model(const Model& model);

/// Throws Error{resource} when the bytes are no model, of another version, made for other features, or damaged.
Model read_model(std::string_view where, std::string_view bytes);

/// Throws Error{resource} when there is none of that name or its shape is not the expected one.
const Tensor& tensor(const Model& model, std::string_view name, std::size_t rows, std::size_t columns);
const VectorTable& word_vectors(const Model& model, std::size_t columns);
const std::vector<float>& vector(const Model& model, std::string_view name, std::size_t size);

}  // namespace dateline::syntax
