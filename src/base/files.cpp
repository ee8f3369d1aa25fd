#include "dateline/base/files.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "dateline/base/error.hpp"

namespace dateline {

std::string read_file(const std::string& path) {
  if (std::filesystem::is_directory(path)) throw Error(ErrorKind::input, path, "is a folder, not a file");
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

FileWriter::FileWriter(const std::string& path)
    : path_(path),
      temporary_(path + ".part" + std::to_string(getpid())),
      out_(temporary_, std::ios::binary | std::ios::trunc) {
  if (!out_) fail();
}

FileWriter::~FileWriter() {
  if (committed_) return;
  out_.close();
  std::remove(temporary_.c_str());
}

void FileWriter::commit() {
  out_.close();
  if (!out_ || std::rename(temporary_.c_str(), path_.c_str()) != 0) fail();
  committed_ = true;
}

void FileWriter::fail() const {
  throw Error(ErrorKind::output, path_, std::string("cannot be written: ") + std::strerror(errno));
}

}  // namespace dateline
