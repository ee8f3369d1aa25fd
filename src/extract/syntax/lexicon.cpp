#include "extract/syntax/lexicon.hpp"

#include <algorithm>

namespace dateline::syntax {
namespace {

/// FNV-1a, continued word by word.
class NameHash {
 public:
  void add(std::string_view word) {
    if (started_) step(' ');
    started_ = true;
    for (const char c : word) step(c);
  }
  std::uint32_t key() const { return static_cast<std::uint32_t>(state_ ^ (state_ >> 32)); }

 private:
  void step(char c) { state_ = (state_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL; }

  std::uint64_t state_ = 14695981039346656037ULL;
  bool started_ = false;
};

}  // namespace

std::uint32_t name_key(std::string_view name) {
  NameHash hash;
  hash.add(name);
  return hash.key();
}

Lexicon::Lexicon(const LexiconLists& lists) {
  words_.reserve(lists.words.size());
  names_.reserve(lists.names.size());
  for (const LexiconEntry& entry : lists.words) words_.insert(entry.key, entry.value);
  for (const LexiconEntry& entry : lists.names) names_.insert(entry.key, entry.value);
}

std::uint32_t Lexicon::word_class(std::uint32_t key) const { return words_.find(key) % word_classes; }

void Lexicon::match_names(std::span<const std::string> words, std::vector<std::uint32_t>& out) const {
  out.assign(words.size(), 0);
  for (std::size_t from = 0; from < words.size();) {
    std::size_t end = from;
    std::uint32_t classes = 0;
    NameHash hash;
    for (std::size_t to = from; to < std::min(from + longest_name, words.size()); ++to) {
      hash.add(words[to]);
      const std::uint32_t found = names_.find(hash.key());
      if (found == 0) continue;
      end = to + 1;
      classes = found % (name_classes / 2);
    }
    for (std::size_t i = from; i < end; ++i) out[i] = classes * 2 + (i > from ? 1 : 0);
    from = std::max(end, from + 1);
  }
}

}  // namespace dateline::syntax
