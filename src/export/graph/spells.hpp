// When the nodes and edges of a graph are there, as readers with a timeline want it.
#pragma once

#include <vector>

#include "export/graph/columns.hpp"

namespace dateline {

/// Days from first to last, both included.
struct Spell {
  DayNumber first, last;
  bool operator==(const Spell&) const = default;
};

/// In order, without overlap or touch; none for what has no date and so is always there. A date with one end is that
/// day; a state without an end lasts to the newest day that the knowledge speaks of, one without a beginning begins on
/// the oldest.
class Spells {
 public:
  explicit Spells(const GraphSource& source);

  std::vector<Spell> of(const GraphEdge& edge) const;
  /// Whenever an edge that is dated is there, and on an event's own days.
  std::vector<Spell> of_node(std::uint32_t node) const;

 private:
  void add(const GraphEdge& edge, std::vector<Spell>& spells) const;

  const GraphSource& source_;
  DayRange all_;
  std::vector<std::uint32_t> starts_, edges_;  ///< of each node
};

/// Sorted, those that overlap or touch joined.
std::vector<Spell> joined(std::vector<Spell> spells);

}  // namespace dateline
