// One check for each format.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "dateline/export.hpp"
#include "export/check/problems.hpp"

namespace dateline {

/// Each says what it holds and adds what is wrong.
std::string check_graphml(std::string_view bytes, Problems& problems);
std::string check_gexf(std::string_view bytes, Problems& problems);
std::string check_ics(std::string_view bytes, Problems& problems);
std::string check_timelinejs(const nlohmann::json& root, Problems& problems);
std::string check_vis_timeline(const nlohmann::json& root, Problems& problems);
std::string check_graphology(const nlohmann::json& root, Problems& problems);
std::string check_cytoscape(const nlohmann::json& root, Problems& problems);

/// Gephi replaces "INF" in text; its parser loses white space that stands alone between two of "&..;".
void check_gephi_text(std::string_view text, std::size_t line, Problems& problems);
void check_lonely_spaces(std::string_view bytes, Problems& problems);

}  // namespace dateline
