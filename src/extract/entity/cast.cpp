#include "extract/entity/cast.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"

namespace dateline::entity {

void Cast::see(Span tokens, std::uint32_t member, MentionForm form) {
  const auto index = static_cast<std::int32_t>(seen.size());
  seen.push_back({tokens, page_.head_of(tokens), member, form});
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    // The smaller mention stays on top: "Ukrainian" inside "Ukrainian troops".
    if (covered_[i] < 0 || seen[static_cast<std::size_t>(covered_[i])].tokens.size() > tokens.size())
      covered_[i] = index;
  }
}

void Cast::turn(std::uint32_t token, std::uint32_t member) {
  if (token >= covered_.size() || covered_[token] < 0) return;
  Seen& mention = seen[static_cast<std::size_t>(covered_[token])];
  mention.member = member;
  mention.form = MentionForm::nominal;
}

const Seen* Cast::at(std::uint32_t token) const {
  return token < covered_.size() && covered_[token] >= 0 ? &seen[static_cast<std::size_t>(covered_[token])] : nullptr;
}

std::vector<Seen> Cast::sorted() const {
  std::vector<Seen> all = seen;
  std::stable_sort(all.begin(), all.end(), [](const Seen& a, const Seen& b) { return a.tokens < b.tokens; });
  return all;
}

std::vector<std::string> folded_words(const Page& page, const Rules& rules, Span tokens) {
  std::vector<std::string> words;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (!page.words[i].letters && page.words[i].text.find_first_of("0123456789") == std::string_view::npos) continue;
    if (i > tokens.begin && rules.name_suffix.contains(page.words[i].lower)) continue;
    for (const std::string_view part : split(page.words[i].lower, '-')) {
      std::string word(part);
      std::erase(word, '.');
      if (!word.empty()) words.push_back(std::move(word));
    }
  }
  return words;
}

}  // namespace dateline::entity
