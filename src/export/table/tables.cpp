// The csv folder: tables that join by id. events.csv and entities.csv are also Gephi's nodes, edges.csv its edges (Id,
// Label, Source, Target, timeset as its spreadsheet import names them).
#include <ostream>

#include "dateline/base/text.hpp"
#include "export/formats.hpp"
#include "export/graph/columns.hpp"
#include "export/graph/spells.hpp"
#include "export/table/csv.hpp"

namespace dateline {
namespace {

/// "<[2024-01-02, 2024-01-03]; [...]>" as Gephi reads it, from the first day to the day after the last; "" for none.
std::string timeset(const std::vector<Spell>& spells) {
  if (spells.empty()) return "";
  std::vector<std::string> parts;
  for (const Spell& spell : spells) parts.push_back("[" + iso_day(spell.first) + ", " + iso_day(spell.last + 1) + "]");
  return "<" + join(parts, "; ") + ">";
}

/// With a point in any case: readers that guess a column's type by its first rows would take "0" for whole numbers.
std::string fraction_text(double value) {
  const std::string text = decimal(value, 9);
  return text.find('.') == text.npos ? text + ".0" : text;
}

std::string number(std::optional<double> value) { return value ? decimal(*value, 6) : ""; }

std::string participants(const Knowledge& knowledge, const Event& event) {
  std::vector<std::string> parts;
  for (const Participant& participant : event.participants)
    parts.push_back(participant.role + ": " + knowledge.entities[participant.entity].name);
  return join(parts, "|");
}

std::string amounts(const Event& event) {
  std::vector<std::string> parts;
  for (const Amount& amount : event.amounts)
    parts.push_back(amount.role + ": " + (amount.value ? number(amount.value) : amount.text));
  return join(parts, "|");
}

std::string ids_of(const Knowledge& knowledge, const std::vector<std::uint32_t>& indices) {
  std::vector<std::string> parts;
  for (const std::uint32_t index : indices) parts.push_back(knowledge.entities[index].id);
  return join(parts, "|");
}

/// The days of an event as the spell of a node that stands alone.
std::vector<Spell> spells_of(const Event& event) {
  if (!event.date) return {};
  const auto [first, last] = event.date->days;
  if (!first && !last) return {};
  return {{first ? *first : *last, last && first ? *last : first ? *first : *last}};
}

void write_evidence_rows(const Knowledge& knowledge, const std::string& of, const std::vector<Evidence>& evidence,
                         std::ostream& out) {
  for (const Evidence& piece : evidence) {
    const Evidence::Time time = piece.time.value_or(Evidence::Time{});
    out << csv_row({of, knowledge.documents[piece.document].id, std::to_string(piece.span.begin),
                    std::to_string(piece.span.end), piece.quote, piece.trigger_text,
                    std::to_string(piece.trigger.begin), std::to_string(piece.trigger.end), time.text, time.edtf,
                    time.anchor, time.rule, ids_of(knowledge, piece.attribution), std::string(name(piece.status)),
                    piece.reported, piece.rule});
  }
}

}  // namespace

void write_events_csv(const Knowledge& knowledge, const Graph&, const ExportOptions&, std::ostream& out, Notes&) {
  out << csv_row({"Id",          "Label", "timeset", "type",       "mode",    "status",
                  "date",        "start", "end",     "precision",  "basis",   "participants",
                  "place_id",    "place", "amounts", "articles",   "origins", "plover_event",
                  "plover_mode", "cameo", "quote",   "document_id"});
  for (const Event& event : knowledge.events) {
    const EventDate date = event.date.value_or(EventDate{});
    const bool dated = event.date.has_value();
    const Evidence* first = event.evidence.empty() ? nullptr : &event.evidence.front();
    out << csv_row({event.id,
                    event.label,
                    timeset(spells_of(event)),
                    event.type,
                    event.mode,
                    std::string(name(event.status)),
                    date.edtf,
                    day_text(date.days.first),
                    day_text(date.days.last),
                    dated ? std::string(name(date.precision)) : "",
                    dated ? std::string(name(date.basis)) : "",
                    participants(knowledge, event),
                    event.place ? knowledge.entities[*event.place].id : "",
                    event.place ? knowledge.entities[*event.place].name : "",
                    amounts(event),
                    std::to_string(event.articles),
                    std::to_string(event.origins),
                    event.plover_event,
                    event.plover_mode,
                    event.cameo,
                    first ? first->quote : "",
                    first ? knowledge.documents[first->document].id : ""});
  }
}

void write_entities_csv(const Knowledge& knowledge, const Graph& graph, const ExportOptions&, std::ostream& out,
                        Notes&) {
  const GraphSource source(knowledge, graph);
  const Spells spells(source);
  std::vector<std::uint32_t> nodes(knowledge.entities.size(), UINT32_MAX);
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i].kind == GraphNode::Kind::entity) nodes[graph.nodes[i].index] = i;
  }
  std::vector<std::string> head = {"Id",          "Label",    "timeset",    "kind",      "country",
                                   "aliases",     "mentions", "first_date", "last_date", "pagerank",
                                   "betweenness", "degree",   "component"};
  const std::size_t width = head.size();
  if (source.has_items()) head.emplace_back("wikidata");
  out << csv_row(head);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Entity& entity = knowledge.entities[i];
    std::vector<std::string> row = {entity.id,
                                    entity.name,
                                    nodes[i] == UINT32_MAX ? "" : timeset(spells.of_node(nodes[i])),
                                    std::string(name(entity.kind)),
                                    entity.country,
                                    join(entity.aliases, "|"),
                                    std::to_string(entity.mentions)};
    if (nodes[i] != UINT32_MAX) {
      const GraphNode& node = graph.nodes[nodes[i]];
      for (std::string cell :
           {day_text(source.seen(node).first), day_text(source.seen(node).last), fraction_text(node.pagerank),
            fraction_text(node.betweenness), std::to_string(node.degree), std::to_string(node.component)}) {
        row.push_back(std::move(cell));
      }
    }
    row.resize(width);
    if (source.has_items()) row.push_back(entity.wikidata);
    out << csv_row(row);
  }
}

void write_edges_csv(const Knowledge& knowledge, const Graph& graph, const ExportOptions&, std::ostream& out, Notes&) {
  const GraphSource source(knowledge, graph);
  const Spells spells(source);
  const std::vector<std::string> ids = node_ids(source);
  std::vector<std::string> row = {"Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "timeset"};
  for (const EdgeColumn& column : edge_columns()) {
    if (column.use == Use::plain) row.emplace_back(column.name);
  }
  out << csv_row(row);
  EdgeIds edge_ids(ids);
  for (const GraphEdge& edge : graph.edges) {
    const Support support = source.support(edge);
    row = {ids[edge.from], ids[edge.to], "Directed", edge.type, edge_ids.next(edge), edge.type};
    std::vector<std::string> rest;
    for (const EdgeColumn& column : edge_columns()) {
      if (column.use == Use::weight) row.push_back(column.value(source, edge, support));
      if (column.use == Use::plain) rest.push_back(column.value(source, edge, support));
    }
    row.push_back(timeset(spells.of(edge)));
    row.insert(row.end(), rest.begin(), rest.end());
    out << csv_row(row);
  }
}

void write_relations_csv(const Knowledge& knowledge, const Graph&, const ExportOptions&, std::ostream& out, Notes&) {
  out << csv_row({"id", "type", "from_id", "from", "to_id", "to", "text", "since", "until"});
  for (const Relation& relation : knowledge.relations) {
    const Entity* to = relation.to ? &knowledge.entities[*relation.to] : nullptr;
    out << csv_row({relation.id, relation.type, knowledge.entities[relation.from].id,
                    knowledge.entities[relation.from].name, to ? to->id : "", to ? to->name : "", relation.text,
                    relation.since, relation.until});
  }
}

void write_evidence_csv(const Knowledge& knowledge, const Graph&, const ExportOptions&, std::ostream& out, Notes&) {
  out << csv_row({"of", "document_id", "start", "end", "quote", "trigger", "trigger_start", "trigger_end", "time",
                  "time_date", "time_anchor", "time_rule", "attribution_ids", "status", "reported", "rule"});
  for (const Event& event : knowledge.events) write_evidence_rows(knowledge, event.id, event.evidence, out);
  for (const Relation& relation : knowledge.relations)
    write_evidence_rows(knowledge, relation.id, relation.evidence, out);
}

void write_documents_csv(const Knowledge& knowledge, const Graph&, const ExportOptions&, std::ostream& out, Notes&) {
  out << csv_row({"id", "source", "title", "publisher", "agencies", "url", "published", "published_from", "anchor",
                  "origin", "sha256"});
  for (const DocumentInfo& document : knowledge.documents) {
    out << csv_row({document.id, document.source, document.title, document.publisher, join(document.agencies, "|"),
                    document.url, document.published ? document.published->edtf : "",
                    document.published ? document.published->from : "", document.anchor_edtf, document.origin,
                    document.sha256});
  }
}

}  // namespace dateline
