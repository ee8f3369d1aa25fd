// Names of places that a dateline may stand in front of a report with.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "dateline/resources.hpp"

namespace dateline::input {

/// The cities, regions and countries of the entity tables, by their folded names.
class KnownPlaces {
 public:
  explicit KnownPlaces(const Resources& resources);

  /// "London"
  bool is_town(std::string_view name) const;
  /// "London", "Ontario", "Ukraine"
  bool is_place(std::string_view name) const;

 private:
  std::unordered_set<std::string> towns_, others_;
};

}  // namespace dateline::input
