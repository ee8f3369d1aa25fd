// The exporters of the table in exporters.cpp.
#pragma once

#include "dateline/export.hpp"

namespace dateline {

// timeline_json.cpp, html.cpp
ExportFunction write_timeline_json, write_html;
// graph/
ExportFunction write_graphml, write_gexf, write_graphology, write_cytoscape, write_dot;
// timeline/
ExportFunction write_timelinejs, write_vis_timeline, write_ics;
// table/
ExportFunction write_events_csv, write_entities_csv, write_edges_csv, write_relations_csv, write_evidence_csv,
    write_documents_csv, write_jsonl, write_plover, write_cameo;
// linked/
ExportFunction write_jsonld, write_turtle;

}  // namespace dateline
