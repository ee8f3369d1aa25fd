// Knowledge out: pure functions in a table, the same bytes for the same knowledge.
#pragma once

#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/graph.hpp"
#include "dateline/model/knowledge.hpp"

namespace dateline {

/// What the slides and items of a timeline stand side by side by.
enum class GroupBy { type, actor };

/// How a graph program drew a node; what it did not say is "" or nothing.
struct NodeLook {
  std::string label, color, community;  ///< colour as "#0072b2"
  std::optional<double> x, y, size;
};
using Looks = std::map<std::string, NodeLook, std::less<>>;  ///< by id of the node

struct ExportOptions {
  std::string title = "dateline";
  std::string generator = "dateline";  ///< name and version of the program
  std::string_view page;               ///< html: the page that the data goes into (embedded as "viz/index.html")
  GroupBy group_by = GroupBy::type;    ///< timelinejs, vis-timeline
  const Looks* looks = nullptr;        ///< graphs: labels, colours, sizes and communities that take the place of ours
};

/// What was left out and why, for a line on stderr each ("3 events without a date").
using Notes = std::vector<std::string>;

using ExportFunction = void(const Knowledge&, const Graph&, const ExportOptions&, std::ostream&, Notes&);

/// One file of a format that is a folder.
struct ExportFile {
  std::string_view name;  ///< "events.csv"
  ExportFunction* write = nullptr;
};

struct Exporter {
  std::string_view name;              ///< "json", "graphml", "timelinejs", "html"
  std::string_view description;       ///< who reads it
  std::string_view ending;            ///< of its files, with the dot: ".json", ".timelinejs.json"; "" for a folder
  bool takes_graph = false;           ///< reads the Graph: its entity view or its event view (else it may be empty)
  ExportFunction* write = nullptr;    ///< null for a folder
  std::span<const ExportFile> files;  ///< of a folder
};

std::span<const Exporter> exporters();
/// Null when there is none of that name.
const Exporter* exporter_named(std::string_view name);

/// The json export read back: everything that it holds. Throws Error{input} with `where` when it is none, or points outside itself.
Knowledge read_timeline(std::string_view bytes, std::string_view where);

/// What each document of a timeline said, for a store that has not read the articles: in the order of the documents. Their
/// text is blank where no quote lies; it has a sha256 of its own. Throws Error{input} when quotes do not fit their offsets.
std::vector<Reading> readings_of(const Knowledge& knowledge, std::string_view where);

/// How the nodes of a GraphML or GEXF look, such as Gephi writes after a layout. Throws Error{input} with `where`.
Looks read_looks(std::string_view bytes, std::string_view where);

/// Puts the nodes where the looks have them; returns for how many nodes of the graph there is a look.
std::size_t arrange(const Looks& looks, const Knowledge& knowledge, Graph& graph);

/// What readers of an exported file would stumble on, whoever wrote it.
struct CheckReport {
  std::string format;                 ///< "graphml", "gexf", "timelinejs", ...
  std::string holds;                  ///< "8 nodes, 9 edges"
  std::vector<std::string> problems;  ///< "line 14: Gephi: ...", in the order of the lines
};
/// graphml, gexf, json, timelinejs, vis-timeline, graphology, cytoscape, ics, by what the bytes are. Throws Error{input}
/// with `where` when they are none of these.
CheckReport check_export(std::string_view bytes, std::string_view where);

/// The JSON Schema (draft 2020-12) of the json export is schema/timeline.schema.json.

/// Which events to keep. When anything is asked for, only the entities, documents and relations that
/// belong to a kept event stay (and the relations of the entity asked for); else all of them do. Indices are made anew,
/// the order stays.
struct Filter {
  std::optional<DayNumber> from,
      to;              ///< events whose interval touches [from, to]; undated ones are left out when either is set
  std::string entity;  ///< id, item, name or alias (entities_named), as a participant or the place; "" for any
  std::string kind;    ///< entity kind that must take part; "" for any
  std::string type;    ///< event type (or relation type); "" for any
  std::string status;  ///< "" for any but hypothetical
  int min_origins = 0;
  int limit = 0;  ///< the most salient (origins, then articles, then dated ones, then participants); 0 for all
};
Knowledge filtered(const Knowledge& knowledge, const Filter& filter);

/// How many events a filter leaves out without their having been asked not to be there.
struct Omitted {
  std::size_t hypothetical = 0;  ///< that fit but for the status, where none is asked for
  std::size_t undated = 0;       ///< that fit but for from and to
  std::size_t beyond_limit = 0;
};
Omitted omitted(const Knowledge& knowledge, const Filter& filter);

/// Entities whose id, Wikidata item, name or an alias is `name`, names case folded and without accents: ids and exact names
/// first, then names, then aliases; among equals the most mentioned first.
std::vector<std::uint32_t> entities_named(const Knowledge& knowledge, std::string_view name);

}  // namespace dateline
