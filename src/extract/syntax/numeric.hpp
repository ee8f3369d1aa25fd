// Arithmetic that gives the same bits on every machine: only IEEE additions, multiplications and divisions, none of them
// fused (-ffp-contract=off), and sums in a fixed order. The functions of <cmath> differ between C libraries.
#pragma once

#include <bit>
#include <cstdint>

// One function compiled for several instruction sets, chosen when the program starts. The results do not depend on which.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)
#define DATELINE_CLONES __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define DATELINE_CLONES
#endif

namespace dateline::syntax {

/// A half with the sign of x. Signs and magnitudes are compared as integers, which lets compilers turn loops into vectors.
inline float half_like(float x) {
  return std::bit_cast<float>((std::bit_cast<std::uint32_t>(x) & 0x80000000U) | std::bit_cast<std::uint32_t>(0.5F));
}

/// The nearest integer; halves away from 0. |x| must be below 2^31.
inline std::int32_t nearest_integer(float x) { return static_cast<std::int32_t>(x + half_like(x)); }

/// x within [-87, 87]; what is no number becomes one of the ends.
inline float clipped(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const std::uint32_t most = std::bit_cast<std::uint32_t>(87.0F), magnitude = bits & 0x7fffffffU;
  return std::bit_cast<float>((magnitude < most ? magnitude : most) | (bits & 0x80000000U));
}

/// e to the power of x, relative error below 1e-6; x is clipped to [-87, 87].
inline float exponential(float x) {
  x = clipped(x);
  const std::int32_t power = nearest_integer(x * 1.44269504F);
  const auto whole = static_cast<float>(power);
  const float rest = (x - whole * 0.693359375F) + whole * 2.12194440e-4F;
  float sum = 1.9875691500e-4F;
  sum = sum * rest + 1.3981999507e-3F;
  sum = sum * rest + 8.3334519073e-3F;
  sum = sum * rest + 4.1665795894e-2F;
  sum = sum * rest + 1.6666665459e-1F;
  sum = sum * rest + 5.0000001201e-1F;
  sum = sum * rest * rest + rest + 1.0F;
  return sum * std::bit_cast<float>((power + 127) << 23);
}

inline float sigmoid(float x) { return 1.0F / (1.0F + exponential(-x)); }

inline float hyperbolic_tangent(float x) { return 2.0F / (1.0F + exponential(-2.0F * x)) - 1.0F; }

/// Natural logarithm of a positive normal number, absolute error below 1e-5.
inline float logarithm(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  auto power = static_cast<std::int32_t>(bits >> 23) - 127;
  float mantissa = std::bit_cast<float>((bits & 0x7fffffU) | 0x3f800000U);  // 1 to 2
  if (mantissa > 1.41421356F) {
    mantissa *= 0.5F;
    ++power;
  }
  const float ratio = (mantissa - 1.0F) / (mantissa + 1.0F);
  const float square = ratio * ratio;
  const float series =
      2.0F * ratio * (1.0F + square * (0.33333333F + square * (0.2F + square * (0.14285714F + square * 0.11111111F))));
  return series + static_cast<float>(power) * 0.69314718F;
}

}  // namespace dateline::syntax
