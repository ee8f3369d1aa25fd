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

  /// Puts the names in place of the tagger's in Token::name: persons, organizations, places (countries and buildings too), others.
  /// Adjectives and words for people ("Russian") are none. For showing and scoring; the entity stage reads the tagger's own labels.
  void label(const Document& document, Extraction& extraction) const;

 private:
  struct Rules;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace dateline
