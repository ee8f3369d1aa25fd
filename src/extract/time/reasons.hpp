// How a date came about, in words for a person: resources/en/time/reasons.tsv.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "dateline/resources.hpp"

namespace dateline::time {

class Reasons {
 public:
  explicit Reasons(const Resources& resources);

  bool has(std::string_view id) const { return texts_.contains(id); }

  /// The words of a reason, with the date that was counted from for {anchor} and the words of a happening for {event}; "" for an id that
  /// the table does not have.
  std::string text(std::string_view id, const std::string& anchor, const std::string& event = "") const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace dateline::time
