#include "export/check/graph_rules.hpp"

#include <charconv>

#include "export/notes.hpp"

namespace dateline {

void GraphRules::node(const std::string& id, std::size_t line) {
  if (id.empty()) problems_.add(line, "all readers", "a node has no id");
  if (!nodes_.insert(id).second) problems_.add(line, "all readers", "the node id '" + id + "' stands twice");
}

void GraphRules::edge(const Edge& edge) {
  ++edge_count_;
  if (edge.source.empty() || edge.target.empty())
    problems_.add(edge.line, "Gephi", "an edge has an empty source or target: the whole import fails");
  if (!edge.id.empty() && !edges_.insert(edge.id).second) {
    problems_.add(edge.line, "Gephi, graphology",
                  "the edge id '" + edge.id + "' stands twice: Gephi drops the edge, graphology refuses the file");
  }
  for (const std::string& end : {edge.source, edge.target}) {
    if (!end.empty()) ends_.try_emplace(end, edge.line);
  }
  const auto [found, fresh] = parallel_.try_emplace({edge.source, edge.target, edge.type}, edge.dated);
  if (!fresh && edge.dated && found->second) {
    problems_.add(
        edge.line, "Gephi",
        "edges of one source, target and kind are merged: their weights are added, but their dates are the last "
        "ones (import with \"Don't merge\", or export without --edges each)");
  }
  found->second = found->second || edge.dated;
}

void GraphRules::weight(const std::string& value, std::size_t line) {
  double weight = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), weight);
  if (error != std::errc{} || end != value.data() + value.size()) {
    problems_.add(line, "all readers", "the weight '" + value + "' is no number");
  } else if (weight == 0) {
    problems_.add(line, "Gephi", "an edge has the weight 0 and is dropped");
  } else if (weight < 0) {
    problems_.add(line, "Gephi", "an edge has a weight below 0");
  }
}

void GraphRules::finish() {
  for (const auto& [id, line] : ends_) {
    if (nodes_.count(id) == 0) {
      problems_.add(
          line, "graphology, Gephi Lite",
          "an edge names a node that is not there ('" + id + "'): the file is refused; others make an empty node");
    }
  }
}

std::string GraphRules::holds() const { return counted(nodes_.size(), "node") + ", " + counted(edge_count_, "edge"); }

}  // namespace dateline
