#include "extract/syntax/kernels.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>
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

/// Every shape and number of inputs against the plain sums.
void check_sums() {
  Numbers numbers;
  for (const std::size_t rows : {1U, 15U, 16U, 17U, 50U}) {
    for (const std::size_t columns : {1U, 2U, 31U, 64U, 70U}) {
      std::vector<std::int8_t> weights(rows * columns);
      for (std::int8_t& weight : weights) weight = static_cast<std::int8_t>(numbers.next(255) - 127);
      const std::size_t step = (columns + 3) / 4 * 4;
      std::vector<std::uint8_t> in(4 * step);
      for (std::uint8_t& byte : in) byte = static_cast<std::uint8_t>(numbers.next(127) + 1);
      const PackedWeights packed(weights.data(), rows, columns);
      for (std::size_t inputs = 1; inputs <= 4; ++inputs) {
        std::vector<std::int32_t> sums(packed.sums_size() * inputs);
        packed.multiply(in.data(), inputs, step, sums.data());
        for (std::size_t k = 0; k < inputs; ++k) {
          for (std::size_t r = 0; r < rows; ++r) {
            std::int32_t expected = 0;
            for (std::size_t c = 0; c < columns; ++c)
              expected += weights[r * columns + c] * (in[k * step + c] - input_zero);
            REQUIRE(sums[k * packed.sums_size() + r] == expected);
          }
        }
      }
    }
  }
}

/// The greatest products that there can be, where narrow sums would overflow.
void check_extremes() {
  for (const int weight : {-127, 127}) {
    for (const int byte : {1, 127}) {
      const std::vector<std::int8_t> weights(std::size_t{16} * 1024, static_cast<std::int8_t>(weight));
      const std::vector<std::uint8_t> in(1024, static_cast<std::uint8_t>(byte));
      std::vector<std::int32_t> sums(16);
      PackedWeights(weights.data(), 16, 1024).multiply(in.data(), 1, 1024, sums.data());
      REQUIRE(sums[3] == 1024 * weight * (byte - input_zero));
    }
  }
}

TEST_CASE("the kernels of every kind that this machine has give the plain sums") {
  for (const std::string_view name : {"plain", "avx2", "avx512", "vnni", ""}) {
    if (!use_kernels(name)) continue;
    CAPTURE(name);
    check_sums();
    check_extremes();
  }
  use_best_kernels();
}

}  // namespace
}  // namespace dateline::syntax
