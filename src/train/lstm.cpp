#include "train/lstm.hpp"

#include <algorithm>
#include <functional>

#include "extract/syntax/numeric.hpp"

namespace dateline::train {
namespace {

using syntax::hyperbolic_tangent;
using syntax::sigmoid;

DATELINE_CLONES void gate_forward(float* __restrict gates, const float* __restrict cell_before, float* __restrict cell,
                                  float* __restrict out, std::size_t hidden) {
  for (std::size_t i = 0; i < hidden; ++i) {
    const float in = sigmoid(gates[i]);
    const float forget = sigmoid(gates[hidden + i]);
    const float fresh = hyperbolic_tangent(gates[2 * hidden + i]);
    const float open = sigmoid(gates[3 * hidden + i]);
    gates[i] = in;
    gates[hidden + i] = forget;
    gates[2 * hidden + i] = fresh;
    gates[3 * hidden + i] = open;
    cell[i] = forget * cell_before[i] + in * fresh;
    out[i] = open * hyperbolic_tangent(cell[i]);
  }
}

/// Turns the gates into their gradients before the activation; `cell_gradient` goes from this step to the one before.
DATELINE_CLONES void gate_backward(float* __restrict gates, const float* __restrict cell_before,
                                   const float* __restrict cell, const float* __restrict out_gradient,
                                   float* __restrict cell_gradient, std::size_t hidden) {
  for (std::size_t i = 0; i < hidden; ++i) {
    const float in = gates[i], forget = gates[hidden + i], fresh = gates[2 * hidden + i], open = gates[3 * hidden + i];
    const float squashed = hyperbolic_tangent(cell[i]);
    const float change = cell_gradient[i] + out_gradient[i] * open * (1.0F - squashed * squashed);
    gates[i] = change * fresh * in * (1.0F - in);
    gates[hidden + i] = change * cell_before[i] * forget * (1.0F - forget);
    gates[2 * hidden + i] = change * in * (1.0F - fresh * fresh);
    gates[3 * hidden + i] = out_gradient[i] * squashed * open * (1.0F - open);
    cell_gradient[i] = change * forget;
  }
}

/// The steps of a direction, first to last, and how many sentences come from a step before.
struct Step {
  std::size_t at;       ///< first row
  std::size_t active;   ///< rows
  std::size_t before;   ///< first row of the step before
  std::size_t carried;  ///< rows that have one
};

std::vector<Step> steps_of(const Layout& layout, std::size_t direction) {
  std::vector<Step> steps;
  const std::size_t last = layout.steps();
  for (std::size_t k = 0; k < last; ++k) {
    const std::size_t t = direction == 0 ? k : last - 1 - k;
    const bool first = k == 0;
    const std::size_t other = first ? t : direction == 0 ? t - 1 : t + 1;
    const std::size_t carried = first ? 0 : std::min(layout.active[t], layout.active[other]);
    steps.push_back({layout.offset[t], layout.active[t], layout.offset[other], carried});
  }
  return steps;
}

}  // namespace

Layout::Layout(std::vector<std::size_t> falling_lengths) : lengths(std::move(falling_lengths)) {
  for (std::size_t t = 0; !lengths.empty() && t < lengths.front(); ++t) {
    const auto ended =
        std::partition_point(lengths.begin(), lengths.end(), [&](std::size_t length) { return length > t; });
    offset.push_back(rows);
    active.push_back(static_cast<std::size_t>(ended - lengths.begin()));
    rows += active.back();
  }
}

void Memory::initialise(const std::string& name, std::size_t input, std::size_t hidden, Random& random) {
  hidden_ = hidden;
  const std::string names[2] = {name + ".forward", name + ".backward"};
  for (std::size_t d = 0; d < 2; ++d) {
    Direction& direction = directions_[d];
    direction.input.initialise(names[d] + ".input", input, 4 * hidden, glorot(input, hidden), random);
    direction.recurrent.initialise(names[d] + ".recurrent", hidden, 4 * hidden, glorot(hidden, hidden), random);
    direction.bias.initialise(names[d] + ".bias", 1, 4 * hidden, 0.0F, random);
    // Remember at first: the forget gate starts open (Jozefowicz et al. 2015).
    std::fill_n(direction.bias.value.row(0) + hidden, hidden, 1.0F);
  }
}

std::vector<Parameter*> Memory::parameters() {
  std::vector<Parameter*> all;
  for (Direction& direction : directions_)
    all.insert(all.end(), {&direction.input, &direction.recurrent, &direction.bias});
  return all;
}

void Memory::forward(const Layout& layout, const Matrix& in, Matrix& out) {
  out.reset(layout.rows, 2 * hidden_);
  for (std::size_t d = 0; d < 2; ++d) run(layout, d, in, out);
}

void Memory::run(const Layout& layout, std::size_t d, const Matrix& in, Matrix& out) {
  Direction& direction = directions_[d];
  direction.gates.reset(layout.rows, 4 * hidden_);
  direction.cell.reset(layout.rows, hidden_);
  for (std::size_t r = 0; r < layout.rows; ++r)
    std::copy_n(direction.bias.value.row(0), 4 * hidden_, direction.gates.row(r));
  add_product(view(in), Packed(view(direction.input.value)), direction.gates.row(0), 4 * hidden_);
  const Packed recurrent(view(direction.recurrent.value));
  const std::vector<float> nothing(hidden_);
  for (const Step& step : steps_of(layout, d)) {
    add_product(part(out, step.before, step.carried, d * hidden_, hidden_), recurrent, direction.gates.row(step.at),
                4 * hidden_);
    for (std::size_t r = 0; r < step.active; ++r) {
      const float* before = r < step.carried ? direction.cell.row(step.before + r) : nothing.data();
      const std::size_t row = step.at + r;
      gate_forward(direction.gates.row(row), before, direction.cell.row(row), out.row(row) + d * hidden_, hidden_);
    }
  }
}

void Memory::backward(const Layout& layout, const Matrix& in, const Matrix& out, const Matrix& out_gradient,
                      Matrix& in_gradient) {
  for (std::size_t d = 0; d < 2; ++d) run_back(layout, d, in, out, out_gradient, in_gradient);
}

void Memory::run_back(const Layout& layout, std::size_t d, const Matrix& in, const Matrix& out,
                      const Matrix& out_gradient, Matrix& in_gradient) {
  Direction& direction = directions_[d];
  const Packed recurrent(view(direction.recurrent.value).transposed());
  Matrix output(layout.rows, hidden_), cell_gradient(layout.rows, hidden_), before(layout.rows, hidden_);
  for (std::size_t r = 0; r < layout.rows; ++r) std::copy_n(out_gradient.row(r) + d * hidden_, hidden_, output.row(r));
  const std::vector<float> nothing(hidden_);
  const std::vector<Step> steps = steps_of(layout, d);
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    for (std::size_t r = 0; r < step->active; ++r) {
      const std::size_t row = step->at + r;
      const bool carried = r < step->carried;
      const float* cell_before = carried ? direction.cell.row(step->before + r) : nothing.data();
      gate_backward(direction.gates.row(row), cell_before, direction.cell.row(row), output.row(row),
                    cell_gradient.row(row), hidden_);
      if (!carried) continue;
      std::copy_n(cell_gradient.row(row), hidden_, cell_gradient.row(step->before + r));
      std::copy_n(out.row(step->before + r) + d * hidden_, hidden_, before.row(row));
    }
    add_product(part(direction.gates, step->at, step->carried, 0, 4 * hidden_), recurrent, output.row(step->before),
                hidden_);
  }
  const Packed gates(view(direction.gates));
  add_product(view(in).transposed(), gates, direction.input.gradient.row(0), 4 * hidden_);
  add_product(view(before).transposed(), gates, direction.recurrent.gradient.row(0), 4 * hidden_);
  for (std::size_t r = 0; r < layout.rows; ++r) {
    for (std::size_t i = 0; i < 4 * hidden_; ++i) direction.bias.gradient.row(0)[i] += direction.gates.row(r)[i];
  }
  add_product(view(direction.gates), Packed(view(direction.input.value).transposed()), in_gradient.row(0),
              in_gradient.columns);
}

}  // namespace dateline::train
