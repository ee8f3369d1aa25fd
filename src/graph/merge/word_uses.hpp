// The words that merging has to know, from resources/en/merge/words.tsv.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/resources.hpp"

namespace dateline::merging {

enum class WordUse {
  determiner,
  definite,
  cut,
  minor,
  particle,
  suffix,
  company,
  area,
  apart,
  post,
  owner,
  vague,
  plural,
  singular,
  plural_ending,
  singular_ending,
  participle_ending,
  inflected_ending,
  light_verb,
  mass,
  pronoun,
  unique,
  belonging,
  one_of,
  male,
  female
};

class WordUses {
 public:
  /// Throws Error{resource} on a row with an unknown use.
  explicit WordUses(const Resources& resources);

  /// `word` in lower case.
  bool is(std::string_view word, WordUse use) const;
  /// Whether `word`, as written, ends like an owner ("Norway's").
  bool is_owner(std::string_view word) const;
  /// Whether `word` in lower case is longer than a row of this use and ends in it.
  bool ends(std::string_view word, WordUse use) const;

 private:
  std::map<std::string, std::set<WordUse>, std::less<>> uses_;
  std::vector<std::string> owner_endings_;
};

/// Words of a name or phrase for comparison: lower case, without marks and apostrophes, hyphens as spaces; a possessive
/// ending stays with its word. Dots vanish ("U.S." is "us").
std::vector<std::string> plain_words(std::string_view text);

}  // namespace dateline::merging
