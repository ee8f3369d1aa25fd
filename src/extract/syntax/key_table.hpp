// A table from 32-bit keys to small numbers, for reading only: open addressing in one block of memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::syntax {

class KeyTable {
 public:
  KeyTable() { reserve(0); }

  /// Room for `count` keys; forgets what was there.
  void reserve(std::size_t count) {
    std::size_t size = 16;
    while (size < count * 2) size *= 2;
    slots_.assign(size, {});
  }

  /// The first value of a key stays. At most as many keys as were reserved; `value` is not 0.
  void insert(std::uint32_t key, std::uint32_t value) {
    Slot& slot = slots_[place(key)];
    if (slot.value == 0) slot = {key, value};
  }

  /// 0 for an unknown key.
  std::uint32_t find(std::uint32_t key) const { return slots_[place(key)].value; }

 private:
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t value = 0;
  };

  /// Where the key is or would be. At least half of the slots are free, so that the search ends.
  std::size_t place(std::uint32_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key * 2654435769U >> 7) & mask;
    while (slots_[at].value != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  std::vector<Slot> slots_;
};

}  // namespace dateline::syntax
