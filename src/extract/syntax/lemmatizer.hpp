// Base forms by tag and ending.
#pragma once

#include <cstdint>
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
  struct Change {
    std::uint8_t cut;
    std::string add;
  };
  struct Tag {
    bool keeps_case = false;
    std::size_t longest = 0;  ///< ending
    std::string xpos;
    std::unordered_map<std::string, Change> changes;
  };
  void add_rules(const Model& model);
  void add_irregular(const Resources& resources);

  std::vector<Tag> tags_;
  std::unordered_map<std::string, std::string> irregular_;  ///< "VBD went" to its lemma
};

/// The form that lemma rules look at: "^" and the normalised form, lower-case.
std::string lemma_form(std::string_view form);

}  // namespace dateline::syntax
