// When two written names may be one name: spelling by different transliterations, short forms, initials, particles.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/resources.hpp"
#include "graph/merge/word_uses.hpp"

namespace dateline::merging {

/// Whether both countries are known, and not one.
inline bool countries_clash(std::string_view left, std::string_view right) {
  return !left.empty() && !right.empty() && left != right;
}

/// A person's name taken apart for comparison; every word is folded (NameRules::folded).
struct PersonName {
  std::vector<std::string> words;  ///< without particles and suffixes
  std::string solid;               ///< all words, particles too, written together
  auto operator<=>(const PersonName&) const = default;
};

class NameRules {
 public:
  /// Throws Error{resource} on a bad row.
  explicit NameRules(const Resources& resources);

  /// A word of a name (lower case, without marks) with its transliteration taken out: "zelenskiy" -> "zelensky".
  std::string folded(std::string word) const;

  PersonName person(std::string_view name) const;

  /// Whether two names of two or more words each may be one person's: "Andriy Sybiha" and "Andrii Sybiha", "George
  /// Bush" and "George W. Bush", but not "George W. Bush" and "George H. W. Bush".
  bool same_person(const PersonName& left, const PersonName& right) const;

  /// As same_person, but one letter of one long word may differ, all else being equal.
  bool nearly_same_person(const PersonName& left, const PersonName& right) const;

  /// Whether a person's name of three words or more begins with a title ("Chancellor Anna Berg").
  bool bears_title(std::string_view name) const;

  /// A name of an organization, a place or a thing for comparison: no determiner, no word that says only "company".
  std::string other(std::string_view name) const;

  /// What an acronym of the name is: "Union of European Football Associations" -> "uefa"; "" for one word.
  std::string acronym(std::string_view name) const;

  /// The word that a noun phrase is about, groups of the same people under one word: "young Iranian demonstrators in
  /// Paris" -> "protesters"; "" for a phrase that says too little ("officials").
  std::string head(std::string_view phrase) const;

  /// Whether the key of an entity is that of a city, which lies in no other.
  bool is_city(std::string_view key) const { return cities_.contains(key); }

  bool family_first(std::string_view country) const { return family_first_.contains(country); }
  const WordUses& words() const { return uses_; }

 private:
  struct Rule {
    enum class Where { start, end, any, doubled } where;
    std::string from, to;
  };
  void read_cities(const Resources& resources);
  bool in_title(const std::string& word) const;
  bool titled(const PersonName& longer, const PersonName& shorter) const;
  bool given_agree(const std::string& left, const std::string& right) const;
  bool middle_agree(const PersonName& left, const PersonName& right) const;

  WordUses uses_;
  std::vector<Rule> rules_;
  std::map<std::string, std::set<int>, std::less<>> given_sets_;  ///< folded given name -> numbers of its sets
  std::map<std::string, std::string, std::less<>> heads_;
  std::set<std::string, std::less<>> family_first_, titles_, cities_;
};

}  // namespace dateline::merging
