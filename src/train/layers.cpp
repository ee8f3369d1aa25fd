#include "train/layers.hpp"

#include <algorithm>

#include "extract/syntax/numeric.hpp"

namespace dateline::train {
namespace {

DATELINE_CLONES void exponentials(float* values, std::size_t count, float shift) {
  for (std::size_t i = 0; i < count; ++i) values[i] = syntax::exponential(values[i] - shift);
}

}  // namespace

void linear(const Matrix& in, const Parameter& weights, const Parameter& bias, Matrix& out) {
  out.reset(in.rows, weights.value.columns);
  for (std::size_t r = 0; r < in.rows; ++r) std::copy_n(bias.value.row(0), out.columns, out.row(r));
  add_product(view(in), Packed(view(weights.value)), out.row(0), out.columns);
}

void linear_back(const Matrix& in, Parameter& weights, Parameter& bias, const Matrix& out_gradient,
                 Matrix& in_gradient) {
  add_product(view(in).transposed(), Packed(view(out_gradient)), weights.gradient.row(0), weights.gradient.columns);
  for (std::size_t r = 0; r < out_gradient.rows; ++r) {
    for (std::size_t c = 0; c < out_gradient.columns; ++c) bias.gradient.row(0)[c] += out_gradient.row(r)[c];
  }
  add_product(view(out_gradient), Packed(view(weights.value).transposed()), in_gradient.row(0), in_gradient.columns);
}

void drop(Matrix& values, float probability, Random& random, Matrix& mask) {
  mask.reset(values.rows, values.columns);
  const auto limit = static_cast<std::uint32_t>(probability * 65536.0F);
  const float kept = 1.0F / (1.0F - probability);
  std::size_t i = 0;
  for (; i < values.values.size(); i += 4) {
    std::uint64_t bits = random.next();
    for (std::size_t k = i; k < std::min(i + 4, values.values.size()); ++k, bits >>= 16) {
      mask.values[k] = (bits & 0xFFFFU) < limit ? 0.0F : kept;
      values.values[k] *= mask.values[k];
    }
  }
}

void drop_back(Matrix& gradient, const Matrix& mask) {
  for (std::size_t i = 0; i < gradient.values.size(); ++i) gradient.values[i] *= mask.values[i];
}

float cross_entropy(float* logits, std::size_t count, std::size_t gold, float weight) {
  const float greatest = *std::max_element(logits, logits + count);
  const float score = logits[gold] - greatest;
  exponentials(logits, count, greatest);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += logits[i];
  for (std::size_t i = 0; i < count; ++i) logits[i] *= weight / sum;
  logits[gold] -= weight;
  return syntax::logarithm(sum) - score;
}

}  // namespace dateline::train
