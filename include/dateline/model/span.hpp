#pragma once

#include <compare>
#include <cstdint>

namespace dateline {

/// Half-open run of places. Which places (bytes, code points, tokens) is said by the member that holds it.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(std::uint32_t place) const { return begin <= place && place < end; }
  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

}  // namespace dateline
