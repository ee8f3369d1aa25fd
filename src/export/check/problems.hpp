// What a check finds, said once with the first line and a count.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class Problems {
 public:
  /// `who` is the reader that stumbles: "Gephi", "networkx, Boost", "all readers". `line` 0 where lines do not help.
  void add(std::size_t line, std::string_view who, std::string what);
  /// "line 14: Gephi: an edge has the weight 0 and is dropped (3 times)", by line.
  std::vector<std::string> lines() const;

 private:
  struct Found {
    std::size_t line, count;
  };
  std::map<std::string, Found> found_;
};

}  // namespace dateline
