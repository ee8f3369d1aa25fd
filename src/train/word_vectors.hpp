// Pretrained word vectors, such as GloVe's, into a model.
#pragma once

#include <cstddef>
#include <string>

#include "extract/syntax/model.hpp"

namespace dateline::train {

/// Reads the first `most` words of a file in GloVe's form: a line a word, with syntax::word_size numbers after it, the most
/// frequent first. Words that are one to the network (digits count as 0) get the first one's vector. Throws Error{input}
/// when the file cannot be read or a line has another number of numbers.
void read_vectors(const std::string& file, std::size_t most, syntax::Model& model);

}  // namespace dateline::train
