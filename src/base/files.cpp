#include "dateline/base/files.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "dateline/base/error.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// A device or a pipe, which takes bytes as they come: to rename a file over it would put an end to it.
bool is_stream(const fs::file_status& there) {
  return fs::exists(there) && !fs::is_regular_file(there) && !fs::is_directory(there);
}

}  // namespace

std::string read_file(const std::string& path) {
  if (fs::is_directory(path)) throw Error(ErrorKind::input, path, "is a folder, not a file");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ErrorKind::input, path, std::string("cannot be opened: ") + std::strerror(errno));
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (in.bad()) throw Error(ErrorKind::input, path, "cannot be read to its end");
  return bytes;
}

void write_file(const std::string& path, std::string_view bytes) {
  FileWriter file(path);
  file.out().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.commit();
}

FileWriter::FileWriter(const std::string& path) : path_(path) {
  std::error_code ignored;
  const fs::file_status there = fs::status(path, ignored);
  if (fs::is_symlink(path, ignored)) target_ = fs::weakly_canonical(path, ignored).string();
  if (target_.empty()) target_ = path;
  if (is_stream(there)) {
    out_.open(path, std::ios::binary);
  } else {
    temporary_ = target_ + ".part" + std::to_string(getpid());
    out_.open(temporary_, std::ios::binary | std::ios::trunc);
    if (fs::is_regular_file(there)) fs::permissions(temporary_, there.permissions(), ignored);
  }
  if (!out_) fail();
}

FileWriter::~FileWriter() {
  if (committed_ || temporary_.empty()) return;
  out_.close();
  std::remove(temporary_.c_str());
}

void FileWriter::commit() {
  out_.close();
  if (!out_ || (!temporary_.empty() && std::rename(temporary_.c_str(), target_.c_str()) != 0)) fail();
  committed_ = true;
}

void FileWriter::fail() const {
  throw Error(ErrorKind::output, path_, std::string("cannot be written: ") + std::strerror(errno));
}

}  // namespace dateline
