// The arrows between modules, and "one library, one folder": read from the #include lines of src/ and include/.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "dateline/base/files.hpp"
#include "dateline/base/text.hpp"

namespace fs = std::filesystem;
using namespace dateline;

namespace {

const fs::path root = DATELINE_SOURCE_DIR;

/// Which room a file belongs to: "base", "extract/time", "graph/store", ... Public doors belong to the module that they open.
std::string room(std::string path) {
  static const std::map<std::string, std::string> doors = {
      {"ontology.hpp", "resources"},        {"resources.hpp", "resources"}, {"input.hpp", "input"},
      {"extract.hpp", "extract"},           {"store.hpp", "graph/store"},   {"merge.hpp", "graph/merge"},
      {"analytics.hpp", "graph/analytics"}, {"export.hpp", "export"},       {"findings_json.hpp", "export"},
      {"pipeline.hpp", "pipeline"}};
  if (path.starts_with("dateline/")) path = path.substr(9);
  if (const auto door = doors.find(path); door != doors.end()) return door->second;
  const auto parts = split(path, '/');
  if (parts.size() < 2) return "";
  const bool nested = (parts[0] == "extract" || parts[0] == "graph") && parts.size() > 2;
  return std::string(parts[0]) + (nested ? "/" + std::string(parts[1]) : "");
}

/// What each room may include besides itself. This is the map that ARCHITECTURE.md draws.
const std::map<std::string, std::set<std::string>> arrows = {
    {"base", {}},
    {"model", {"base"}},
    {"resources", {"base", "model"}},
    {"input", {"base", "model", "resources"}},
    {"extract/text", {"base", "model", "resources"}},
    {"extract/syntax", {"base", "model", "resources", "extract/text"}},
    {"extract/time", {"base", "model", "resources", "extract/text", "extract/syntax"}},
    {"extract/entity", {"base", "model", "resources", "extract/text", "extract/syntax"}},
    {"extract/event",
     {"base", "model", "resources", "extract/text", "extract/syntax", "extract/time", "extract/entity"}},
    {"extract",
     {"base", "model", "resources", "extract/text", "extract/syntax", "extract/time", "extract/entity",
      "extract/event"}},
    {"graph/store", {"base", "model", "resources"}},
    {"graph/merge", {"base", "model", "resources"}},
    {"graph/analytics", {"base", "model", "resources"}},
    {"export", {"base", "model", "resources"}},
    {"pipeline", {"base", "model", "resources", "input", "extract", "graph/store", "graph/merge"}},
    {"cli",
     {"base", "model", "resources", "input", "extract", "graph/store", "graph/merge", "graph/analytics", "export",
      "pipeline"}},
    {"train", {"base", "model", "resources", "extract", "extract/text", "extract/syntax"}},
};

/// Foreign headers by how they begin, and the rooms that may use them.
const std::map<std::string, std::set<std::string>> libraries = {
    {"sqlite3", {"graph/store"}},
    {"boost/", {"graph/analytics"}},
    {"date/tz", {"extract/time"}},
    {"date/", {"model", "extract/time"}},
    {"nlohmann/", {"input", "export", "cli"}},
    {"libxml/", {"input", "export"}},
    {"zlib", {"input"}},
    {"thread", {"pipeline"}},
    {"mutex", {"pipeline"}},
    {"condition_variable", {"pipeline"}},
    {"iostream", {"cli", "train"}},
    {"chrono", {"cli", "train"}},
};

struct Include {
  std::string file, target;
  bool local = false;
};

std::vector<Include> includes() {
  std::vector<Include> found;
  for (const char* folder : {"src", "include/dateline"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
      const std::string file = fs::relative(entry.path(), root / folder).generic_string();
      const std::string bytes = read_file(entry.path().string());
      for (const std::string_view line : split(bytes, '\n')) {
        if (!line.starts_with("#include ") || line.size() < 12) continue;
        const std::size_t end = line.find_first_of(">\"", 10);
        if (end == line.npos) continue;
        found.push_back({file, std::string(line.substr(10, end - 10)), line[9] == '"'});
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("every include follows an arrow") {
  const std::vector<Include> all = includes();
  REQUIRE(all.size() > 100);
  for (const Include& include : all) {
    const std::string from = room(include.file), to = room(include.target);
    INFO(include.file << " includes " << include.target);
    REQUIRE_MESSAGE(arrows.count(from) == 1, "no room '" << from << "' in the map of arrows");
    if (!include.local || to.empty() || to == from) continue;
    CHECK_MESSAGE(arrows.at(from).count(to) == 1, from << " may not include " << to);
  }
}

TEST_CASE("one library, one folder") {
  for (const Include& include : includes()) {
    if (include.local && include.target.find("blobs.inc") == std::string::npos) continue;
    for (const auto& [prefix, rooms] : libraries) {
      if (!include.target.starts_with(prefix)) continue;
      if (prefix == "date/" && include.target.starts_with("date/tz")) continue;
      INFO(include.file << " includes <" << include.target << ">");
      CHECK(rooms.count(room(include.file)) == 1);
    }
  }
}

TEST_CASE("no source file grows past 400 lines") {
  for (const auto& entry : fs::recursive_directory_iterator(root / "src")) {
    if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
    const std::string bytes = read_file(entry.path().string());
    const auto lines = std::count(bytes.begin(), bytes.end(), '\n');
    CHECK_MESSAGE(lines <= 400, entry.path().string() << " has " << lines << " lines");
  }
}
