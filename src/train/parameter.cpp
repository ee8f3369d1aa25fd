#include "train/parameter.hpp"

#include <algorithm>
#include <cmath>

#include "extract/syntax/numeric.hpp"

namespace dateline::train {
namespace {

struct Rates {
  float scale, rate, first, second;
};

DATELINE_CLONES void update(float* __restrict value, float* __restrict gradient, float* __restrict mean,
                            float* __restrict spread, std::size_t count, const Rates& rates) {
  for (std::size_t i = 0; i < count; ++i) {
    const float g = gradient[i] * rates.scale;
    mean[i] = rates.first * mean[i] + (1.0F - rates.first) * g;
    spread[i] = rates.second * spread[i] + (1.0F - rates.second) * g * g;
    value[i] -= rates.rate * mean[i] / (std::sqrt(spread[i]) + 1e-8F);
    gradient[i] = 0;
  }
}

/// Rows that have a gradient: all, or those touched, each once and in order.
std::vector<std::uint32_t> changed_rows(Parameter& parameter) {
  std::vector<std::uint32_t> rows = std::move(parameter.touched);
  parameter.touched.clear();
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

double square_sum(const float* values, std::size_t count) {
  float parts[16] = {};
  for (std::size_t i = 0; i + 16 <= count; i += 16) {
    for (std::size_t k = 0; k < 16; ++k) parts[k] += values[i + k] * values[i + k];
  }
  double sum = 0;
  for (const float part : parts) sum += part;
  for (std::size_t i = count / 16 * 16; i < count; ++i) sum += values[i] * values[i];
  return sum;
}

float power(float base, int exponent) {
  float result = 1;
  for (; exponent > 0 && result > 1e-12F; --exponent) result *= base;
  return result;
}

}  // namespace

void Parameter::initialise(std::string own_name, std::size_t rows, std::size_t columns, float range, Random& random) {
  name = std::move(own_name);
  value.reset(rows, columns);
  gradient.reset(rows, columns);
  mean.reset(rows, columns);
  spread.reset(rows, columns);
  for (float& number : value.values) number = (2.0F * random.unit() - 1.0F) * range;
}

float glorot(std::size_t inputs, std::size_t outputs) { return std::sqrt(6.0F / static_cast<float>(inputs + outputs)); }

void adam_step(const std::vector<Parameter*>& parameters, const AdamOptions& options, int step) {
  std::vector<std::vector<std::uint32_t>> rows;
  double square = 0;
  for (Parameter* parameter : parameters) {
    rows.push_back(changed_rows(*parameter));
    if (!parameter->sparse) square += square_sum(parameter->gradient.values.data(), parameter->gradient.values.size());
    for (const std::uint32_t row : rows.back())
      square += square_sum(parameter->gradient.row(row), parameter->gradient.columns);
  }
  const auto length = static_cast<float>(std::sqrt(square));
  Rates rates{length > options.clip ? options.clip / length : 1.0F, 0, options.first_decay, options.second_decay};
  rates.rate =
      options.rate * std::sqrt(1.0F - power(options.second_decay, step)) / (1.0F - power(options.first_decay, step));
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    Parameter& p = *parameters[i];
    if (!p.sparse)
      update(p.value.row(0), p.gradient.row(0), p.mean.row(0), p.spread.row(0), p.value.values.size(), rates);
    for (const std::uint32_t row : rows[i])
      update(p.value.row(row), p.gradient.row(row), p.mean.row(row), p.spread.row(row), p.value.columns, rates);
  }
}

}  // namespace dateline::train
