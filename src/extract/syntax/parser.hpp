// Tags, lemmas, dependency trees (Universal Dependencies) and names.
#pragma once

#include <memory>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "dateline/resources.hpp"

namespace dateline {

/// Immutable after construction; its rules are read once.
class Parser {
 public:
  /// Throws Error{resource} on a bad row.
  explicit Parser(const Resources& resources);
  ~Parser();

  /// Fills `lemma`, `upos`, `xpos`, `head`, `deprel`, `name` and `confidence` of every token.
  void operator()(const Document& document, Extraction& extraction) const;

 private:
  struct Rules;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace dateline
