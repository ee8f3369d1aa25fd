// Events with their roles, date, status and attribution, and relations between entities.
#pragma once

#include <memory>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "dateline/resources.hpp"

namespace dateline {

/// Immutable after construction; its rules are read once.
class EventFinder {
 public:
  /// Throws Error{resource} on a bad row.
  explicit EventFinder(const Resources& resources);
  ~EventFinder();

  /// Whether `steps` also tells which words nearly triggered an event, and what they lacked.
  enum class NearMisses { no, yes };

  /// Fills `events` and `relations`.
  void operator()(const Document& document, Extraction& extraction, NearMisses near = NearMisses::no) const;

  struct Rules;

 private:
  std::unique_ptr<const Rules> rules_;
};

}  // namespace dateline
