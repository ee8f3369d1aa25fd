// Who published a text, by its copyright line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/article/facts.hpp"

namespace dateline::input {

/// The owner in the first copyright line among the boilerplate: "SNN" of "© 2024 SNN. All Rights Reserved"; "" for
/// none.
std::string publisher_in(const std::vector<Facts>& facts, const std::vector<BlockKind>& kinds, const Rules& rules);

/// "Bridge opens | The Arden Courier": the headline and the site that a title ends with. The site is "" when there is
/// none.
struct SitedTitle {
  std::string_view headline, site;
};
SitedTitle without_site(std::string_view title, const std::vector<std::string_view>& separators);

}  // namespace dateline::input
