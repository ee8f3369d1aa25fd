// Why an event has its date, for a person: rows of resources/en/event/date_reasons.tsv.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "dateline/model/date.hpp"
#include "dateline/resources.hpp"

namespace dateline {

/// How near in time things are for one to lend the other its date.
constexpr DayNumber a_week = 7, a_month = 31, a_year = 366;

/// Ids of the rows.
namespace date_reason {
inline constexpr std::string_view own_clause = "own-clause", carried = "carried", carrying_verb = "carrying-verb",
                                  object = "object", occasion = "occasion", paper = "paper",
                                  coordinated_verbs = "coordinated-verbs", coordinated_clauses = "coordinated-clauses",
                                  main_clause = "main-clause", continued = "continued", begun = "begun",
                                  beside = "beside", beginning = "beginning", few = "few", length = "length",
                                  since_they_came = "since-they-came", cause = "cause", doing = "doing",
                                  during = "during", only_date = "only-date", after_time = "after-time",
                                  before_time = "before-time", before_saying = "before-saying",
                                  after_saying = "after-saying", earlier_reading = "earlier-reading", retold = "retold",
                                  meeting = "meeting", thread = "thread", side_by_side = "side-by-side",
                                  same_occasion = "same-occasion", publication = "publication", between = "between",
                                  day_retold = "day-retold", counted_from_saying = "counted-from-saying",
                                  anchored = "anchored", counted_back = "counted-back", sudden = "sudden",
                                  at_once = "at-once", news = "news", reaction = "reaction", opening = "opening",
                                  remarks = "remarks", as_it_was_said = "as-it-was-said", named = "named",
                                  day_told_later = "day-told-later", day_itself = "day-itself",
                                  until_then = "until-then", anniversary = "anniversary", same_day = "same-day";
inline constexpr std::array all = {own_clause,
                                   carried,
                                   carrying_verb,
                                   object,
                                   occasion,
                                   paper,
                                   coordinated_verbs,
                                   coordinated_clauses,
                                   main_clause,
                                   continued,
                                   begun,
                                   beside,
                                   beginning,
                                   few,
                                   length,
                                   since_they_came,
                                   cause,
                                   doing,
                                   during,
                                   only_date,
                                   after_time,
                                   before_time,
                                   before_saying,
                                   after_saying,
                                   earlier_reading,
                                   retold,
                                   meeting,
                                   thread,
                                   side_by_side,
                                   same_occasion,
                                   publication,
                                   between,
                                   day_retold,
                                   counted_from_saying,
                                   anchored,
                                   counted_back,
                                   sudden,
                                   at_once,
                                   news,
                                   reaction,
                                   opening,
                                   remarks,
                                   as_it_was_said,
                                   named,
                                   day_told_later,
                                   day_itself,
                                   until_then,
                                   anniversary,
                                   same_day};
}  // namespace date_reason

class DateReasons {
 public:
  /// Throws Error{resource} when a reason has no words, or a row is no reason.
  explicit DateReasons(const Resources& resources);
  /// "in its own clause"
  const std::string& words(std::string_view reason) const { return words_.find(reason)->second; }

 private:
  std::map<std::string, std::string, std::less<>> words_;
};

}  // namespace dateline
