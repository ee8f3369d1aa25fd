#include "extract/syntax/layers.hpp"

#include <algorithm>
#include <bit>

#include "extract/syntax/numeric.hpp"

namespace dateline::syntax {
namespace {

constexpr std::size_t lane = 32;  ///< integers in the widest vector

DATELINE_CLONES void multiply_rows(const std::int16_t* weights, std::size_t rows, std::size_t padded,
                                   const std::int16_t* in, std::int32_t* sums) {
  for (std::size_t r = 0; r < rows; ++r) {
    const std::int16_t* row = weights + r * padded;
    std::int32_t sum = 0;
    for (std::size_t c = 0; c < padded; ++c) sum += std::int32_t{row[c]} * in[c];
    sums[r] = sum;
  }
}

/// One step of the memory: gates as sums, cell and output updated.
DATELINE_CLONES void step(const float* __restrict gates, std::size_t hidden, float* __restrict cell,
                          float* __restrict out, std::uint8_t* __restrict state) {
  for (std::size_t i = 0; i < hidden; ++i) {
    const float in = sigmoid(gates[i]);
    const float forget = sigmoid(gates[hidden + i]);
    const float fresh = hyperbolic_tangent(gates[2 * hidden + i]);
    const float open = sigmoid(gates[3 * hidden + i]);
    cell[i] = forget * cell[i] + in * fresh;
    out[i] = open * hyperbolic_tangent(cell[i]);
    const float scaled = out[i] * static_cast<float>(input_range);
    state[i] = static_cast<std::uint8_t>(nearest_integer(scaled) + input_zero);
  }
}

DATELINE_CLONES void round_to_bytes(const float* __restrict from, std::size_t columns, float factor,
                                    std::uint8_t* __restrict to) {
  for (std::size_t c = 0; c < columns; ++c) {
    const float scaled = from[c] * factor;
    to[c] = static_cast<std::uint8_t>(nearest_integer(scaled) + input_zero);
  }
}

/// Magnitudes of floats are in the order of their bits without the sign.
DATELINE_CLONES float greatest_magnitude(const float* from, std::size_t columns) {
  std::uint32_t greatest = 0;
  for (std::size_t c = 0; c < columns; ++c)
    greatest = std::max(greatest, std::bit_cast<std::uint32_t>(from[c]) & 0x7fffffffU);
  return std::bit_cast<float>(greatest);
}

DATELINE_CLONES void round_row(const float* __restrict from, std::size_t columns, float factor,
                               std::int16_t* __restrict to) {
  for (std::size_t c = 0; c < columns; ++c) {
    const float scaled = from[c] * factor;
    to[c] = static_cast<std::int16_t>(nearest_integer(scaled));
  }
}

/// out = sums * scales * scale + bias; `out` may be `bias`.
DATELINE_CLONES void scale_sums(const std::int32_t* sums, const float* scales, float scale, const float* bias,
                                std::size_t count, float* out) {
  for (std::size_t r = 0; r < count; ++r) out[r] = static_cast<float>(sums[r]) * (scales[r] * scale) + bias[r];
}

}  // namespace

void IntegerRows::reset(std::size_t rows, std::size_t columns) {
  padded = (columns + lane - 1) / lane * lane;
  values.assign(rows * padded, 0);
  scales.assign(rows, 0);
}

void ByteRows::reset(std::size_t rows, std::size_t columns) {
  padded = (columns + 3) / 4 * 4;
  values.assign(rows * padded, input_zero);
  scales.assign(rows, 0);
}

void ByteRows::set(std::size_t index, const float* from, std::size_t columns) {
  const float greatest = greatest_magnitude(from, columns);
  if (!(greatest > 0)) return;
  const auto range = static_cast<float>(input_range);
  scales[index] = greatest / range;
  round_to_bytes(from, columns, range / greatest, values.data() + index * padded);
}

void IntegerRows::set(std::size_t index, const float* from, std::size_t columns) {
  const float greatest = greatest_magnitude(from, columns);
  if (!(greatest > 0)) return;
  const auto range = static_cast<float>(product_range);
  scales[index] = greatest / range;
  round_row(from, columns, range / greatest, row(index));
}

void multiply(const std::int16_t* weights, std::size_t rows, std::size_t padded, const std::int16_t* in,
              std::int32_t* sums) {
  multiply_rows(weights, rows, padded, in, sums);
}

Layer::Layer(const Tensor& weights, const std::vector<float>& bias)
    : weights_(weights.weights.data(), weights.rows, weights.columns), scales_(weights.scales), bias_(bias) {
  bias_.resize(weights.rows);
}

void Layer::apply(const ByteRows& in, std::size_t rows, std::vector<std::int32_t>& sums,
                  std::vector<float>& out) const {
  constexpr std::size_t together = 4;
  const std::size_t size = outputs();
  out.resize(rows * size);
  sums.resize(weights_.sums_size() * together);
  for (std::size_t at = 0; at < rows; at += together) {
    const std::size_t inputs = std::min(together, rows - at);
    weights_.multiply(in.row(at), inputs, in.padded, sums.data());
    for (std::size_t k = 0; k < inputs; ++k) {
      scale_sums(sums.data() + k * weights_.sums_size(), scales_.data(), in.scales[at + k], bias_.data(), size,
                 out.data() + (at + k) * size);
    }
  }
}

void Layer::add(const std::uint8_t* in, float scale, std::vector<std::int32_t>& sums, float* out) const {
  sums.resize(weights_.sums_size());
  weights_.multiply(in, 1, 0, sums.data());
  scale_sums(sums.data(), scales_.data(), scale, out, outputs(), out);
}

BiLstm::BiLstm(const Model& model, const std::string& name, std::size_t input, std::size_t hidden) : hidden_(hidden) {
  const std::string directions[2] = {name + ".forward", name + ".backward"};
  for (std::size_t d = 0; d < 2; ++d) {
    input_[d] = Layer(tensor(model, directions[d] + ".input", 4 * hidden, input),
                      vector(model, directions[d] + ".bias", 4 * hidden));
    recurrent_[d] = Layer(tensor(model, directions[d] + ".recurrent", 4 * hidden, hidden), {});
  }
}

void BiLstm::apply(const ByteRows& in, std::size_t rows, Scratch& scratch, std::vector<float>& out) const {
  out.resize(rows * 2 * hidden_);
  for (std::size_t direction = 0; direction < 2; ++direction) {
    input_[direction].apply(in, rows, scratch.sums, scratch.gates);
    run(direction, rows, scratch, out);
  }
}

void BiLstm::run(std::size_t direction, std::size_t rows, Scratch& scratch, std::vector<float>& out) const {
  scratch.cell.assign(hidden_, 0);
  scratch.state.assign((hidden_ + 3) / 4 * 4, input_zero);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::size_t at = direction == 0 ? i : rows - 1 - i;
    float* gates = scratch.gates.data() + at * 4 * hidden_;
    if (i > 0)
      recurrent_[direction].add(scratch.state.data(), 1.0F / static_cast<float>(input_range), scratch.sums, gates);
    step(gates, hidden_, scratch.cell.data(), out.data() + at * 2 * hidden_ + direction * hidden_,
         scratch.state.data());
  }
}

}  // namespace dateline::syntax
