#include "extract/event/date_reasons.hpp"

#include <algorithm>

#include "dateline/base/error.hpp"

namespace dateline {

DateReasons::DateReasons(const Resources& resources) {
  const Table& table = resources.table("en/event/date_reasons");
  for (const Row& row : table.rows) {
    const std::string& id = row.cells.front();
    if (std::find(date_reason::all.begin(), date_reason::all.end(), id) == date_reason::all.end())
      fail(row, "no event takes its date for the reason '" + id + "'");
    words_[id] = table.cell(row, "text");
  }
  for (const std::string_view reason : date_reason::all) {
    if (!words_.contains(reason))
      throw Error(ErrorKind::resource, "en/event/date_reasons", "the reason '" + std::string(reason) + "' has no row");
  }
}

}  // namespace dateline
