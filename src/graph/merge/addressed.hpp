// "Last Friday A told B" and "last week A held talks with B": what was said at a meeting has its day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dateline/model/knowledge.hpp"
#include "dateline/resources.hpp"

namespace dateline::merging {

class Addressed {
 public:
  /// Reads en/merge/addressed. Throws Error{resource} on a bad row.
  explicit Addressed(const Resources& resources);

  /// Gives each meeting of two people that is told by a longer time than a day the day on which what one said to the other in that time was
  /// said, when it was all said on one day (basis: inferred; the longer time stays as an alternative, for the reason `why`). The indices of these meetings.
  std::vector<std::size_t> date_meetings(std::vector<Event>& events, const std::string& why) const;

 private:
  struct Row {
    std::string type, speaker, addressee, meeting;
  };
  bool is_addressed(const Event& event) const;
  bool is_undated_meeting(const Event& event) const;
  bool between(const Event& said, const Event& meeting) const;
  std::optional<EventDate> day_of(const Event& meeting, const std::vector<const Event*>& said) const;
  std::vector<Row> rows_;
};

}  // namespace dateline::merging
