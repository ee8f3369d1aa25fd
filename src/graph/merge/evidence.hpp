// The exact words that a finding rests on.
#pragma once

#include <string>
#include <vector>

#include "dateline/base/utf8.hpp"
#include "dateline/model/knowledge.hpp"
#include "graph/merge/entities.hpp"

namespace dateline::merging {

/// Texts of the documents by code points.
class Quotes {
 public:
  explicit Quotes(const Readings& readings);
  std::string text(std::uint32_t document, const Span& span) const;

 private:
  std::vector<utf8::Places> places_;
};

Evidence evidence_of(const EventMention& mention, std::uint32_t document, const Readings& readings,
                     const EntityTable& entities, const Quotes& quotes);
Evidence evidence_of(const RelationMention& mention, std::uint32_t document, const Readings& readings,
                     const Quotes& quotes);

}  // namespace dateline::merging
