// The inputs of fuzz/seeds/input, among them everything that a fuzzer ever broke the reader with, replayed on every
// build.
#include <doctest/doctest.h>

#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "support.hpp"

namespace dateline::test {
namespace {

TEST_CASE("seeds of the fuzzer are read without harm") {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(DATELINE_SOURCE_DIR) + "/fuzz/seeds/input"))
    files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 5);
  constexpr const char* endings[] = {"", ".txt", ".md", ".html", ".json", ".jsonl", ".xml"};
  for (const std::string& file : files) {
    const std::string bytes = read_file(file);
    if (bytes.empty()) continue;
    INFO(file);
    int answers = 0;
    reader().read_bytes(
        std::string("input") + endings[static_cast<unsigned char>(bytes[0]) % 7], bytes.substr(1),
        [&](Document&& document) {
          ++answers;
          CHECK(utf8::valid(document.text));
          for (const Block& block : document.blocks) CHECK(block.bytes.end <= document.text.size());
        },
        [&](Problem&& problem) {
          ++answers;
          CHECK(!problem.what.empty());
        });
    CHECK(answers > 0);
  }
}

}  // namespace
}  // namespace dateline::test
