// Rewrites: a date that a text leaves to be counted from the day it was written on, when others date the same happening so.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/resources.hpp"
#include "graph/merge/amended.hpp"
#include "graph/merge/entities.hpp"
#include "graph/merge/labels.hpp"
#include "graph/merge/tellings.hpp"

namespace dateline::merging {

/// How the day of a past expression moves with the day that it is counted from: resources/en/merge/recounts.tsv.
class Recounts {
 public:
  /// Throws Error{resource} on a bad row.
  explicit Recounts(const Resources& resources);

  bool has(std::string_view rule) const { return rules_.contains(rule); }

  /// The day that an expression of this rule means when counted from `written`, if it means `day` when counted from
  /// `published`. Nothing for a rule without row and for a weekday still to come.
  std::optional<DayNumber> day(std::string_view rule, DayNumber day, DayNumber published, DayNumber written) const;

 private:
  enum class Counts { latest, before, days };
  std::map<std::string, Counts, std::less<>> rules_;
};

/// Where a document is known to count from an earlier day than its publication (DocumentInfo::anchor_edtf, or the one such day that
/// its relative dates already count from), a relative date that still
/// counts from publication follows when a happening of the same type and people is told by at least two independent origins, or once with
/// an absolute date, on exactly the day that it means from there; and on no other day near by. Whether any did.
bool follow_other_tellings(Amended& amended, const std::vector<Telling>& tellings,
                           const std::vector<DocumentInfo>& documents, const EntityTable& entities,
                           const Recounts& recounts, const Labels& labels);

}  // namespace dateline::merging
