// Numbers with their unit: "some 10,000 troops", "$14 billion", "a dozen people".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "dateline/resources.hpp"
#include "extract/event/tree.hpp"

namespace dateline {

class Numbers {
 public:
  /// Reads en/event/numbers. Throws Error{resource} on a bad row.
  explicit Numbers(const Resources& resources);

  /// "10,000" 10000, "14 billion" 14e9, "two hundred" 200, "three" 3; nothing for anything else.
  std::optional<double> value(std::string_view text) const;

 private:
  std::map<std::string, double, std::less<>> words_;
};

/// The number that a noun (or a currency sign) is counted with: "21 soldiers", "21 of the soldiers"; without a value for "dozens of soldiers",
/// nothing when it is not counted.
std::optional<Amount> amount_on(TokenIndex noun, std::string_view role, const Tree& tree, const Document& document,
                                const Extraction& extraction, const Numbers& numbers);

}  // namespace dateline
