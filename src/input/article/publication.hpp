// Which of the dates around an article is the day it was published.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "input/article/classifier.hpp"
#include "input/article/newswire.hpp"

namespace dateline::input {

/// What is known besides the pieces.
struct Surroundings {
  std::string url, file;
  std::optional<Newswire> newswire;
  int newswire_line = 0;
  std::optional<std::string> fallback_date;
};

/// From the text's own date lines (a published date before one without a cue), the dateline, the address, an updated
/// date, the name of the file, and the fallback, in this order. Dates in prose never count.
std::optional<Published> publication(const Draft& draft, const std::vector<Facts>& facts, const Classified& kinds,
                                     const Surroundings& around, const Rules& rules);

/// The day of the dateline (EDTF) when it lies before that of publication: "MOSCOW, Nov 4 (Reuters) -" under a page of 9 November. Without a
/// year it is the last such day, and counts only if it is at most 60 days back. "" for none.
std::string older_dateline(const std::optional<Newswire>& newswire, const std::optional<Published>& published);

}  // namespace dateline::input
