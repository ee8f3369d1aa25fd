// Work on several threads, results in the order the items came. The only place with threads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

/// push() hands items to the workers and blocks while enough are waiting; `done` gets the results one at a time, in the order of the items, on some
/// worker. What `work` or `done` throws ends the pool and is thrown by finish() (or the next push). With one thread everything runs inside push().
template <class Item, class Result>
class OrderedPool {
 public:
  OrderedPool(int threads, std::function<Result(Item&&)> work, std::function<void(Result&&)> done)
      : work_(std::move(work)), done_(std::move(done)) {
    if (threads <= 1) return;
    capacity_ = static_cast<std::size_t>(threads) * 4;
    for (int i = 0; i < threads; ++i) workers_.emplace_back([this] { run(); });
  }

  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;
  ~OrderedPool() { close(); }

  void push(Item&& item) {
    if (workers_.empty()) {
      done_(work_(std::move(item)));
      return;
    }
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return waiting_.size() < capacity_ || failure_; });
    if (failure_) return;  // finish() throws it
    waiting_.push_back(std::move(item));
    some_.notify_one();
  }

  /// Waits for all results. Throws what a worker threw.
  void finish() {
    close();
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  }

 private:
  void run() {
    while (true) {
      std::unique_lock lock(mutex_);
      some_.wait(lock, [&] { return !waiting_.empty() || closed_ || failure_; });
      if (waiting_.empty() || failure_) return;
      Item item = std::move(waiting_.front());
      waiting_.pop_front();
      const std::size_t turn = taken_++;
      room_.notify_one();
      lock.unlock();
      try {
        Result result = work_(std::move(item));
        lock.lock();
        turns_.wait(lock, [&] { return delivered_ == turn || failure_; });
        if (failure_) return;
        lock.unlock();
        done_(std::move(result));  // alone: every other worker waits for a later turn
        lock.lock();
        ++delivered_;
      } catch (...) {
        if (!lock.owns_lock()) lock.lock();
        if (!failure_) failure_ = std::current_exception();
        room_.notify_all();
        some_.notify_all();
      }
      turns_.notify_all();
    }
  }

  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    some_.notify_all();
    for (std::thread& worker : workers_) worker.join();
    workers_.clear();
  }

  std::function<Result(Item&&)> work_;
  std::function<void(Result&&)> done_;
  std::mutex mutex_;
  std::condition_variable some_, room_, turns_;
  std::deque<Item> waiting_;
  std::size_t capacity_ = 0, taken_ = 0, delivered_ = 0;
  bool closed_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> workers_;
};

}  // namespace dateline
