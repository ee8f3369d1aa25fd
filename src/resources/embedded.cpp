#include "resources/embedded.hpp"

#include <cstddef>

namespace dateline {
namespace {

struct Blob {
  const char* name;
  const char* begin;
  const char* end;
};

}  // namespace

#include "blobs.inc"  // written by cmake/Embed.cmake

const std::vector<std::pair<std::string_view, std::string_view>>& embedded_files() {
  static const auto files = [] {
    std::vector<std::pair<std::string_view, std::string_view>> all;
    for (std::size_t i = 0; i < blob_count; ++i) {
      all.emplace_back(blobs[i].name,
                       std::string_view(blobs[i].begin, static_cast<std::size_t>(blobs[i].end - blobs[i].begin)));
    }
    return all;
  }();
  return files;
}

}  // namespace dateline
