// Short ids from content, and what to do when two contents give one id.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::merging {

/// What an id is made from: `content` alone when nobody else has it, `content` and `detail` otherwise.
struct IdSource {
  std::string content;
  std::string detail;
};

/// Prefix and `digits` hexadecimal digits of a hash for each source, all different. Of sources with equal content the
/// one with the smallest detail (ties: the first) keeps the plain id; the ids do not depend on the other sources'
/// order.
std::vector<std::string> distinct_ids(std::string_view prefix, std::size_t digits,
                                      const std::vector<IdSource>& sources);

}  // namespace dateline::merging
