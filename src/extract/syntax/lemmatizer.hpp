// Base forms by tag and ending.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dateline/resources.hpp"
#include "extract/syntax/model.hpp"

namespace dateline::syntax {

class Lemmatizer {
 public:
  /// The model's rules, and before them the irregular forms of the table en/syntax/irregular. Throws Error{resource} on a
  /// bad row.
  Lemmatizer(const Model& model, const Resources& resources);

  /// The base form of a word with a tag (an index into Model::tags). Lower case, unless the tag is one of proper nouns.
  std::string lemma(std::string_view form, std::uint16_t tag) const;

 private:
  /// Finds by views, without making a string.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <class Value>
  using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  struct Change {
    std::uint8_t cut;
    std::string add;
  };
  struct Tag {
    bool keeps_case = false;
    std::size_t longest = 0;  ///< ending
    const ByText<std::string>* irregular = nullptr;
    std::uint16_t known = 0;  ///< bits of the meaning class that a lemma of this tag has; 0: anything goes
    ByText<std::vector<Change>> changes;
  };
  void add_rules(const Model& model);
  void add_irregular(const Resources& resources);
  void add_misread(const Table& table);

  std::string by_rules(const Tag& tag, std::string_view key, std::string_view kept) const;

  Lexicon lexicon_;
  std::vector<Tag> tags_;
  std::map<std::string, ByText<std::string>, std::less<>>
      irregular_;  ///< by the tag of the Penn Treebank: "went" to its lemma
};

/// The form that lemma rules look at: "^" and the normalised form, lower-case.
std::string lemma_form(std::string_view form);

/// Words with digits are their own lemmas.
bool has_digit(std::string_view form);

}  // namespace dateline::syntax
