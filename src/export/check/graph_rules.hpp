// What the readers of graphs demand of nodes and edges, in whatever format these stand.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>

#include "export/check/problems.hpp"

namespace dateline {

class GraphRules {
 public:
  explicit GraphRules(Problems& problems) : problems_(problems) {}

  void node(const std::string& id, std::size_t line);
  struct Edge {
    std::string id, source, target, type;
    std::size_t line = 0;
    bool dated = false;  ///< Gephi unites the spells of GEXF, but takes the last value of a column with a date
  };
  void edge(const Edge& edge);
  void weight(const std::string& value, std::size_t line);
  /// Edges may stand before their nodes: what is dangling is known at the end.
  void finish();

  /// "8 nodes, 9 edges".
  std::string holds() const;

 private:
  Problems& problems_;
  std::set<std::string, std::less<>> nodes_, edges_;
  std::map<std::string, std::size_t> ends_;  ///< nodes that edges name, with their first line
  std::map<std::tuple<std::string, std::string, std::string>, bool> parallel_;
  std::size_t edge_count_ = 0;
};

}  // namespace dateline
