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
  const std::string temporary = path + ".part" + std::to_string(getpid());
  std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
  if (!out) throw Error(ErrorKind::output, path, std::string("cannot be written: ") + std::strerror(errno));
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out || std::rename(temporary.c_str(), path.c_str()) != 0) {
    const std::string why = std::strerror(errno);
    std::remove(temporary.c_str());
    throw Error(ErrorKind::output, path, "cannot be written: " + why);
  }
}

}  // namespace dateline
