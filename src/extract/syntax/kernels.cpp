#include "extract/syntax/kernels.hpp"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace dateline::syntax {
namespace {

constexpr std::size_t block = PackedWeights::block;
constexpr std::size_t quad_size = 4 * block;  ///< weights of a block for four columns

/// One block against one input.
using Kernel = void (*)(const std::int8_t* weights, std::size_t quads, const std::uint8_t* in,
                        const std::int32_t* starts, std::int32_t* sums);
/// One block against four inputs.
using FourKernel = void (*)(const std::int8_t* weights, std::size_t quads, const std::uint8_t* in, std::size_t step,
                            const std::int32_t* starts, std::int32_t* sums, std::size_t sums_step);

struct Kernels {
  std::string_view name;
  Kernel one;
  FourKernel four;
  bool here;
};

void plain_one(const std::int8_t* weights, std::size_t quads, const std::uint8_t* in, const std::int32_t* starts,
               std::int32_t* sums) {
  std::int32_t all[block];
  std::memcpy(all, starts, sizeof all);
  for (std::size_t q = 0; q < quads; ++q, weights += quad_size, in += 4) {
    for (std::size_t r = 0; r < block; ++r) {
      for (std::size_t c = 0; c < 4; ++c) all[r] += std::int32_t{weights[4 * r + c]} * in[c];
    }
  }
  std::memcpy(sums, all, sizeof all);
}

void plain_four(const std::int8_t* weights, std::size_t quads, const std::uint8_t* in, std::size_t step,
                const std::int32_t* starts, std::int32_t* sums, std::size_t sums_step) {
  for (std::size_t k = 0; k < 4; ++k) plain_one(weights, quads, in + k * step, starts, sums + k * sums_step);
}

#if defined(__x86_64__)

std::int32_t quad_at(const std::uint8_t* in) {
  std::int32_t quad;
  std::memcpy(&quad, in, sizeof quad);
  return quad;
}

/// sums + the products of four bytes each.
[[gnu::target("avx2")]] inline __m256i add_quads(__m256i sums, __m256i in, __m256i weights) {
  const __m256i pairs = _mm256_maddubs_epi16(in, weights);
  return _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

[[gnu::target("avx2")]] void avx2_one(const std::int8_t* weights, std::size_t quads, const std::uint8_t* in,
                                      const std::int32_t* starts, std::int32_t* sums) {
  __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(starts));
  __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(starts) + 1);
  for (std::size_t q = 0; q < quads; ++q, weights += quad_size, in += 4) {
    const __m256i quad = _mm256_set1_epi32(quad_at(in));
    const auto* from = reinterpret_cast<const __m256i*>(weights);
    low = add_quads(low, quad, _mm256_loadu_si256(from));
    high = add_quads(high, quad, _mm256_loadu_si256(from + 1));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), low);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums) + 1, high);
}

[[gnu::target("avx2")]] void avx2_four(const std::int8_t* weights, std::size_t quads, const std::uint8_t* in,
                                       std::size_t step, const std::int32_t* starts, std::int32_t* sums,
                                       std::size_t sums_step) {
  __m256i low[4], high[4];
  for (int k = 0; k < 4; ++k) {
    low[k] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(starts));
    high[k] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(starts) + 1);
  }
  for (std::size_t q = 0; q < quads; ++q, weights += quad_size, in += 4) {
    const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights));
    const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights) + 1);
    for (std::size_t k = 0; k < 4; ++k) {
      const __m256i quad = _mm256_set1_epi32(quad_at(in + k * step));
      low[k] = add_quads(low[k], quad, first);
      high[k] = add_quads(high[k], quad, second);
    }
  }
  for (std::size_t k = 0; k < 4; ++k) {
    auto* to = reinterpret_cast<__m256i*>(sums + k * sums_step);
    _mm256_storeu_si256(to, low[k]);
    _mm256_storeu_si256(to + 1, high[k]);
  }
}

[[gnu::target("avx512f,avx512bw")]] inline __m512i add_quads_512(__m512i sums, __m512i in, __m512i weights) {
  const __m512i pairs = _mm512_maddubs_epi16(in, weights);
  return _mm512_add_epi32(sums, _mm512_madd_epi16(pairs, _mm512_set1_epi16(1)));
}

[[gnu::target("avx512f,avx512bw")]] void avx512_one(const std::int8_t* weights, std::size_t quads,
                                                    const std::uint8_t* in, const std::int32_t* starts,
                                                    std::int32_t* sums) {
  __m512i all = _mm512_loadu_si512(starts);
  for (std::size_t q = 0; q < quads; ++q, weights += quad_size, in += 4)
    all = add_quads_512(all, _mm512_set1_epi32(quad_at(in)), _mm512_loadu_si512(weights));
  _mm512_storeu_si512(sums, all);
}

[[gnu::target("avx512f,avx512bw")]] void avx512_four(const std::int8_t* weights, std::size_t quads,
                                                     const std::uint8_t* in, std::size_t step,
                                                     const std::int32_t* starts, std::int32_t* sums,
                                                     std::size_t sums_step) {
  __m512i all[4];
  for (int k = 0; k < 4; ++k) all[k] = _mm512_loadu_si512(starts);
  for (std::size_t q = 0; q < quads; ++q, weights += quad_size, in += 4) {
    const __m512i row = _mm512_loadu_si512(weights);
    for (std::size_t k = 0; k < 4; ++k) all[k] = add_quads_512(all[k], _mm512_set1_epi32(quad_at(in + k * step)), row);
  }
  for (std::size_t k = 0; k < 4; ++k) _mm512_storeu_si512(sums + k * sums_step, all[k]);
}

/// One instruction for the products of four bytes and their sum.
[[gnu::target("avx512f,avx512bw,avx512vnni")]] void vnni_one(const std::int8_t* weights, std::size_t quads,
                                                             const std::uint8_t* in, const std::int32_t* starts,
                                                             std::int32_t* sums) {
  // Two sums in turn, so that an instruction need not wait for the one before.
  __m512i even = _mm512_loadu_si512(starts), odd = _mm512_setzero_si512();
  std::size_t q = 0;
  for (; q + 2 <= quads; q += 2, weights += 2 * quad_size, in += 8) {
    even = _mm512_dpbusd_epi32(even, _mm512_set1_epi32(quad_at(in)), _mm512_loadu_si512(weights));
    odd = _mm512_dpbusd_epi32(odd, _mm512_set1_epi32(quad_at(in + 4)), _mm512_loadu_si512(weights + quad_size));
  }
  if (q < quads) even = _mm512_dpbusd_epi32(even, _mm512_set1_epi32(quad_at(in)), _mm512_loadu_si512(weights));
  _mm512_storeu_si512(sums, _mm512_add_epi32(even, odd));
}

[[gnu::target("avx512f,avx512bw,avx512vnni")]] void vnni_four(const std::int8_t* weights, std::size_t quads,
                                                              const std::uint8_t* in, std::size_t step,
                                                              const std::int32_t* starts, std::int32_t* sums,
                                                              std::size_t sums_step) {
  __m512i all[4];
  for (int k = 0; k < 4; ++k) all[k] = _mm512_loadu_si512(starts);
  for (std::size_t q = 0; q < quads; ++q, weights += quad_size, in += 4) {
    const __m512i row = _mm512_loadu_si512(weights);
    for (std::size_t k = 0; k < 4; ++k)
      all[k] = _mm512_dpbusd_epi32(all[k], _mm512_set1_epi32(quad_at(in + k * step)), row);
  }
  for (std::size_t k = 0; k < 4; ++k) _mm512_storeu_si512(sums + k * sums_step, all[k]);
}

const Kernels all_kernels[] = {
    {"vnni", vnni_one, vnni_four, __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")},
    {"avx512", avx512_one, avx512_four, __builtin_cpu_supports("avx512bw") != 0},
    {"avx2", avx2_one, avx2_four, __builtin_cpu_supports("avx2") != 0},
    {"plain", plain_one, plain_four, true}};

#else

const Kernels all_kernels[] = {{"plain", plain_one, plain_four, true}};

#endif

const Kernels* best_kernels() {
  const Kernels* best = all_kernels;
  while (!best->here) ++best;
  return best;
}

const Kernels* kernels = best_kernels();

}  // namespace

bool use_kernels(std::string_view name) {
  for (const Kernels& some : all_kernels) {
    if (some.name != name || !some.here) continue;
    kernels = &some;
    return true;
  }
  return false;
}

void use_best_kernels() { kernels = best_kernels(); }

PackedWeights::PackedWeights(const std::int8_t* weights, std::size_t rows, std::size_t columns)
    : rows_(rows), quads_((columns + 3) / 4), values_(sums_size() / block * quads_ * quad_size), starts_(sums_size()) {
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const std::size_t quad = (r / block) * quads_ + c / 4;
      values_[quad * quad_size + (r % block) * 4 + c % 4] = weights[r * columns + c];
      starts_[r] -= input_zero * weights[r * columns + c];
    }
  }
}

void PackedWeights::multiply(const std::uint8_t* in, std::size_t inputs, std::size_t step, std::int32_t* sums) const {
  for (std::size_t b = 0; b * block < rows_; ++b) {
    const std::int8_t* weights = values_.data() + b * quads_ * quad_size;
    const std::int32_t* starts = starts_.data() + b * block;
    if (inputs == 4) {
      kernels->four(weights, quads_, in, step, starts, sums + b * block, sums_size());
      continue;
    }
    for (std::size_t k = 0; k < inputs; ++k)
      kernels->one(weights, quads_, in + k * step, starts, sums + k * sums_size() + b * block);
  }
}

}  // namespace dateline::syntax
