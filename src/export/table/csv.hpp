// Rows of a table, comma- or tab-separated.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// A row of RFC 4180 with its line end (CRLF); NUL, which readers refuse, is dropped.
std::string csv_row(std::span<const std::string> cells);
std::string csv_row(std::initializer_list<std::string> cells);

/// A row whose cells are parted by tabs and stand unquoted, as in the event files of ICEWS: tabs and line ends in a cell
/// become spaces, and a straight quotation mark that opens one is curled, since R and pandas would read on to the next.
std::string tsv_row(std::initializer_list<std::string> cells);

}  // namespace dateline
