#include "dateline/base/files.hpp"

#include <filesystem>

#include <doctest/doctest.h>
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

TEST_CASE("a file that cannot be written is an error that names it") {
  CHECK_THROWS_AS(FileWriter("/no/such/folder/a.txt"), Error);
  const fs::path path = folder();
  CHECK_THROWS_AS(write_file(path.string(), "x"), Error);
  fs::remove_all(path);
}

}  // namespace dateline
