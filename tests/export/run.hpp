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

/// A folder of its own, gone with the object.
class Scratch {
 public:
  Scratch() {
    static int made = 0;
    folder_ = std::filesystem::temp_directory_path() /
              ("dateline-export-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
    std::filesystem::create_directories(folder_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove_all(folder_); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  /// The path of a file with these bytes.
  std::string file(const std::string& name, const std::string& bytes) const {
    write_file(path(name), bytes);
    return path(name);
  }

 private:
  std::filesystem::path folder_;
};

/// Runs a script of tests/export: *.py by Debian's Python (which has the readers), *.mjs by Node. One that finds its
/// reader missing says so and ends with 77: the test is skipped then.
inline void check_reader(const std::string& script, const std::vector<std::string>& words) {
  const bool python = script.ends_with(".py");
  if (python && !std::filesystem::exists("/usr/bin/python3")) {
    MESSAGE("skipped: no /usr/bin/python3");
    return;
  }
  const std::string runner = python ? "/usr/bin/python3 -B" : "node";
  const std::string command = runner + " " + DATELINE_SOURCE_DIR + "/tests/export/" + script + " " + join(words, " ");
  const int status = std::system(command.c_str());
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  if (code == 77 || (code == 127 && !python)) {
    MESSAGE("skipped: no reader for " << script << std::string(code == 127 ? " (no node)" : ""));
  } else {
    CHECK_MESSAGE(status == 0, command);
  }
}

/// Writes the bytes to a file of its own and runs `script FILE more`.
inline void check_with_python(const std::string& script, const std::string& file_name, const std::string& bytes,
                              const std::string& more = "") {
  const Scratch scratch;
  check_reader(script, {scratch.file(file_name, bytes), more});
}

/// A format that is a folder, written file by file below `folder`.
inline void export_folder(std::string_view format, const Knowledge& knowledge, const Graph& graph,
                          const std::string& folder, Notes& notes) {
  const Exporter* exporter = exporter_named(format);
  REQUIRE(exporter);
  std::filesystem::create_directories(folder);
  for (const ExportFile& file : exporter->files) {
    std::ostringstream out;
    file.write(knowledge, graph, sample_options(), out, notes);
    write_file(folder + "/" + std::string(file.name), out.str());
  }
}

}  // namespace dateline::test
