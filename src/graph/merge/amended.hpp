// Readings whose dates merging counts anew. What was given is never changed: a document is copied when its first date moves.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/merge/entity_nodes.hpp"

namespace dateline::merging {

/// What a time expression says when it is counted from another day.
struct Recounted {
  std::string value, mod, edtf;
  std::string anchor;  ///< EDTF of the day that it is counted from
  std::string why;     ///< the derivation, for a person
  std::vector<DateAlternative> alternatives;
  std::string own_why;  ///< beside the reading that it had
};

class Amended {
 public:
  explicit Amended(Readings readings) : readings_(std::move(readings)), copies_(readings_.size()) {}

  const Readings& readings() const { return readings_; }

  /// The one day (EDTF) that expressions of a document count from since they were recounted, with its reason, and not from its
  /// publication as before; nothing when none was, or several days are.
  std::optional<std::pair<std::string, std::string>> anchor(std::uint32_t document) const;

  /// Gives a time expression another value, and the events that it dates or bounds with it. The reading that it had stays as an
  /// alternative of both. False, and nothing is changed, when the value is no EDTF.
  bool recount(std::uint32_t document, std::uint32_t time, const Recounted& to);

  /// Events from one day to another follow when both were recounted. `moved`: days before and after; `own_why` as in Recounted.
  void follow_ranges(std::uint32_t document, const std::map<std::string, std::string>& moved,
                     const std::string& own_why);

 private:
  Findings& findings(std::uint32_t document);

  Readings readings_;
  std::vector<std::unique_ptr<Reading>> copies_;
  std::map<std::uint32_t, std::map<std::string, std::string>> anchors_;  ///< by document: days counted from since, why
};

/// The day of publication; nothing when only a month or less is known.
std::optional<DayNumber> day_published(const Document& document);

/// The one day that an EDTF text denotes; nothing for a longer time or none.
std::optional<DayNumber> single_day(std::string_view edtf);

}  // namespace dateline::merging
