// What training changes: weights with their gradients, and the step that applies them.
#pragma once

#include <string>
#include <vector>

#include "train/matrix.hpp"
#include "train/random.hpp"

namespace dateline::train {

struct Parameter {
  std::string name;
  Matrix value, gradient;
  Matrix mean, spread;  ///< Adam's running averages
  bool sparse = false;  ///< only the rows in `touched` are updated (embeddings)
  std::vector<std::uint32_t> touched;

  /// Uniform within +-range.
  void initialise(std::string own_name, std::size_t rows, std::size_t columns, float range, Random& random);
};

/// Range of Glorot and Bengio (2010) for a layer.
float glorot(std::size_t inputs, std::size_t outputs);

struct AdamOptions {
  float rate = 0.003F;
  float first_decay = 0.9F;
  float second_decay = 0.98F;
  float clip = 5.0F;  ///< greatest length of the whole gradient
};

/// One step of Adam (Kingma and Ba 2015) for all parameters; gradients are zero afterwards. `step` counts from 1.
void adam_step(const std::vector<Parameter*>& parameters, const AdamOptions& options, int step);

}  // namespace dateline::train
