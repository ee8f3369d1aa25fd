#include "extract/syntax/lemmatizer.hpp"

#include <algorithm>
#include <array>

#include "dateline/base/utf8.hpp"
#include "extract/syntax/features.hpp"

namespace dateline::syntax {
namespace {

/// The Penn Treebank tags of the forms in the columns `first` and `second`.
struct Kind {
  std::string_view name;
  std::vector<std::string_view> first, second;
};

const Kind* kind_named(std::string_view name) {
  static const std::array<Kind, 3> kinds = {
      {{"verb", {"VBD"}, {"VBN"}}, {"noun", {"NNS"}, {}}, {"adjective", {"JJR", "RBR"}, {"JJS", "RBS"}}}};
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

std::string irregular_key(std::string_view tag, std::string_view form) {
  return std::string(tag) + " " + std::string(form);
}

/// Cut and add, unless the cut would leave nothing.
std::string changed(std::string word, std::size_t cut, std::string_view add) {
  if (cut > word.size()) return word;
  word.resize(word.size() - cut);
  word += add;
  return word;
}

}  // namespace

std::string lemma_form(std::string_view form) { return "^" + utf8::lower(form); }

Lemmatizer::Lemmatizer(const Model& model, const Resources& resources) : tags_(model.tags.size()) {
  add_rules(model);
  add_irregular(resources);
}

void Lemmatizer::add_rules(const Model& model) {
  for (std::size_t i = 0; i < tags_.size(); ++i) {
    tags_[i].keeps_case = model.tags[i].starts_with("PROPN");
    tags_[i].xpos = model.tags[i].substr(std::min(model.tags[i].find('|') + 1, model.tags[i].size()));
  }
  for (const LemmaRule& rule : model.lemma_rules) {
    const auto found = std::lower_bound(model.tags.begin(), model.tags.end(), rule.tag);
    if (found == model.tags.end() || *found != rule.tag) continue;
    Tag& tag = tags_[static_cast<std::size_t>(found - model.tags.begin())];
    tag.longest = std::max(tag.longest, rule.ending.size());
    tag.changes.emplace(rule.ending, Change{rule.cut, rule.add});
  }
}

void Lemmatizer::add_irregular(const Resources& resources) {
  constexpr std::string_view name = "en/syntax/irregular";
  if (!resources.has_table(name)) return;
  const Table& table = resources.table(name);
  for (const Row& row : table.rows) {
    const Kind* kind = kind_named(table.cell(row, "kind"));
    if (kind == nullptr) fail(row, "kind is '" + table.cell(row, "kind") + "'; it is one of verb, noun, adjective");
    const std::string& lemma = table.cell(row, "lemma");
    if (lemma.empty()) fail(row, "has no lemma");
    for (const std::string_view tag : kind->first) {
      for (const std::string& form : table.list(row, "first")) irregular_.emplace(irregular_key(tag, form), lemma);
    }
    for (const std::string_view tag : kind->second) {
      for (const std::string& form : table.list(row, "second")) irregular_.emplace(irregular_key(tag, form), lemma);
    }
  }
}

std::string Lemmatizer::lemma(std::string_view form, std::uint16_t tag) const {
  const Tag& rules = tags_[tag];
  const std::string word = lemma_form(form);
  if (const auto known = irregular_.find(irregular_key(rules.xpos, std::string_view(word).substr(1)));
      known != irregular_.end()) {
    return known->second;
  }
  const std::string kept = rules.keeps_case ? std::string(form) : word.substr(1);
  for (std::size_t size = std::min(rules.longest, word.size());; --size) {
    const auto rule = rules.changes.find(word.substr(word.size() - size));
    if (rule != rules.changes.end()) return changed(kept, rule->second.cut, rule->second.add);
    if (size == 0) return kept;
  }
}

}  // namespace dateline::syntax
