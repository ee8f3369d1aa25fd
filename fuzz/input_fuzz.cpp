// Any bytes as any format: documents whose blocks are places in a valid text, or problems; never a crash.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "dateline/base/utf8.hpp"
#include "dateline/input.hpp"

namespace {

const dateline::Reader& reader() {
  static const dateline::Reader one(dateline::Resources::embedded(), {});
  return one;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const dateline::Document& document) {
  require(dateline::utf8::valid(document.text));
  std::uint32_t end = 0;
  for (const dateline::Block& block : document.blocks) {
    require(block.bytes.begin >= end && block.bytes.begin <= block.bytes.end &&
            block.bytes.end <= document.text.size());
    end = block.bytes.end;
    const std::string_view text = std::string_view(document.text).substr(block.bytes.begin, block.bytes.size());
    require(dateline::utf8::valid(text));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The first byte chooses the ending, so that every format sees every input.
  constexpr const char* endings[] = {"", ".txt", ".md", ".html", ".json", ".jsonl", ".xml"};
  if (size == 0) return 0;
  const std::string name = std::string("input") + endings[data[0] % 7];
  reader().read_bytes(
      name, std::string(reinterpret_cast<const char*>(data) + 1, size - 1),
      [](dateline::Document&& document) { check(document); },
      [](dateline::Problem&& problem) { require(!problem.what.empty()); });
  return 0;
}
