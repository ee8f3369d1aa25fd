// Places of one text: from code points, which the store counts in, to bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dateline/model/span.hpp"

namespace dateline::store {

/// O(1) after O(n): one entry per 64 code points. The text must outlive it.
class Places {
 public:
  explicit Places(std::string_view text);

  /// Where the code point begins; the end of the text for places past it.
  std::uint32_t byte(std::uint32_t code_point) const;
  /// The words of a span of code points, clipped to the text.
  std::string_view words(Span code_points) const;
  /// Number of code points.
  std::uint32_t length() const { return length_; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> blocks_;
  std::uint32_t length_ = 0;
};

}  // namespace dateline::store
