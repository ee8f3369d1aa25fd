// Numbers of the command line and of CoNLL-U.
#pragma once

#include <charconv>
#include <string>

#include "dateline/base/error.hpp"

namespace dateline::train {

/// The whole text as a number. Throws Error{usage} that names `where` (an option, a format).
template <class Number>
Number number_of(const std::string& where, const std::string& text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    throw Error(ErrorKind::usage, where, "'" + text + "' is no number");
  return value;
}

}  // namespace dateline::train
