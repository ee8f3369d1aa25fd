// The table of commands; each stands in a file of its own name.
#pragma once

#include <array>

#include "cli/arguments.hpp"

namespace dateline::cli {

extern const Command ingest_command, timeline_command, show_command, search_command, graph_command, stats_command,
    export_command, extract_command, load_command, explain_command, parse_command, verify_command, delete_command,
    resources_command;

inline std::array<const Command*, 14> commands() {
  return {&ingest_command, &timeline_command, &show_command,    &search_command,   &graph_command,
          &stats_command,  &export_command,   &extract_command, &load_command,     &explain_command,
          &parse_command,  &verify_command,   &delete_command,  &resources_command};
}

}  // namespace dateline::cli
