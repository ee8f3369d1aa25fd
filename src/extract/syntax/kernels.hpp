// Products of integers, the inner loops of the network. All versions give the same sums: integers do not round.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::syntax {

/// A matrix of 8-bit weights in the order in which the kernels read it: blocks of 16 rows; in a block, pair after pair of
/// columns, the 16 rows' weights for that pair side by side.
class PackedWeights {
 public:
  PackedWeights() = default;
  /// `weights` holds `rows` rows of `columns` numbers.
  PackedWeights(const std::int8_t* weights, std::size_t rows, std::size_t columns);

  std::size_t rows() const { return rows_; }
  /// Numbers that a row of sums takes: rows() up to whole blocks.
  std::size_t sums_size() const { return (rows_ + block - 1) / block * block; }

  /// sums[k * sums_size() + r] = row r times input k, for `inputs` inputs of 1 to 4 that lie `step` apart. An input has
  /// `columns` numbers and, when that is odd, one more that is 0.
  void multiply(const std::int16_t* in, std::size_t inputs, std::size_t step, std::int32_t* sums) const;

  static constexpr std::size_t block = 16;

 private:
  std::size_t rows_ = 0;
  std::size_t pairs_ = 0;
  std::vector<std::int8_t> values_;
};

}  // namespace dateline::syntax
