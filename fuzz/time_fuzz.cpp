// Any text through sentences and time expressions, published on any day: sound places, values that EDTF reads; never a crash or a hang.
#include <cstdint>
#include <cstdlib>

#include "time_check.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (!dateline::times_are_sound({reinterpret_cast<const char*>(data), size})) std::abort();
  return 0;
}
