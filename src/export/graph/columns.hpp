// What stands on the nodes and edges of an exported graph: one table for every format that is a graph.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/export.hpp"

namespace dateline {

/// Days from the earliest beginning to the latest end.
struct DayRange {
  std::optional<DayNumber> first, last;
  void add(const std::optional<EventDate>& date);
};

/// "" for none.
std::string day_text(const std::optional<DayNumber>& day);

/// What an edge rests on, counted.
struct Support {
  DayRange range;
  std::size_t evidence = 0;
  std::set<std::string_view> origins, statuses;
  std::vector<std::string> ids;
  std::optional<EventDate> only_date;  ///< of the one event that it rests on
  const Evidence* only = nullptr;      ///< first telling of the one event or relation
};

/// A graph with the knowledge it is of.
class GraphSource {
 public:
  explicit GraphSource(const Knowledge& knowledge, const Graph& graph, const Looks* looks = nullptr);

  const Knowledge& knowledge() const { return knowledge_; }
  const Graph& graph() const { return graph_; }
  const Event* event(const GraphNode& node) const;    ///< null for an entity
  const Entity* entity(const GraphNode& node) const;  ///< null for an event
  /// First and last day of the events that an entity takes part in or is the place of.
  const DayRange& seen(const GraphNode& entity) const { return entity_ranges_[entity.index]; }
  /// How another program drew it; null when none did.
  const NodeLook* look(const GraphNode& node) const;
  double top_rank() const { return top_rank_; }
  bool shows_events() const { return shows_events_; }
  /// Whether anybody has a Wikidata item: without a user's table of them, no format has a column for it.
  bool has_items() const { return has_items_; }
  Support support(const GraphEdge& edge) const;

 private:
  const Knowledge& knowledge_;
  const Graph& graph_;
  const Looks* looks_;
  std::vector<DayRange> entity_ranges_;
  double top_rank_ = 0;
  bool shows_events_ = false, has_items_ = false;
};

enum class ColumnType { text, whole, fraction };
/// label, weight, x, y, size, color have places of their own in some formats; `copy` repeats the label for readers that
/// look elsewhere for it.
enum class Use { plain, label, copy, weight, x, y, size, color };
enum class Guard { no, yes };  ///< against Gephi's reading of "INF" in text columns; labels do not need it

/// "" is no value.
struct NodeColumn {
  std::string_view name;
  ColumnType type;
  Use use;
  Guard guard;
  std::string (*value)(const GraphSource&, const GraphNode&);
};
struct EdgeColumn {
  std::string_view name;
  ColumnType type;
  Use use;
  Guard guard;
  std::string (*value)(const GraphSource&, const GraphEdge&, const Support&);
};
std::span<const NodeColumn> node_columns(const GraphSource& source);
std::span<const EdgeColumn> edge_columns();

/// What is known of the graph as a whole.
struct GraphFact {
  std::string_view name;
  ColumnType type;
  std::string value;
};
std::vector<GraphFact> graph_facts(const GraphSource& source, std::string_view title, std::string_view generator);

/// The knowledge's own id, made safe for edge ids ("a:role:b").
std::string own_id(const GraphSource& source, const GraphNode& node);

/// An id for each node: the knowledge's own, made safe for edge ids ("a:role:b") and unique.
std::vector<std::string> node_ids(const GraphSource& source);

/// Ids of edges asked for in the order of the graph: "source:type:target", numbered where that repeats.
class EdgeIds {
 public:
  explicit EdgeIds(const std::vector<std::string>& nodes) : nodes_(nodes) {}
  std::string next(const GraphEdge& edge);

 private:
  const std::vector<std::string>& nodes_;
  std::string last_;
  int copy_ = 1;
};

/// At most `digits` after the point; no trailing zeros, no "-0"; "0" for what is no number.
std::string decimal(double value, int digits);

}  // namespace dateline
