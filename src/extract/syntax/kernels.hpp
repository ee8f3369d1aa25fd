// Products of integers, the inner loops of the network. All versions give the same sums: integers do not round.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::syntax {

/// Inputs are bytes from 1 to 127 that stand for -63 to 63: so small that two products with 8-bit weights, added up, fit
/// into the 16 bits in which the machines without a better instruction add them.
inline constexpr int input_range = 63;
inline constexpr int input_zero = 64;

/// A matrix of 8-bit weights in the order in which the kernels read it: blocks of 16 rows; in a block, four columns after
/// four columns, the 16 rows' weights for these side by side.
class PackedWeights {
 public:
  PackedWeights() = default;
  /// `weights` holds `rows` rows of `columns` numbers from -127 to 127.
  PackedWeights(const std::int8_t* weights, std::size_t rows, std::size_t columns);

  std::size_t rows() const { return rows_; }
  /// Numbers that a row of sums takes: rows() up to whole blocks.
  std::size_t sums_size() const { return (rows_ + block - 1) / block * block; }

  /// sums[k * sums_size() + r] = row r times input k, for `inputs` inputs of 1 to 4 that lie `step` apart. An input has
  /// `columns` bytes, and up to three more of any value that make it a multiple of four.
  void multiply(const std::uint8_t* in, std::size_t inputs, std::size_t step, std::int32_t* sums) const;

  static constexpr std::size_t block = 16;

 private:
  std::size_t rows_ = 0;
  std::size_t quads_ = 0;
  std::vector<std::int8_t> values_;
  std::vector<std::int32_t> starts_;  ///< what makes up for the inputs' zero, one a row
};

/// Which kernels multiply() uses from now on: "vnni", "avx512", "avx2" or "plain"; false when this machine has none of that
/// name. At the start they are the fastest of this machine. For tests.
bool use_kernels(std::string_view name);
void use_best_kernels();

}  // namespace dateline::syntax
