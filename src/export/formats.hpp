// The exporters of the table in exporters.cpp.
#pragma once

#include "dateline/export.hpp"

namespace dateline {

void write_timeline_json(const Knowledge&, const Graph&, const ExportOptions&, std::ostream&, Notes&);
void write_graphml(const Knowledge&, const Graph&, const ExportOptions&, std::ostream&, Notes&);
void write_timelinejs(const Knowledge&, const Graph&, const ExportOptions&, std::ostream&, Notes&);
void write_html(const Knowledge&, const Graph&, const ExportOptions&, std::ostream&, Notes&);

}  // namespace dateline
