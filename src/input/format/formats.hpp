// One function a format: decoded UTF-8 into drafts, in order. What cannot be read is a problem, and the rest goes on.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "dateline/input.hpp"
#include "input/article/draft.hpp"

namespace dateline::input {

using FoundDraft = std::function<void(Draft&&)>;
using FoundProblem = std::function<void(Problem&&)>;

/// A longer text is no article and is refused: 8 MB, twice the longest novels.
inline constexpr std::size_t largest_text = std::size_t{8} << 20;

struct Input {
  std::string name;  ///< of the source
  std::string text;  ///< the whole of it, UTF-8
  const Rules& rules;
};

/// Plain text and Markdown: the text unaltered.
Draft text_draft(std::string source, std::string text, const Rules& rules);

void read_html(Input&& input, const FoundDraft& found, const FoundProblem& problem);
void read_json(Input&& input, const FoundDraft& found, const FoundProblem& problem);
void read_json_lines(Input&& input, const FoundDraft& found, const FoundProblem& problem);
void read_feed(Input&& input, const FoundDraft& found, const FoundProblem& problem);

}  // namespace dateline::input
