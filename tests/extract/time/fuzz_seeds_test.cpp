// The inputs of fuzz/seeds/time, among them everything that a fuzzer ever broke the stage with, replayed on every build, whole and cut.
#include <filesystem>

#include <doctest/doctest.h>

#include "../fuzz/time_check.hpp"
#include "dateline/base/files.hpp"

TEST_CASE("the seeds of the time fuzzer, whole and cut, published on any day") {
  for (const auto& entry : std::filesystem::directory_iterator(std::string(DATELINE_SOURCE_DIR) + "/fuzz/seeds/time")) {
    const std::string bytes = dateline::read_file(entry.path().string());
    for (char day = 0; day < 8; ++day) {
      for (std::size_t size = 1; size <= bytes.size(); size += 1 + size / 16) {
        std::string input = bytes.substr(0, size);
        input[0] = day;
        CHECK_MESSAGE(dateline::times_are_sound(input), entry.path().string() << " cut at " << size);
      }
    }
  }
}
