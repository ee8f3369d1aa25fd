// Files, read whole and written by temporary file and rename.
#pragma once

#include <fstream>
#include <string>
#include <string_view>

namespace dateline {

/// The bytes of a file. Throws Error{input}.
std::string read_file(const std::string& path);

/// Writes beside `path` and renames over it, so that a reader never sees half a file. Throws Error{output}.
void write_file(const std::string& path, std::string_view bytes);

/// The same for what is written piece by piece: nothing of it is seen before commit(), and nothing is left behind
/// without it. A file that is there keeps its permissions, a link what it points to; a device or a pipe is written as
/// it comes.
class FileWriter {
 public:
  /// Throws Error{output}.
  explicit FileWriter(const std::string& path);
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;
  ~FileWriter();

  std::ostream& out() { return out_; }
  /// Throws Error{output} when any of it could not be written.
  void commit();

 private:
  [[noreturn]] void fail() const;

  std::string path_, target_, temporary_;  ///< no temporary_ for a device or a pipe
  std::ofstream out_;
  bool committed_ = false;
};

}  // namespace dateline
