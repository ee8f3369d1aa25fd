#include "input/bytes/load.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

#include <zlib.h>

#include "dateline/base/error.hpp"

namespace dateline::input {
namespace {

std::string megabytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

std::string all_of(std::istream& in, const std::string& where) {
  std::string bytes;
  std::array<char, 1 << 16> part;
  while (in.read(part.data(), part.size()) || in.gcount() > 0) {
    bytes.append(part.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > largest_source)
      throw Error(ErrorKind::input, where, "is larger than " + megabytes(largest_source) + "; split it");
  }
  if (in.bad()) throw Error(ErrorKind::input, where, "cannot be read to its end");
  return bytes;
}

}  // namespace

std::string load(const std::string& name) {
  const bool standard = name == "-";
  const std::string where = standard ? "standard input" : name;
  std::error_code error;
  if (!standard && std::filesystem::is_directory(name, error))
    throw Error(ErrorKind::input, name, "is a folder, not a file");
  std::ifstream in(standard ? "/dev/stdin" : name,
                   std::ios::binary);  // not std::cin: only the command line includes <iostream>
  if (!in) throw Error(ErrorKind::input, where, std::string("cannot be opened: ") + std::strerror(errno));
  return all_of(in, where);
}

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

std::string gunzip(std::string_view bytes, const std::string& where, std::size_t limit) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK)
    throw Error(ErrorKind::input, where, "cannot be unpacked: zlib does not start");
  const std::unique_ptr<z_stream, int (*)(z_stream*)> closer(&stream, inflateEnd);
  std::string out;
  std::array<char, 1 << 16> part;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef*>(part.data());
    stream.avail_out = static_cast<uInt>(part.size());
    const int state = inflate(&stream, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
      throw Error(ErrorKind::input, where, "is broken gzip");
    out.append(part.data(), part.size() - stream.avail_out);
    if (out.size() > limit)
      throw Error(ErrorKind::input, where, "unpacks to more than " + megabytes(limit) + "; split it");
    if (state == Z_STREAM_END) {
      const bool more =
          stream.avail_in > 2 && is_gzip({reinterpret_cast<const char*>(stream.next_in), stream.avail_in});
      if (!more) return out;  // what stands behind the last member is padding
      inflateReset(&stream);
    } else if (stream.avail_in == 0 && stream.avail_out > 0) {
      throw Error(ErrorKind::input, where, "is gzip that was cut off");
    }
  }
}

}  // namespace dateline::input
