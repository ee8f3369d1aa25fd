#include "graph/store/places.hpp"

namespace dateline::store {
namespace {

constexpr std::uint32_t block_size = 64;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

Places::Places(std::string_view text) : text_(text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (continues(text[at])) continue;
    if (length_ % block_size == 0) blocks_.push_back(static_cast<std::uint32_t>(at));
    ++length_;
  }
}

std::uint32_t Places::byte(std::uint32_t code_point) const {
  if (code_point >= length_) return static_cast<std::uint32_t>(text_.size());
  std::uint32_t at = blocks_[code_point / block_size];
  for (std::uint32_t left = code_point % block_size; left > 0; --left) {
    do {
      ++at;
    } while (continues(text_[at]));
  }
  return at;
}

std::string_view Places::words(Span code_points) const {
  if (code_points.empty()) return {};
  const std::uint32_t begin = byte(code_points.begin);
  return text_.substr(begin, byte(code_points.end) - begin);
}

}  // namespace dateline::store
