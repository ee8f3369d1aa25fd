// Matrices of the trainer and their product, summed in a fixed order: the same bits on every machine.
#pragma once

#include <cstddef>
#include <vector>

namespace dateline::train {

struct Matrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<float> values;

  Matrix() = default;
  Matrix(std::size_t row_count, std::size_t column_count) { reset(row_count, column_count); }
  /// All zero.
  void reset(std::size_t row_count, std::size_t column_count);
  float* row(std::size_t index) { return values.data() + index * columns; }
  const float* row(std::size_t index) const { return values.data() + index * columns; }
};

/// A view of a matrix or of a part of it: element (r, c) is data[r * row_step + c * column_step].
struct View {
  const float* data;
  std::size_t rows, columns;
  std::size_t row_step, column_step;

  View transposed() const { return {data, columns, rows, column_step, row_step}; }
};

View view(const Matrix& matrix);
/// `columns` columns from `column`, `rows` rows from `row`.
View part(const Matrix& matrix, std::size_t row, std::size_t rows, std::size_t column, std::size_t columns);

/// The right side of a product, rearranged for speed; to be used for many products.
class Packed {
 public:
  Packed() = default;
  explicit Packed(View right) { assign(right); }
  void assign(View right);

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  const float* panel(std::size_t index) const { return values_.data() + index * rows_ * panel_width; }

  static constexpr std::size_t panel_width = 32;

 private:
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<float> values_;
};

/// out += left * right; `out` points to its first element, its rows are `out_step` apart.
void add_product(View left, const Packed& right, float* out, std::size_t out_step);

}  // namespace dateline::train
