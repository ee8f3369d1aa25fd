#include "extract/syntax/lemmatizer.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/syntax/features.hpp"

namespace dateline::syntax {
namespace {

/// Cut and add, unless the cut would leave nothing.
std::string changed(std::string word, std::size_t cut, std::string_view add) {
  if (cut > word.size()) return word;
  word.resize(word.size() - cut);
  word += add;
  return word;
}

}  // namespace

std::string lemma_form(std::string_view form) { return "^" + utf8::lower(form); }

Lemmatizer::Lemmatizer(const Model& model) : tags_(model.tags.size()) {
  for (std::size_t i = 0; i < tags_.size(); ++i) tags_[i].keeps_case = model.tags[i].starts_with("PROPN");
  for (const LemmaRule& rule : model.lemma_rules) {
    const auto found = std::lower_bound(model.tags.begin(), model.tags.end(), rule.tag);
    if (found == model.tags.end() || *found != rule.tag) continue;
    Tag& tag = tags_[static_cast<std::size_t>(found - model.tags.begin())];
    tag.longest = std::max(tag.longest, rule.ending.size());
    tag.changes.emplace(rule.ending, Change{rule.cut, rule.add});
  }
}

std::string Lemmatizer::lemma(std::string_view form, std::uint16_t tag) const {
  const Tag& rules = tags_[tag];
  const std::string word = lemma_form(form);
  const std::string kept = rules.keeps_case ? std::string(form) : word.substr(1);
  for (std::size_t size = std::min(rules.longest, word.size());; --size) {
    const auto rule = rules.changes.find(word.substr(word.size() - size));
    if (rule != rules.changes.end()) return changed(kept, rule->second.cut, rule->second.add);
    if (size == 0) return kept;
  }
}

}  // namespace dateline::syntax
