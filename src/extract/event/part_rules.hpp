// Words that say that a number is a part of one told before it: rows of resources/en/event/parts.tsv.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/resources.hpp"

namespace dateline {

struct PartRule {
  enum class Kind {
    before,  ///< "including 120 in Kidal"
    behind   ///< "120 of them in Kidal"
  };
  std::string id;
  Kind kind = Kind::before;
  bool set_off = false;  ///< a comma, bracket or dash stands before
  bool no_noun = false;  ///< no other noun than that of the whole is counted
};

class PartRules {
 public:
  /// Throws Error{resource} on a bad row.
  explicit PartRules(const Resources& resources);

  struct Marker {
    std::vector<std::string> words;  ///< in lower case
    PartRule rule;
  };
  /// Those that begin with a word in lower case, in the order of the table; null for none.
  const std::vector<Marker>* beginning_with(std::string_view word) const;

 private:
  std::map<std::string, std::vector<Marker>, std::less<>> markers_;
};

}  // namespace dateline
