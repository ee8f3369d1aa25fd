#include "dateline/resources.hpp"

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "dateline/base/error.hpp"
#include "dateline/base/files.hpp"
#include "dateline/base/hash.hpp"
#include "dateline/base/text.hpp"
#include "resources/embedded.hpp"

namespace dateline {
namespace {

constexpr std::string_view table_ending = ".tsv";

/// Rows of `extra` over those of `base`: same id replaces, "!id" removes, a new id joins at the end.
void lay_over(Table& base, Table&& extra) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < base.rows.size(); ++i) places.emplace(base.rows[i].cells.front(), i);
  for (Row& row : extra.rows) {
    const std::string id = row.cells.front();
    const bool removes = id.front() == '!';
    const auto same = places.find(removes ? id.substr(1) : id);
    if (removes && same == places.end())
      fail(row, "removes '" + id.substr(1) + "', which the table " + base.name + " does not have");
    // Cells are put in the order of the base table's columns.
    Row placed{std::vector<std::string>(base.columns.size()), row.file, row.line};
    for (std::size_t i = 0; i < extra.columns.size(); ++i) {
      const auto column = std::find(base.columns.begin(), base.columns.end(), extra.columns[i]);
      if (column == base.columns.end()) {
        const std::string_view near = nearest(extra.columns[i], {base.columns.begin(), base.columns.end()});
        throw Error(ErrorKind::resource, row.file,
                    "has a column '" + extra.columns[i] + "', which the table " + base.name + " does not have" +
                        (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?"));
      }
      placed.cells[static_cast<std::size_t>(column - base.columns.begin())] = std::move(row.cells[i]);
    }
    if (removes) {
      base.rows[same->second].cells.clear();
      places.erase(same);
    } else if (same != places.end()) {
      base.rows[same->second] = std::move(placed);
    } else {
      places.emplace(id, base.rows.size());
      base.rows.push_back(std::move(placed));
    }
  }
  std::erase_if(base.rows, [](const Row& row) { return row.cells.empty(); });
}

}  // namespace

Resources Resources::embedded() {
  Resources resources;
  for (const auto& [path, bytes] : embedded_files()) {
    if (!path.ends_with(table_ending)) continue;
    const std::string name(path.substr(0, path.size() - table_ending.size()));
    resources.tables_.emplace(name, parse_table(name, "resources/" + std::string(path), bytes));
  }
  return resources;
}

void Resources::overlay(const std::string& folder) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(folder)) throw Error(ErrorKind::resource, folder, "is not a folder");
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const std::string path = fs::relative(file, folder).generic_string();
    std::string bytes = read_file(file.string());
    overlaid_hashes_ += hexadecimal(fnv1a(path)) + hexadecimal(fnv1a(bytes));
    if (!path.ends_with(table_ending)) {
      overlaid_bytes_[path] = std::move(bytes);
      continue;
    }
    const std::string name = path.substr(0, path.size() - table_ending.size());
    Table extra = parse_table(name, file.string(), bytes);
    const auto base = tables_.find(name);
    if (base == tables_.end()) {
      const std::vector<std::string> known = tables();
      const std::string_view near = nearest(name, {known.begin(), known.end()});
      throw Error(ErrorKind::resource, file.string(),
                  "overlays no table of dateline" +
                      (near.empty() ? std::string() : "; did you mean '" + std::string(near) + ".tsv'?"));
    }
    lay_over(base->second, std::move(extra));
  }
}

std::string Resources::fingerprint() const {
  std::string hashes = overlaid_hashes_;
  for (const auto& [path, bytes] : embedded_files()) hashes += hexadecimal(fnv1a(path)) + hexadecimal(fnv1a(bytes));
  return hexadecimal(fnv1a(hashes));
}

const Table& Resources::table(std::string_view name) const {
  const auto found = tables_.find(name);
  if (found == tables_.end()) throw Error(ErrorKind::resource, name, "there is no such table");
  return found->second;
}

bool Resources::has_table(std::string_view name) const { return tables_.find(name) != tables_.end(); }

std::string_view Resources::bytes(std::string_view path) const {
  if (const auto own = overlaid_bytes_.find(path); own != overlaid_bytes_.end()) return own->second;
  const auto& files = embedded_files();
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.first == path; });
  return found == files.end() ? std::string_view{} : found->second;
}

std::vector<std::string> Resources::tables() const {
  std::vector<std::string> names;
  for (const auto& [name, table] : tables_) names.push_back(name);
  return names;
}

}  // namespace dateline
