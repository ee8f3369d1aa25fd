// The small parts of the network's training: layers, dropout, cross-entropy.
#pragma once

#include <cstdint>
#include <vector>

#include "train/matrix.hpp"
#include "train/parameter.hpp"

namespace dateline::train {

/// out = in * weights + bias.
void linear(const Matrix& in, const Parameter& weights, const Parameter& bias, Matrix& out);

/// Adds to the gradients of weights and bias, and to `in_gradient`.
void linear_back(const Matrix& in, Parameter& weights, Parameter& bias, const Matrix& out_gradient,
                 Matrix& in_gradient);

/// Puts numbers to zero with this probability and scales the others up; `mask` keeps the factors.
void drop(Matrix& values, float probability, Random& random, Matrix& mask);
void drop_back(Matrix& gradient, const Matrix& mask);

/// Replaces a row of logits by the gradient of `weight` times its cross-entropy, and returns the cross-entropy.
float cross_entropy(float* logits, std::size_t count, std::size_t gold, float weight);

}  // namespace dateline::train
