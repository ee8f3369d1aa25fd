// The inputs of fuzz/seeds/extract, among them everything that a fuzzer ever broke the extractor with, replayed on every build; and prefixes of
// them, so that every sentence is also seen cut in two.
#include <filesystem>

#include <doctest/doctest.h>

#include "../fuzz/extract_check.hpp"
#include "dateline/base/files.hpp"

using namespace dateline;

TEST_CASE("seeds of the fuzzer, whole and cut, give sound findings") {
  const Extractor extractor(Resources::embedded());
  int count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(DATELINE_SOURCE_DIR) + "/fuzz/seeds/extract")) {
    const std::string bytes = read_file(entry.path().string());
    for (std::size_t size = bytes.size() % 7; size <= bytes.size(); size += 7) {
      const Document document = paragraph_of(std::string_view(bytes).substr(0, size));
      CHECK_MESSAGE(is_sound(document, extractor.extract(document)), entry.path().string() << " cut at " << size);
    }
    ++count;
  }
  CHECK(count >= 4);
}
