// Time expressions: recognition (TIMEX3) and resolution against the publication date.
#pragma once

#include <memory>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "dateline/resources.hpp"

namespace dateline {

/// Immutable after construction; its rules are read once.
class TimeFinder {
 public:
  /// Throws Error{resource} on a bad row.
  explicit TimeFinder(const Resources& resources);
  ~TimeFinder();

  /// Fills `times`, `time_tokens` and the anchor.
  void operator()(const Document& document, Extraction& extraction) const;

 private:
  struct Rules;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace dateline
