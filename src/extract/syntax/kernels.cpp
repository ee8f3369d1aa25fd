#include "extract/syntax/kernels.hpp"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace dateline::syntax {
namespace {

constexpr std::size_t block = PackedWeights::block;
constexpr std::size_t pair_size = 2 * block;  ///< weights of a block for one pair of columns

/// One block against one input.
using Kernel = void (*)(const std::int8_t* weights, std::size_t pairs, const std::int16_t* in, std::int32_t* sums);
/// One block against four inputs.
using FourKernel = void (*)(const std::int8_t* weights, std::size_t pairs, const std::int16_t* in, std::size_t step,
                            std::int32_t* sums, std::size_t sums_step);

struct Kernels {
  Kernel one;
  FourKernel four;
};

void plain_one(const std::int8_t* weights, std::size_t pairs, const std::int16_t* in, std::int32_t* sums) {
  std::int32_t all[block] = {};
  for (std::size_t p = 0; p < pairs; ++p, weights += pair_size, in += 2) {
    for (std::size_t r = 0; r < block; ++r)
      all[r] += std::int32_t{weights[2 * r]} * in[0] + std::int32_t{weights[2 * r + 1]} * in[1];
  }
  std::memcpy(sums, all, sizeof all);
}

void plain_four(const std::int8_t* weights, std::size_t pairs, const std::int16_t* in, std::size_t step,
                std::int32_t* sums, std::size_t sums_step) {
  for (std::size_t k = 0; k < 4; ++k) plain_one(weights, pairs, in + k * step, sums + k * sums_step);
}

#if defined(__x86_64__)

std::int32_t pair_at(const std::int16_t* in) {
  std::int32_t pair;
  std::memcpy(&pair, in, sizeof pair);
  return pair;
}

/// 16 weights, widened.
[[gnu::target("avx2")]] __m256i sixteen(const std::int8_t* weights) {
  return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights)));
}

[[gnu::target("avx2")]] void avx2_one(const std::int8_t* weights, std::size_t pairs, const std::int16_t* in,
                                      std::int32_t* sums) {
  __m256i low = _mm256_setzero_si256(), high = low;
  for (std::size_t p = 0; p < pairs; ++p, weights += pair_size, in += 2) {
    const __m256i pair = _mm256_set1_epi32(pair_at(in));
    low = _mm256_add_epi32(low, _mm256_madd_epi16(sixteen(weights), pair));
    high = _mm256_add_epi32(high, _mm256_madd_epi16(sixteen(weights + block), pair));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), low);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums) + 1, high);
}

[[gnu::target("avx2")]] void avx2_four(const std::int8_t* weights, std::size_t pairs, const std::int16_t* in,
                                       std::size_t step, std::int32_t* sums, std::size_t sums_step) {
  __m256i low[4], high[4];
  for (int k = 0; k < 4; ++k) low[k] = high[k] = _mm256_setzero_si256();
  for (std::size_t p = 0; p < pairs; ++p, weights += pair_size, in += 2) {
    const __m256i first = sixteen(weights), second = sixteen(weights + block);
    for (std::size_t k = 0; k < 4; ++k) {
      const __m256i pair = _mm256_set1_epi32(pair_at(in + k * step));
      low[k] = _mm256_add_epi32(low[k], _mm256_madd_epi16(first, pair));
      high[k] = _mm256_add_epi32(high[k], _mm256_madd_epi16(second, pair));
    }
  }
  for (std::size_t k = 0; k < 4; ++k) {
    auto* to = reinterpret_cast<__m256i*>(sums + k * sums_step);
    _mm256_storeu_si256(to, low[k]);
    _mm256_storeu_si256(to + 1, high[k]);
  }
}

[[gnu::target("avx512f,avx512bw")]] __m512i thirty_two(const std::int8_t* weights) {
  return _mm512_cvtepi8_epi16(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights)));
}

[[gnu::target("avx512f,avx512bw")]] void avx512_one(const std::int8_t* weights, std::size_t pairs,
                                                    const std::int16_t* in, std::int32_t* sums) {
  __m512i all = _mm512_setzero_si512();
  for (std::size_t p = 0; p < pairs; ++p, weights += pair_size, in += 2)
    all = _mm512_add_epi32(all, _mm512_madd_epi16(thirty_two(weights), _mm512_set1_epi32(pair_at(in))));
  _mm512_storeu_si512(sums, all);
}

[[gnu::target("avx512f,avx512bw")]] void avx512_four(const std::int8_t* weights, std::size_t pairs,
                                                     const std::int16_t* in, std::size_t step, std::int32_t* sums,
                                                     std::size_t sums_step) {
  __m512i all[4];
  for (int k = 0; k < 4; ++k) all[k] = _mm512_setzero_si512();
  for (std::size_t p = 0; p < pairs; ++p, weights += pair_size, in += 2) {
    const __m512i row = thirty_two(weights);
    for (std::size_t k = 0; k < 4; ++k)
      all[k] = _mm512_add_epi32(all[k], _mm512_madd_epi16(row, _mm512_set1_epi32(pair_at(in + k * step))));
  }
  for (std::size_t k = 0; k < 4; ++k) _mm512_storeu_si512(sums + k * sums_step, all[k]);
}

/// The same with one instruction for product and sum.
[[gnu::target("avx512f,avx512bw,avx512vnni")]] void vnni_one(const std::int8_t* weights, std::size_t pairs,
                                                             const std::int16_t* in, std::int32_t* sums) {
  __m512i even = _mm512_setzero_si512(), odd = even;
  std::size_t p = 0;
  for (; p + 2 <= pairs; p += 2, weights += 2 * pair_size, in += 4) {
    even = _mm512_dpwssd_epi32(even, thirty_two(weights), _mm512_set1_epi32(pair_at(in)));
    odd = _mm512_dpwssd_epi32(odd, thirty_two(weights + pair_size), _mm512_set1_epi32(pair_at(in + 2)));
  }
  if (p < pairs) even = _mm512_dpwssd_epi32(even, thirty_two(weights), _mm512_set1_epi32(pair_at(in)));
  _mm512_storeu_si512(sums, _mm512_add_epi32(even, odd));
}

[[gnu::target("avx512f,avx512bw,avx512vnni")]] void vnni_four(const std::int8_t* weights, std::size_t pairs,
                                                              const std::int16_t* in, std::size_t step,
                                                              std::int32_t* sums, std::size_t sums_step) {
  __m512i all[4];
  for (int k = 0; k < 4; ++k) all[k] = _mm512_setzero_si512();
  for (std::size_t p = 0; p < pairs; ++p, weights += pair_size, in += 2) {
    const __m512i row = thirty_two(weights);
    for (std::size_t k = 0; k < 4; ++k)
      all[k] = _mm512_dpwssd_epi32(all[k], row, _mm512_set1_epi32(pair_at(in + k * step)));
  }
  for (std::size_t k = 0; k < 4; ++k) _mm512_storeu_si512(sums + k * sums_step, all[k]);
}

#endif

Kernels kernels_of_this_machine() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")) return {vnni_one, vnni_four};
  if (__builtin_cpu_supports("avx512bw")) return {avx512_one, avx512_four};
  if (__builtin_cpu_supports("avx2")) return {avx2_one, avx2_four};
#endif
  return {plain_one, plain_four};
}

const Kernels kernels = kernels_of_this_machine();

}  // namespace

PackedWeights::PackedWeights(const std::int8_t* weights, std::size_t rows, std::size_t columns)
    : rows_(rows), pairs_((columns + 1) / 2), values_(sums_size() / block * pairs_ * pair_size) {
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const std::size_t pair = (r / block) * pairs_ + c / 2;
      values_[pair * pair_size + (r % block) * 2 + c % 2] = weights[r * columns + c];
    }
  }
}

void PackedWeights::multiply(const std::int16_t* in, std::size_t inputs, std::size_t step, std::int32_t* sums) const {
  for (std::size_t b = 0; b * block < rows_; ++b) {
    const std::int8_t* weights = values_.data() + b * pairs_ * pair_size;
    if (inputs == 4) {
      kernels.four(weights, pairs_, in, step, sums + b * block, sums_size());
      continue;
    }
    for (std::size_t k = 0; k < inputs; ++k)
      kernels.one(weights, pairs_, in + k * step, sums + k * sums_size() + b * block);
  }
}

}  // namespace dateline::syntax
