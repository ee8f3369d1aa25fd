// A long short-term memory in both directions over a batch of sentences, with its derivative.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "train/matrix.hpp"
#include "train/parameter.hpp"

namespace dateline::train {

/// A batch: sentences by falling length, their words laid out step by step. Row `offset[t] + s` is word t of sentence s.
struct Layout {
  std::vector<std::size_t> lengths;  ///< falling
  std::vector<std::size_t> offset;   ///< one a step
  std::vector<std::size_t> active;   ///< sentences that reach that step
  std::size_t rows = 0;

  explicit Layout(std::vector<std::size_t> falling_lengths);
  std::size_t row(std::size_t sentence, std::size_t word) const { return offset[word] + sentence; }
  std::size_t steps() const { return offset.size(); }
};

class Memory {
 public:
  void initialise(const std::string& name, std::size_t input, std::size_t hidden, Random& random);
  std::vector<Parameter*> parameters();

  /// `out` gets 2 * hidden columns: forward, backward. `in` must stay until backward().
  void forward(const Layout& layout, const Matrix& in, Matrix& out);
  /// Adds to the gradients of the parameters and to `in_gradient`.
  void backward(const Layout& layout, const Matrix& in, const Matrix& out, const Matrix& out_gradient,
                Matrix& in_gradient);

 private:
  struct Direction {
    Parameter input, recurrent, bias;
    Matrix gates, cell;
  };

  void run(const Layout& layout, std::size_t d, const Matrix& in, Matrix& out);
  void run_back(const Layout& layout, std::size_t d, const Matrix& in, const Matrix& out, const Matrix& out_gradient,
                Matrix& in_gradient);

  std::size_t hidden_ = 0;
  Direction directions_[2];
};

}  // namespace dateline::train
