// Every row of the rule tables carries an example, its publication date and what must come out.
#include <algorithm>
#include <cstdlib>
#include <map>

#include <doctest/doctest.h>

#include "dateline/base/files.hpp"
#include "dateline/base/text.hpp"
#include "extract/time/rendering.hpp"

using namespace dateline;

namespace {

/// Puts what came out into the last column of the table's own file: for DATELINE_UPDATE=1, to be reviewed in the diff.
void write_expected(const std::string& path, const std::map<std::string, std::string, std::less<>>& found) {
  std::string out;
  const std::string bytes = read_file(path);
  for (const std::string_view line : split(bytes, '\n')) {
    const auto expected = found.find(line.substr(0, line.find('\t')));
    if (expected == found.end()) {
      out += line;
    } else {
      std::vector<std::string_view> cells = split(line, '\t');
      cells.resize(8);
      cells[7] = expected->second;
      for (std::size_t i = 0; i < cells.size(); ++i) out += (i ? "\t" : "") + std::string(cells[i]);
    }
    out += '\n';
  }
  out.pop_back();
  write_file(path, out);
}

void run_table(const std::string& name) {
  const Resources resources = Resources::embedded();
  const Table& table = resources.table(name);
  std::map<std::string, std::string, std::less<>> all;
  const bool update = std::getenv("DATELINE_UPDATE") != nullptr;
  for (const Row& row : table.rows) {
    const std::string& id = table.cell(row, "id");
    const std::string& example = table.cell(row, "example");
    const test::TimesFound found = test::times_in(example, table.cell(row, "published"));
    INFO(name << ":" << row.line << ": " << id << ": " << example);
    const std::string lines = found.lines.empty() ? "-" : join(found.lines, " ; ");
    all[id] = lines;
    const bool positive = table.cell(row, "make") != "op=none" && !table.cell(row, "makes").ends_with("-");
    if (positive)
      CHECK_MESSAGE(std::find(found.rules.begin(), found.rules.end(), id) != found.rules.end(),
                    "the rule does not fire: " << lines);
    if (!update) CHECK(lines == table.cell(row, "expected"));
  }
  if (update) write_expected(std::string(DATELINE_SOURCE_DIR) + "/resources/" + name + ".tsv", all);
}

}  // namespace

TEST_CASE("every rule has a passing example") { run_table("en/time/rules"); }
TEST_CASE("every negative rule keeps its words silent") { run_table("en/time/negative"); }
