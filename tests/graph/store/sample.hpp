// Two invented articles about one meeting, read and merged: small enough to know every row by heart.
#pragma once

#include <string>
#include <vector>

#include "dateline/model/knowledge.hpp"

namespace dateline::test {

/// "morning.txt" (2024-11-05) tells of a meeting and a denial, "evening.txt" (2024-11-06) of the same meeting with
/// another date.
std::vector<Reading> sample_readings();

/// One meeting told by both, one denial told by the first only, one post held.
Knowledge sample_knowledge(const std::vector<Reading>& readings);

/// Both in a new store.
void write_sample(const std::string& path);

}  // namespace dateline::test
