#include "dateline/base/files.hpp"

#include <filesystem>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dateline/base/error.hpp"

namespace dateline {
namespace {

namespace fs = std::filesystem;

fs::path folder() {
  const fs::path path = fs::temp_directory_path() / ("dateline-files-" + std::to_string(::getpid()));
  fs::create_directories(path);
  return path;
}

std::ptrdiff_t entries(const fs::path& path) { return std::distance(fs::directory_iterator(path), {}); }

}  // namespace

TEST_CASE("what is written piece by piece is seen whole or not at all") {
  const fs::path path = folder();
  const std::string file = (path / "a.txt").string();
  {
    FileWriter writer(file);
    writer.out() << "half";
  }
  CHECK(entries(path) == 0);
  {
    FileWriter writer(file);
    writer.out() << "a"
                 << "b";
    CHECK_FALSE(fs::exists(file));
    writer.commit();
  }
  CHECK(read_file(file) == "ab");
  write_file(file, "c");
  CHECK(read_file(file) == "c");
  CHECK(entries(path) == 1);
  fs::remove_all(path);
}

TEST_CASE("a link keeps pointing where it did, a file keeps its permissions") {
  const fs::path path = folder();
  const std::string file = (path / "a.txt").string(), link = (path / "link.txt").string();
  write_file(file, "old");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("a.txt", link);
  write_file(link, "new");
  CHECK(fs::is_symlink(link));
  CHECK(read_file(file) == "new");
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(entries(path) == 2);
  fs::remove_all(path);
}

TEST_CASE("a device and a pipe are written to, not replaced") {
  const fs::path path = folder();
  const std::string pipe = (path / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  // Opened for both, so that neither end waits for the other.
  const int reader = ::open(pipe.c_str(), O_RDWR | O_NONBLOCK);
  REQUIRE(reader >= 0);
  write_file(pipe, "through");
  char bytes[16] = {};
  CHECK(::read(reader, bytes, sizeof bytes) == 7);
  CHECK(std::string(bytes) == "through");
  ::close(reader);
  CHECK(fs::is_fifo(pipe));
  CHECK_THROWS_AS(write_file("/dev/full", "x"), Error);
  CHECK(fs::is_character_file("/dev/full"));
  CHECK(entries(path) == 1);
  fs::remove_all(path);
}

TEST_CASE("a file that cannot be written is an error that names it") {
  CHECK_THROWS_AS(FileWriter("/no/such/folder/a.txt"), Error);
  const fs::path path = folder();
  CHECK_THROWS_AS(write_file(path.string(), "x"), Error);
  fs::remove_all(path);
}

}  // namespace dateline
