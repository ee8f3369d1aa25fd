// The layers of the network as integers: 8-bit weights times 7-bit activations, summed in 32 bits, so that the result does
// not depend on the order of the sums or on the machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/syntax/kernels.hpp"
#include "extract/syntax/model.hpp"

namespace dateline::syntax {

/// Rows of bytes that share a scale a row, as PackedWeights takes them. A shorter rounding than to 63 steps costs labels.
struct ByteRows {
  std::size_t padded = 0;
  std::vector<std::uint8_t> values;
  std::vector<float> scales;

  void reset(std::size_t rows, std::size_t columns);
  const std::uint8_t* row(std::size_t index) const { return values.data() + index * padded; }
  /// Rounds a row of numbers so that the greatest becomes `input_range`.
  void set(std::size_t index, const float* from, std::size_t columns);
};

/// The same in 16 bits, where activations meet activations.
struct IntegerRows {
  std::size_t padded = 0;
  std::vector<std::int16_t> values;
  std::vector<float> scales;

  void reset(std::size_t rows, std::size_t columns);
  std::int16_t* row(std::size_t index) { return values.data() + index * padded; }
  const std::int16_t* row(std::size_t index) const { return values.data() + index * padded; }
  /// Rounds a row of numbers so that the greatest becomes `product_range`.
  void set(std::size_t index, const float* from, std::size_t columns);
};

/// 2800 * 2800 * 256 columns stay below 2^31.
inline constexpr int product_range = 2800;

/// out = weights * in + bias, one row of `in` after the other.
class Layer {
 public:
  Layer() = default;
  /// `bias` may be empty.
  Layer(const Tensor& weights, const std::vector<float>& bias);

  std::size_t outputs() const { return scales_.size(); }
  /// `out` gets outputs() numbers a row; `sums` is working memory.
  void apply(const ByteRows& in, std::size_t rows, std::vector<std::int32_t>& sums, std::vector<float>& out) const;
  /// Adds weights * in (at `scale`) to `out`.
  void add(const std::uint8_t* in, float scale, std::vector<std::int32_t>& sums, float* out) const;

 private:
  PackedWeights weights_;
  std::vector<float> scales_, bias_;
};

/// sums[r] = weights row r * in, for rows of `padded` integers.
void multiply(const std::int16_t* weights, std::size_t rows, std::size_t padded, const std::int16_t* in,
              std::int32_t* sums);

/// Both directions of a long short-term memory over one sentence.
class BiLstm {
 public:
  BiLstm() = default;
  /// Reads NAME.forward.input, .recurrent, .bias and the same of NAME.backward; gates in the order input, forget, cell, output.
  BiLstm(const Model& model, const std::string& name, std::size_t input, std::size_t hidden);

  struct Scratch {
    std::vector<float> gates, cell;
    std::vector<std::uint8_t> state;
    std::vector<std::int32_t> sums;
  };
  /// `out` gets 2 * hidden numbers a row: forward, backward.
  void apply(const ByteRows& in, std::size_t rows, Scratch& scratch, std::vector<float>& out) const;

 private:
  void run(std::size_t direction, std::size_t rows, Scratch& scratch, std::vector<float>& out) const;

  std::size_t hidden_ = 0;
  Layer input_[2], recurrent_[2];
};

}  // namespace dateline::syntax
