// Any bytes as a file to check, and as a timeline to take back: problems or one error, never a crash or hang.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "dateline/base/error.hpp"
#include "dateline/export.hpp"

namespace {

template <class Work>
void attempt(Work work) {
  try {
    work();
  } catch (const dateline::Error& error) {
    if (error.kind() != dateline::ErrorKind::input) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  attempt([&] { dateline::check_export(bytes, "input"); });
  attempt([&] { dateline::read_looks(bytes, "input"); });
  attempt([&] { dateline::readings_of(dateline::read_timeline(bytes, "input"), "input"); });
  return 0;
}
