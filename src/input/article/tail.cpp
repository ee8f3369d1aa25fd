#include "input/article/tail.hpp"

#include <string>
#include <unordered_set>

#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

constexpr std::size_t real_paragraph = 12;  // words of a paragraph that can speak against a tail
constexpr std::size_t shared_names = 2;     // so many names of the article make it part of the article
constexpr std::size_t tail_share = 3;       // a tail holds at most a third of the prose

using Names = std::unordered_set<std::string>;

/// Capitalized words that no sentence begins with: names, for the most part.
void add_names(std::string_view text, Names& names) {
  for (const Word& word : words_of(text)) {
    if (word.capital && !word.opens_sentence && word.bytes.size() > 2)
      names.insert(std::string(text.substr(word.bytes.begin, word.bytes.size())));
  }
}

std::size_t shared(std::string_view text, const Names& names) {
  Names own;
  add_names(text, own);
  std::size_t count = 0;
  for (const std::string& name : own) count += names.contains(name);
  return count;
}

bool is_article(const Facts& facts, BlockKind kind, const Names& names) {
  if (kind != BlockKind::paragraph || !facts.prose || !facts.sentence || facts.words < real_paragraph) return false;
  return shared(facts.text, names) >= shared_names;
}

/// Whether everything from `begin` on may go.
bool may_go(const std::vector<Facts>& facts, const std::vector<BlockKind>& kinds, std::size_t begin,
            std::size_t prose_before, const Names& names) {
  std::size_t prose_behind = 0;
  for (std::size_t i = begin; i < facts.size(); ++i) {
    if (is_article(facts[i], kinds[i], names)) return false;
    if (kinds[i] == BlockKind::paragraph && facts[i].prose) prose_behind += facts[i].words;
  }
  return prose_behind * tail_share <= prose_before + prose_behind;
}

/// A line behind the last paragraph that closes no sentence and says little.
bool is_remnant(const Facts& facts, BlockKind kind) {
  if (kind != BlockKind::paragraph && kind != BlockKind::heading) return false;
  return !facts.prose && !facts.sentence && facts.words <= 12;
}

}  // namespace

void mark_tail(const std::vector<Facts>& facts, const std::vector<bool>& opens_tail, std::size_t head_end,
               std::vector<BlockKind>& kinds) {
  Names names;
  std::size_t prose = 0, end = facts.size(), candidates = 20;  // a text of nothing but cues stays linear
  for (std::size_t i = head_end; i < facts.size(); ++i) {
    if (opens_tail[i] && prose > 0 && candidates > 0 && candidates-- > 0 && may_go(facts, kinds, i, prose, names)) {
      end = i;
      break;
    }
    if (kinds[i] != BlockKind::paragraph || !facts[i].prose) continue;
    prose += facts[i].words;
    add_names(facts[i].text, names);
  }
  for (std::size_t i = end; i < facts.size(); ++i) {
    const bool decided = kinds[i] == BlockKind::teaser || kinds[i] == BlockKind::caption ||
                         kinds[i] == BlockKind::byline || kinds[i] == BlockKind::published;
    if (!decided) kinds[i] = BlockKind::boilerplate;
  }
  for (std::size_t i = end; i > head_end; --i) {
    if (kinds[i - 1] == BlockKind::boilerplate || kinds[i - 1] == BlockKind::caption ||
        kinds[i - 1] == BlockKind::teaser)
      continue;
    if (!is_remnant(facts[i - 1], kinds[i - 1])) break;
    kinds[i - 1] = BlockKind::boilerplate;
  }
}

}  // namespace dateline::input
