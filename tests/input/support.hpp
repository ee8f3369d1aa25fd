// Helpers of the reader's tests: a folder of their own, and everything that a source gives.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "dateline/base/files.hpp"
#include "dateline/input.hpp"

namespace dateline::test {

/// A new empty folder, removed at the end.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("dateline_input_" + name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, std::string_view bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    write_file(path(name), bytes);
    return path(name);
  }

 private:
  std::filesystem::path path_;
};

struct Given {
  std::vector<Document> documents;
  std::vector<Problem> problems;
};

inline const Reader& reader() {
  static const Reader one(Resources::embedded(), {});
  return one;
}

inline Given read(const std::string& path) {
  Given all;
  reader().read(
      {path}, [&](Document&& document) { all.documents.push_back(std::move(document)); },
      [&](Problem&& problem) { all.problems.push_back(std::move(problem)); });
  return all;
}

inline std::string published(const Document& document) {
  return document.published ? document.published->edtf + " by " + document.published->from : "none";
}

inline std::string text_of(const Document& document, const Block& block) {
  return document.text.substr(block.bytes.begin, block.bytes.size());
}

inline std::vector<std::string> texts(const Document& document, BlockKind kind) {
  std::vector<std::string> all;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) all.push_back(text_of(document, block));
  }
  return all;
}

}  // namespace dateline::test
