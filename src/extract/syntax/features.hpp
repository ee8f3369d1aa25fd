// What the network sees of a word: ids into its embedding tables. The trainer and the parser share this file, and the model
// carries a fingerprint of it, so that they cannot drift apart.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/syntax/lexicon.hpp"

namespace dateline::syntax {

/// The embedding tables, in the order of their ids. The words' rows are the model's vocabulary; the others are hashed.
enum Slot : std::size_t {
  slot_word,
  slot_suffix3,
  slot_prefix3,
  slot_suffix2,
  slot_shape,
  slot_class,
  slot_name,
  slots
};

struct SlotShape {
  std::uint32_t rows;  ///< 0: as many as the vocabulary has words, and one
  std::uint32_t size;  ///< numbers in a row
};

/// Numbers of a word. A word of the annotated sentences has a row of its own, a frequent word of English a pretrained vector of
/// the same size, and what the network sees is their sum (Dozat and Manning 2017).
inline constexpr std::uint32_t word_size = 100;

inline constexpr std::array<SlotShape, slots> slot_shapes = {
    {{0, word_size}, {4096, 32}, {4096, 24}, {1024, 16}, {1024, 16}, {word_classes, 16}, {name_classes, 16}}};

/// Numbers in the input of the network for one word.
constexpr std::uint32_t input_size() {
  std::uint32_t size = 0;
  for (const SlotShape& shape : slot_shapes) size += shape.size;
  return size;
}

/// The upper memory sees, beside the output of the lower one, an embedding of the tag that was chosen, and once more the
/// numbers of the word's classes, which are the last in the input.
inline constexpr std::uint32_t tag_embedding_size = 32;
inline constexpr std::uint32_t class_size = slot_shapes[slot_class].size + slot_shapes[slot_name].size;
constexpr std::uint32_t upper_input_size(std::uint32_t hidden) { return 2 * hidden + tag_embedding_size + class_size; }

/// Changes whenever the templates or the normalisation do.
std::uint64_t feature_fingerprint();

/// One spelling for many: Unicode quotes and dashes as ASCII, digits as 0. UTF-8 in, UTF-8 out.
std::string normalised(std::string_view form);

/// The key of a word in the vocabulary: a hash of its lower-cased normalised form.
std::uint32_t word_key(std::string_view normalised_form);

using FeatureIds = std::array<std::uint32_t, slots>;

struct TokenFeatures {
  std::uint32_t key;  ///< word_key, to be looked up in the vocabulary
  FeatureIds ids;     ///< slot_word is left 0, which means unknown
};

/// Working memory, to be used again.
struct FeatureScratch {
  std::vector<std::string> words;
  std::vector<std::uint32_t> names;
};

/// One entry a form. A sentence all in capitals (a headline) is read as if in lower case.
void sentence_features(std::span<const std::string_view> forms, const Lexicon& lexicon, FeatureScratch& scratch,
                       std::vector<TokenFeatures>& out);

}  // namespace dateline::syntax
