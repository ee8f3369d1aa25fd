// Who and what a document speaks of: names, nominals, pronouns, and which of them are the same.
#pragma once

#include <memory>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "dateline/resources.hpp"

namespace dateline {

/// Immutable after construction; its rules are read once.
class EntityFinder {
 public:
  /// Throws Error{resource} on a bad row.
  explicit EntityFinder(const Resources& resources);
  ~EntityFinder();

  /// Fills `entities`.
  void operator()(const Document& document, Extraction& extraction) const;

 private:
  struct Rules;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace dateline
