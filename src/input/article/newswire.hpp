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

/// The dateline of a paragraph. A place alone counts in capitals ("MOSCOW: ") or when the tables know it ("Kyiv, Ukraine - "); beside an
/// agency or a day in any form. A day alone counts before a dash ("March 4, 2025 - ").
std::optional<Newswire> newswire_of(std::string_view paragraph, const Rules& rules);

}  // namespace dateline::input
