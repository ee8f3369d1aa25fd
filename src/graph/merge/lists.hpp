// Lists in order, as the stages compare them.
#pragma once

#include <algorithm>
#include <vector>

namespace dateline::merging {

template <class Value>
void sort_unique(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <class Value>
std::vector<Value> sorted(std::vector<Value> values) {
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace dateline::merging
