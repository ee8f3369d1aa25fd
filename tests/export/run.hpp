// Exporters run on the sample, exact files, and the readers' own programs.
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>

#include "dateline/base/error.hpp"
#include "dateline/base/files.hpp"
#include "dateline/base/text.hpp"
#include "dateline/export.hpp"

namespace dateline::test {

inline ExportOptions sample_options() {
  ExportOptions options;
  options.title = "A sample & <more>";
  options.generator = "dateline 0.0.0";
  return options;
}

inline std::string exported(std::string_view format, const Knowledge& knowledge, const Graph& graph, Notes& notes,
                            const ExportOptions& options = sample_options()) {
  const Exporter* exporter = exporter_named(format);
  REQUIRE(exporter);
  std::ostringstream out;
  exporter->write(knowledge, graph, options, out, notes);
  return out.str();
}

/// Compares with tests/export/golden/NAME to the byte; DATELINE_UPDATE=1 rewrites it.
inline void check_golden(const std::string& name, const std::string& bytes) {
  const std::string path = std::string(DATELINE_SOURCE_DIR) + "/tests/export/golden/" + name;
  const char* update = std::getenv("DATELINE_UPDATE");
  if (update && std::string(update) == "1") write_file(path, bytes);
  const std::string expected = read_file(path);
  if (bytes == expected) return;
  const auto differs = std::mismatch(bytes.begin(), bytes.end(), expected.begin(), expected.end()).first;
  const auto line = static_cast<std::size_t>(std::count(bytes.begin(), differs, '\n'));
  FAIL_CHECK(name << " differs in line " << line + 1 << ": DATELINE_UPDATE=1 rewrites it, review the diff\n"
                  << split(bytes + "\n", '\n')[line]);
}

/// Writes the bytes to a file of its own and runs tests/export/SCRIPT on it with Debian's Python. A script that finds
/// its reader missing ends with 77, and the test is skipped with a message.
inline void check_with_python(const std::string& script, const std::string& file_name, const std::string& bytes,
                              const std::string& more = "") {
  const std::string python = "/usr/bin/python3";
  if (!std::filesystem::exists(python)) {
    MESSAGE("skipped: no " << python);
    return;
  }
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("dateline-export-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const std::string file = (folder / file_name).string();
  write_file(file, bytes);
  const std::string command =
      python + " -B " + DATELINE_SOURCE_DIR + "/tests/export/" + script + " " + file + " " + more;
  const int status = std::system(command.c_str());
  std::filesystem::remove_all(folder);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 77) {
    MESSAGE("skipped: " << script << " finds no reader");
  } else {
    CHECK_MESSAGE(status == 0, command);
  }
}

}  // namespace dateline::test
