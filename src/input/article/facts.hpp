// What can be seen of each piece of an article before its neighbours are looked at.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/article/draft.hpp"
#include "input/date/written_date.hpp"

namespace dateline::input {

struct Facts {
  std::string_view text;
  std::string folded;  ///< of short pieces only: "" when longer than `longest_line` words
  std::size_t words = 0;
  bool sentence = false;           ///< ends like one
  bool prose = false;              ///< long enough and closed: a sentence of an article, most likely
  std::vector<WrittenDate> dates;  ///< of a date line
  bool date_line = false;          ///< dates, times and little else
  bool bare_date = false;          ///< dates, times and the words that go with them, nothing else
  bool named = false;              ///< a date line that names an author or an agency as well
  bool cue_line = false;           ///< nothing but words such as "Published:"
  bool byline = false;             ///< "By ..." or an agency's name alone
  bool names = false;              ///< two to eight words, all of names: authors, when a date stands beside them
  bool credit = false;             ///< NAME / POOL / SITE
  bool furniture = false;          ///< share bar, address of the web, telephone number, breadcrumbs
};

/// Pieces of more words are never lines of a page's furniture.
inline constexpr std::size_t longest_line = 100;

Facts facts_of(std::string_view text, const Rules& rules);

/// The kinds of dates in a date line, one for each of Facts::dates: by the nearest cue before it ("Updated 5 May"),
/// nothing without one.
std::vector<std::optional<DateCue>> date_cues(const Facts& facts, const Rules& rules);

/// The last cue in a line that has no date ("Published:").
std::optional<DateCue> cue_in(const Facts& facts, const Rules& rules);

/// The author or authors of a byline, without "By", the date, and the time.
std::string byline_names(const Facts& facts, const Rules& rules);

}  // namespace dateline::input
