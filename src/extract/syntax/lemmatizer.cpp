#include "extract/syntax/lemmatizer.hpp"

#include <algorithm>
#include <array>
#include <optional>

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
  static const std::array<Kind, 5> kinds = {{{"verb", {"VBD"}, {"VBN"}},
                                             {"gerund", {"VBG"}, {}},
                                             {"noun", {"NNS"}, {}},
                                             {"adjective", {"JJR"}, {"JJS"}},
                                             {"adverb", {"RBR"}, {"RBS"}}}};
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

/// Which part of a meaning class says that a word may be a lemma under this tag.
std::uint16_t known_bits(std::string_view tag) {
  if (tag.starts_with("NOUN")) return noun_class_bits;
  if (tag.starts_with("VERB")) return verb_class_bits;
  return tag.starts_with("ADJ") || tag.starts_with("ADV") ? adjective_class_bits : std::uint16_t{0};
}

/// Cut (bytes) and add, unless the cut is longer than the word or would split a code point.
std::string changed(std::string word, std::size_t cut, std::string_view add) {
  if (cut > word.size()) return word;
  if (cut > 0 && (static_cast<unsigned char>(word[word.size() - cut]) & 0xC0) == 0x80) return word;
  word.resize(word.size() - cut);
  word += add;
  return word;
}

}  // namespace

bool has_digit(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string lemma_form(std::string_view form) { return "^" + utf8::lower(form); }

Lemmatizer::Lemmatizer(const Model& model, const Resources& resources)
    : lexicon_(model.lexicon), tags_(model.tags.size()) {
  add_irregular(resources);
  add_rules(model);
}

void Lemmatizer::add_rules(const Model& model) {
  for (std::size_t i = 0; i < tags_.size(); ++i) {
    tags_[i].keeps_case = model.tags[i].starts_with("PROPN");
    tags_[i].known = known_bits(model.tags[i]);
    const std::string_view tag = model.tags[i];
    const auto irregular = irregular_.find(tag.substr(std::min(tag.find('|') + 1, tag.size())));
    if (irregular != irregular_.end()) tags_[i].irregular = &irregular->second;
  }
  for (const LemmaRule& rule : model.lemma_rules) {
    const auto found = std::lower_bound(model.tags.begin(), model.tags.end(), rule.tag);
    if (found == model.tags.end() || *found != rule.tag) continue;
    Tag& tag = tags_[static_cast<std::size_t>(found - model.tags.begin())];
    tag.longest = std::max(tag.longest, rule.ending.size());
    tag.changes[rule.ending].push_back({rule.cut, rule.add});
  }
}

void Lemmatizer::add_irregular(const Resources& resources) {
  constexpr std::string_view name = "en/syntax/irregular";
  if (!resources.has_table(name)) return;
  const Table& table = resources.table(name);
  for (const Row& row : table.rows) {
    const Kind* kind = kind_named(table.cell(row, "kind"));
    if (kind == nullptr)
      fail(row, "kind is '" + table.cell(row, "kind") + "'; it is one of verb, gerund, noun, adjective, adverb");
    const std::string& lemma = table.cell(row, "lemma");
    if (lemma.empty()) fail(row, "has no lemma");
    for (const std::string_view tag : kind->first) {
      for (const std::string& form : table.list(row, "first")) irregular_[std::string(tag)].emplace(form, lemma);
    }
    for (const std::string_view tag : kind->second) {
      for (const std::string& form : table.list(row, "second")) irregular_[std::string(tag)].emplace(form, lemma);
    }
  }
  add_misread(table);
}

/// "Shares fell", tagged as a participle, is still of "fall": a form stands under the other tag where that has none of its own.
void Lemmatizer::add_misread(const Table& table) {
  for (const Row& row : table.rows) {
    const Kind* kind = kind_named(table.cell(row, "kind"));
    if (table.cell(row, "kind") != "verb") continue;
    for (const std::string_view tag : kind->second) {
      for (const std::string& form : table.list(row, "first"))
        irregular_[std::string(tag)].emplace(form, table.cell(row, "lemma"));
    }
    for (const std::string_view tag : kind->first) {
      for (const std::string& form : table.list(row, "second"))
        irregular_[std::string(tag)].emplace(form, table.cell(row, "lemma"));
    }
  }
}

std::string Lemmatizer::lemma(std::string_view form, std::uint16_t tag) const {
  const Tag& rules = tags_[tag];
  const std::string key = lemma_form(form);
  const std::string_view word = std::string_view(key).substr(1);
  if (has_digit(form)) return std::string(rules.keeps_case ? form : word);
  if (rules.irregular != nullptr) {
    const auto known = rules.irregular->find(word);
    if (known != rules.irregular->end()) return known->second;
  }
  return by_rules(rules, key, rules.keeps_case ? form : word);
}

std::string Lemmatizer::by_rules(const Tag& tag, std::string_view key, std::string_view kept) const {
  std::optional<std::string> first;
  for (std::size_t size = std::min(tag.longest, key.size());; --size) {
    const auto found = tag.changes.find(key.substr(key.size() - size));
    if (found != tag.changes.end()) {
      for (const Change& change : found->second) {
        std::string lemma = changed(std::string(kept), change.cut, change.add);
        const bool certain = size == key.size() || tag.known == 0 || lemma == kept;
        if (certain || (lexicon_.word_class(word_key(lemma)) & tag.known) != 0)
          return first && lemma == kept ? *first : lemma;
        if (!first) first = std::move(lemma);
      }
    }
    if (size == 0) return first ? *first : std::string(kept);
  }
}

}  // namespace dateline::syntax
