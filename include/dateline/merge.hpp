// Readings of many documents into one knowledge: who is who, which tellings are one happening, which documents are copies.
#pragma once

#include <vector>

#include "dateline/model/knowledge.hpp"
#include "dateline/resources.hpp"

namespace dateline {

/// The same knowledge for the same readings in any order. Throws Error{resource} on a bad row of the ontology
/// or of resources/en/merge/.
Knowledge merge(const std::vector<Reading>& readings, const Resources& resources);

}  // namespace dateline
