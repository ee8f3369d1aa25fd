#include "extract/syntax/kernels.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

namespace dateline::syntax {
namespace {

/// Small numbers in an endless row, the same every time.
class Numbers {
 public:
  int next(int below) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<int>((state_ >> 8) % static_cast<std::uint32_t>(below));
  }

 private:
  std::uint32_t state_ = 7;
};

TEST_CASE("the kernels of this machine give the plain sums, for any shape and any number of inputs") {
  Numbers numbers;
  for (const std::size_t rows : {1U, 15U, 16U, 17U, 50U}) {
    for (const std::size_t columns : {1U, 2U, 31U, 64U}) {
      std::vector<std::int8_t> weights(rows * columns);
      for (std::int8_t& weight : weights) weight = static_cast<std::int8_t>(numbers.next(255) - 127);
      const std::size_t step = columns + columns % 2;
      std::vector<std::int16_t> in(4 * step);
      for (std::size_t i = 0; i < in.size(); ++i) {
        in[i] = i % step < columns ? static_cast<std::int16_t>(numbers.next(32769) - 16384) : std::int16_t{0};
      }
      const PackedWeights packed(weights.data(), rows, columns);
      for (std::size_t inputs = 1; inputs <= 4; ++inputs) {
        std::vector<std::int32_t> sums(packed.sums_size() * inputs);
        packed.multiply(in.data(), inputs, step, sums.data());
        for (std::size_t k = 0; k < inputs; ++k) {
          for (std::size_t r = 0; r < rows; ++r) {
            std::int32_t expected = 0;
            for (std::size_t c = 0; c < columns; ++c) expected += weights[r * columns + c] * in[k * step + c];
            REQUIRE(sums[k * packed.sums_size() + r] == expected);
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace dateline::syntax
