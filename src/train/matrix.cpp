#include "train/matrix.hpp"

#include <algorithm>
#include <cstring>

#include "extract/syntax/numeric.hpp"

namespace dateline::train {
namespace {

constexpr std::size_t width = Packed::panel_width;
constexpr std::size_t half = width / 2;
constexpr std::size_t block = 8;  ///< rows of the left side at a time

using Lanes = float __attribute__((vector_size(half * sizeof(float)), aligned(4), may_alias));

/// Rows rows of the left side against one panel of the right; each element is summed in the order of the inner dimension.
template <std::size_t Rows>
[[gnu::always_inline]] inline void multiply_block(const View& left, std::size_t row, const float* panel, float* out,
                                                  std::size_t out_step) {
  Lanes low[Rows], high[Rows];
  for (std::size_t r = 0; r < Rows; ++r) {
    low[r] = *reinterpret_cast<const Lanes*>(out + r * out_step);
    high[r] = *reinterpret_cast<const Lanes*>(out + r * out_step + half);
  }
  const float* from = left.data + row * left.row_step;
  for (std::size_t k = 0; k < left.columns; ++k, panel += width, from += left.column_step) {
    const Lanes first = *reinterpret_cast<const Lanes*>(panel);
    const Lanes second = *reinterpret_cast<const Lanes*>(panel + half);
    for (std::size_t r = 0; r < Rows; ++r) {
      const float factor = from[r * left.row_step];
      low[r] += first * factor;
      high[r] += second * factor;
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    *reinterpret_cast<Lanes*>(out + r * out_step) = low[r];
    *reinterpret_cast<Lanes*>(out + r * out_step + half) = high[r];
  }
}

DATELINE_CLONES void multiply_panel(const View& left, const float* panel, float* out, std::size_t out_step) {
  std::size_t row = 0;
  for (; row + block <= left.rows; row += block)
    multiply_block<block>(left, row, panel, out + row * out_step, out_step);
  for (; row + 2 <= left.rows; row += 2) multiply_block<2>(left, row, panel, out + row * out_step, out_step);
  if (row < left.rows) multiply_block<1>(left, row, panel, out + row * out_step, out_step);
}

}  // namespace

void Matrix::reset(std::size_t row_count, std::size_t column_count) {
  rows = row_count;
  columns = column_count;
  values.assign(rows * columns, 0.0F);
}

View view(const Matrix& matrix) { return {matrix.values.data(), matrix.rows, matrix.columns, matrix.columns, 1}; }

View part(const Matrix& matrix, std::size_t row, std::size_t rows, std::size_t column, std::size_t columns) {
  return {matrix.values.data() + row * matrix.columns + column, rows, columns, matrix.columns, 1};
}

void Packed::assign(View right) {
  rows_ = right.rows;
  columns_ = right.columns;
  const std::size_t panels = (columns_ + width - 1) / width;
  values_.assign(panels * rows_ * width, 0.0F);
  for (std::size_t p = 0; p < panels; ++p) {
    const std::size_t used = std::min(width, columns_ - p * width);
    for (std::size_t k = 0; k < rows_; ++k) {
      float* to = values_.data() + (p * rows_ + k) * width;
      const float* from = right.data + k * right.row_step + p * width * right.column_step;
      for (std::size_t j = 0; j < used; ++j) to[j] = from[j * right.column_step];
    }
  }
}

void add_product(View left, const Packed& right, float* out, std::size_t out_step) {
  const std::size_t panels = (right.columns() + width - 1) / width;
  std::vector<float> edge;
  for (std::size_t p = 0; p < panels; ++p) {
    const std::size_t used = std::min(width, right.columns() - p * width);
    float* to = out + p * width;
    if (used == width) {
      multiply_panel(left, right.panel(p), to, out_step);
      continue;
    }
    edge.assign(left.rows * width, 0.0F);
    for (std::size_t r = 0; r < left.rows; ++r) std::copy_n(to + r * out_step, used, edge.data() + r * width);
    multiply_panel(left, right.panel(p), edge.data(), width);
    for (std::size_t r = 0; r < left.rows; ++r) std::copy_n(edge.data() + r * width, used, to + r * out_step);
  }
}

}  // namespace dateline::train
