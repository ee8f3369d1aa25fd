// Trains the judge of sentence boundaries (extract/text/boundary.hpp) from the raw text of CoNLL-U files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/resources.hpp"

namespace dateline::train {

/// The text of a document as the treebank gives it, paragraphs apart by a blank line, and where its sentences end.
struct RawDocument {
  std::string text;
  std::vector<std::size_t> ends;  ///< bytes
};

std::vector<RawDocument> raw_documents(std::string_view conllu);

struct BoundaryOptions {
  std::uint32_t bits = 14;
  int epochs = 6;
  float rate = 0.1F, decay = 1e-3F;
  float threshold = 0, edited_threshold = 1.5F;  ///< log odds that a boundary must exceed
};

/// Bytes of the model; the same documents and options give the same bytes.
std::string train_boundaries(const std::vector<RawDocument>& documents, const Resources& resources,
                             const BoundaryOptions& options, std::string_view note);

/// The program: FILE.conllu... --out FILE [--note FILE] [--bits N] [--epochs N] [--threshold T]
void run_boundary_trainer(const std::vector<std::string>& arguments);

}  // namespace dateline::train
