// SHA-256 (FIPS 180-4), for content ids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// FNV-1a, 64 bits: stable across machines, not against an adversary.
std::uint64_t fnv1a(std::string_view bytes);

/// 16 lower-case hexadecimal digits.
std::string hexadecimal(std::uint64_t value);

}  // namespace dateline
