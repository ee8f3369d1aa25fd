// Which documents rest on one source report: near copies, and rewrites that name the same agency.
#pragma once

#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/merge/entity_nodes.hpp"

namespace dateline::merging {

/// What is known of each document, with ids and origins, in the order of `readings`.
std::vector<DocumentInfo> document_infos(const Readings& readings);

}  // namespace dateline::merging
