#include "pipeline/ordered_pool.hpp"

#include <chrono>
#include <stdexcept>

#include <doctest/doctest.h>

using namespace dateline;

namespace {

/// Items take unlike times, so that order does not come for free.
int slow_square(int&& item) {
  std::this_thread::sleep_for(std::chrono::microseconds((item * 7919) % 300));
  return item * item;
}

}  // namespace

TEST_CASE("results come in the order of the items for any number of threads") {
  for (const int threads : {1, 2, 5}) {
    std::vector<int> results;
    OrderedPool<int, int> pool(threads, slow_square, [&](int&& result) { results.push_back(result); });
    for (int i = 0; i < 300; ++i) pool.push(int{i});
    pool.finish();
    REQUIRE(results.size() == 300);
    for (int i = 0; i < 300; ++i) CHECK(results[static_cast<std::size_t>(i)] == i * i);
  }
}

TEST_CASE("what a worker throws ends the pool and comes out of it") {
  for (const int threads : {1, 3}) {
    int delivered = 0;
    const auto run = [&] {
      OrderedPool<int, int> pool(
          threads, [](int&& item) -> int { return item == 20 ? throw std::runtime_error("at 20") : item; },
          [&](int&&) { ++delivered; });
      for (int i = 0; i < 200; ++i) pool.push(int{i});
      pool.finish();
    };
    CHECK_THROWS_WITH(run(), "at 20");
    CHECK(delivered <= 20);
  }
}

TEST_CASE("what the receiver throws comes out too") {
  OrderedPool<int, int> pool(
      2, [](int&& item) { return item; }, [](int&&) { throw std::runtime_error("disk full"); });
  for (int i = 0; i < 50; ++i) pool.push(int{i});
  CHECK_THROWS_WITH(pool.finish(), "disk full");
}
