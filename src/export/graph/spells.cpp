#include "export/graph/spells.hpp"

#include <algorithm>

namespace dateline {
namespace {

void add(const std::optional<EventDate>& date, std::vector<Spell>& spells) {
  if (!date || (!date->days.first && !date->days.last)) return;
  const DayNumber first = date->days.first ? *date->days.first : *date->days.last;
  spells.push_back({first, std::max(first, date->days.last && date->days.first ? *date->days.last : first)});
}

}  // namespace

std::vector<Spell> joined(std::vector<Spell> spells) {
  std::sort(spells.begin(), spells.end(),
            [](const Spell& a, const Spell& b) { return std::pair(a.first, a.last) < std::pair(b.first, b.last); });
  std::vector<Spell> whole;
  for (const Spell& spell : spells) {
    if (!whole.empty() && spell.first <= whole.back().last + 1) {
      whole.back().last = std::max(whole.back().last, spell.last);
    } else {
      whole.push_back(spell);
    }
  }
  return whole;
}

Spells::Spells(const GraphSource& source) : source_(source) {
  const Knowledge& knowledge = source.knowledge();
  for (const Event& event : knowledge.events) all_.add(event.date);
  for (const Relation& relation : knowledge.relations) {
    all_.add(event_date(relation.since, Basis::stated));
    all_.add(event_date(relation.until, Basis::stated));
  }
  for (const DocumentInfo& document : knowledge.documents) {
    if (document.published) all_.add(event_date(document.published->edtf, Basis::stated));
  }
  const Graph& graph = source.graph();
  starts_.assign(graph.nodes.size() + 1, 0);
  for (const GraphEdge& edge : graph.edges) ++starts_[edge.from + 1], ++starts_[edge.to + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  edges_.resize(2 * graph.edges.size());
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    edges_[next[graph.edges[i].from]++] = i;
    edges_[next[graph.edges[i].to]++] = i;
  }
}

void Spells::add(const GraphEdge& edge, std::vector<Spell>& spells) const {
  const Knowledge& knowledge = source_.knowledge();
  for (const std::uint32_t event : edge.events) dateline::add(knowledge.events[event].date, spells);
  for (const std::uint32_t relation : edge.relations) {
    DayRange known;
    const std::optional<EventDate> since = event_date(knowledge.relations[relation].since, Basis::stated);
    const std::optional<EventDate> until = event_date(knowledge.relations[relation].until, Basis::stated);
    if (!since && !until) continue;
    known.first = since ? since->days.first : all_.first;
    known.last = until ? until->days.last : all_.last;
    if (known.first && known.last) spells.push_back({*known.first, std::max(*known.first, *known.last)});
  }
}

std::vector<Spell> Spells::of(const GraphEdge& edge) const {
  std::vector<Spell> spells;
  add(edge, spells);
  return joined(std::move(spells));
}

std::vector<Spell> Spells::of_node(std::uint32_t node) const {
  std::vector<Spell> spells;
  if (const Event* event = source_.event(source_.graph().nodes[node])) dateline::add(event->date, spells);
  // Roles share their event's days; what tells of an event does not lend it its own.
  if (source_.event(source_.graph().nodes[node])) return joined(std::move(spells));
  for (std::uint32_t i = starts_[node]; i < starts_[node + 1]; ++i) add(source_.graph().edges[edges_[i]], spells);
  return joined(std::move(spells));
}

}  // namespace dateline
