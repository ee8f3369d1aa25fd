#include <algorithm>
#include <filesystem>
#include <system_error>

#include "dateline/input.hpp"
#include "input/format/format.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with("."); }

/// Files below a folder that have a known ending, in byte order of their paths. Links to folders are not followed: they
/// may go in circles.
std::vector<std::string> files_below(const fs::path& folder, std::vector<Problem>& problems) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::none, error), end;
  if (error) problems.push_back({folder.string(), "cannot be read: " + error.message()});
  while (!error && at != end) {
    std::error_code inner;
    const fs::path path = at->path();
    const bool folder_here = at->is_directory(inner);
    if (folder_here && is_hidden(path)) at.disable_recursion_pending();
    if (!folder_here && !is_hidden(path) && at->is_regular_file(inner) && input::format_of_name(path.string()))
      files.push_back(path.string());
    at.increment(error);
    if (error) problems.push_back({path.string(), "cannot be read: " + error.message()});
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<Source> list_sources(const std::vector<std::string>& paths, std::vector<Problem>& problems) {
  std::vector<Source> sources;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-") {
      sources.push_back({path});
    } else if (fs::is_directory(path, error)) {
      const std::size_t before = problems.size();
      const std::vector<std::string> files = files_below(path, problems);
      if (files.empty() && problems.size() == before)
        problems.push_back(
            {path, "holds nothing to read (.txt .md .html .json .jsonl .xml .rss .atom, or .gz of them)"});
      for (const std::string& file : files) sources.push_back({file});
    } else if (fs::exists(path, error)) {
      sources.push_back({path});
    } else {
      problems.push_back({path, error ? "cannot be found: " + error.message() : "does not exist"});
    }
  }
  return sources;
}

}  // namespace dateline
