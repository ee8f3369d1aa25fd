// Prose blocks into sentences and tokens (Universal Dependencies' English tokenization).
#pragma once

#include <memory>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "dateline/resources.hpp"

namespace dateline {

/// Immutable after construction; its rules are read once.
class Segmenter {
 public:
  /// Throws Error{resource} on a bad row.
  explicit Segmenter(const Resources& resources);
  ~Segmenter();

  /// Fills `tokens` (places only) and `sentences`.
  void operator()(const Document& document, Extraction& extraction) const;

 private:
  struct Rules;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace dateline
