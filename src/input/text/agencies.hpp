// News agencies: which of them a text names as its sources.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/resources.hpp"

namespace dateline::input {

class Agencies {
 public:
  explicit Agencies(const Resources& resources);

  /// Agencies that stand anywhere in a byline, a dateline or a credit ("MOSCOW, Nov 4 (Reuters)"), in order.
  std::vector<std::string> named_in(std::string_view line) const;

  /// Agencies that prose gives as its sources ("Reuters reported", "according to AFP"), in order.
  std::vector<std::string> sources_in(std::string_view prose) const;

  /// The agency whose name is the whole text.
  std::optional<std::string> agency(std::string_view text) const;

 private:
  struct Sight {
    std::size_t begin, end;
    const std::string* name;
  };
  std::vector<Sight> sights(std::string_view text) const;

  struct Surface {
    std::string text, name;
  };
  std::vector<Surface> surfaces_;  ///< longest first
  std::vector<std::string> before_, after_;
};

}  // namespace dateline::input
