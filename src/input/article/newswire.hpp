// The dateline that opens a newswire report: "MOSCOW, Nov 4 (Reuters) - ".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/date/written_date.hpp"
#include "input/rules.hpp"

namespace dateline::input {

struct Newswire {
  std::string place;  ///< "MOSCOW"; "" when only the agency is named
  std::vector<std::string> agencies;
  std::optional<WrittenDate> date;  ///< often without a year
  std::size_t size = 0;             ///< bytes from the start of the paragraph to the report's first word
};

/// The dateline of a paragraph. A place alone counts only in capitals ("MOSCOW: "); beside an agency or a day in any
/// form.
std::optional<Newswire> newswire_of(std::string_view paragraph, const Rules& rules);

}  // namespace dateline::input
